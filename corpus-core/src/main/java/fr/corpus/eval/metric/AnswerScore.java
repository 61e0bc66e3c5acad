package fr.corpus.eval.metric;

/**
 * How well a short answer fits the best of its references.
 *
 * @param exactMatch 1 if it is the same after normalization, else 0
 * @param f1 harmonic mean of the shares of words in common, from 0 to 1
 */
public record AnswerScore(double exactMatch, double f1) {}
