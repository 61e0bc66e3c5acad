package fr.corpus.eval.metric;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which choice a model finds likeliest, by the five conventions in use. Immutable.
 *
 * <p>The first of equal choices wins. In French, code points and bytes differ, because é has two bytes: what one tool calls
 * acc_norm another computes otherwise.
 *
 * @param choices texts without the delimiter before them
 * @param logLikelihoods natural logarithm of the likelihood of each choice
 */
public record MultipleChoice(List<String> choices, List<Double> logLikelihoods) {

    /** What the likelihood of a choice is divided by. */
    public enum Normalization {
        /** Nothing: {@code acc}. */
        NONE("acc"),
        /** Code points, as lm-evaluation-harness does, whose documentation says bytes: {@code acc_norm}. */
        CODE_POINTS("acc_norm"),
        /** Bytes of UTF-8: {@code acc_bytes}. */
        BYTES("acc_bytes");

        private final String key;

        Normalization(String key) {
            this.key = key;
        }

        /** Its name. */
        public String key() {
            return key;
        }
    }

    public MultipleChoice {
        choices = List.copyOf(choices);
        logLikelihoods = List.copyOf(logLikelihoods);
        if (choices.isEmpty() || choices.size() != logLikelihoods.size()) {
            throw new IllegalArgumentException(
                    "need a likelihood for each choice, got " + logLikelihoods.size() + " for " + choices.size());
        }
    }

    /** The place of the likeliest choice. */
    public int best(Normalization normalization) {
        double[] scores = new double[choices.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = logLikelihoods.get(i) / length(choices.get(i), normalization);
        }
        return largest(scores);
    }

    /**
     * The place of the choice whose likelihood the question raises most ({@code acc_mutual_info}, PMI).
     *
     * @param unconditioned log-likelihood of each choice without the question
     */
    public int bestByMutualInformation(List<Double> unconditioned) {
        if (unconditioned.size() != choices.size()) {
            throw new IllegalArgumentException("need an unconditioned likelihood for each choice");
        }
        double[] scores = new double[choices.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = logLikelihoods.get(i) - unconditioned.get(i);
        }
        return largest(scores);
    }

    /**
     * The place of the choice that is likeliest by token.
     *
     * @param tokens how many tokens each choice has
     */
    public int bestByToken(List<Integer> tokens) {
        if (tokens.size() != choices.size()) {
            throw new IllegalArgumentException("need a number of tokens for each choice");
        }
        double[] scores = new double[choices.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = logLikelihoods.get(i) / tokens.get(i);
        }
        return largest(scores);
    }

    private static double length(String choice, Normalization normalization) {
        return switch (normalization) {
            case NONE -> 1;
            case CODE_POINTS -> choice.codePointCount(0, choice.length());
            case BYTES -> choice.getBytes(StandardCharsets.UTF_8).length;
        };
    }

    private static int largest(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }
}
