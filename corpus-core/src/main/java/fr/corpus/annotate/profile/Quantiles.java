package fr.corpus.annotate.profile;

/**
 * Where the documents of a corpus lie, to a tenth. Immutable.
 *
 * @param documents how many were long enough
 * @param low the tenth percentile
 * @param median half lie at or below
 * @param high the ninetieth percentile
 */
public record Quantiles(long documents, double low, double median, double high) {}
