package fr.corpus.annotate.lemma;

/**
 * What is said of a word besides its part of speech. Immutable.
 *
 * @param lemma the lemma of Universal Dependencies since release 2.16, in which {@code je} has the lemma {@code moi}
 * @param entry the lemma that a dictionary has: {@code je}, {@code il}, {@code se}, {@code mon}
 * @param features features of Universal Dependencies, or {@code _}
 */
public record Morphology(String lemma, String entry, String features) {}
