package fr.corpus.eval.format;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How likely a model held one choice, or one sentence of a pair. Immutable.
 *
 * @param logLikelihood natural logarithm of the probability of the continuation
 * @param unconditioned the same without the question, for normalization by mutual information
 * @param tokens number of tokens of the continuation, as the model counts them
 */
public record ChoiceLikelihood(double logLikelihood, OptionalDouble unconditioned, OptionalInt tokens) {

    public ChoiceLikelihood {
        if (Double.isNaN(logLikelihood)) {
            throw new IllegalArgumentException("a log-likelihood must be a number");
        }
    }

    /** A log-likelihood of which nothing else is known. */
    public static ChoiceLikelihood of(double logLikelihood) {
        return new ChoiceLikelihood(logLikelihood, OptionalDouble.empty(), OptionalInt.empty());
    }
}
