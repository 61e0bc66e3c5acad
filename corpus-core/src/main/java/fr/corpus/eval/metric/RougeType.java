package fr.corpus.eval.metric;

import java.util.Optional;

/**
 * What ROUGE compares. Immutable.
 *
 * @param order of n-grams, 1 to 9; 0 for the longest common subsequence, −1 for its union over sentences
 */
public record RougeType(int order) {

    private static final int MAX_ORDER = 9;

    /** Longest common subsequence of the whole texts. */
    public static final RougeType L = new RougeType(0);
    /** Union of longest common subsequences of sentences, one sentence a line. */
    public static final RougeType LSUM = new RougeType(-1);

    public RougeType {
        if (order < -1 || order > MAX_ORDER) {
            throw new IllegalArgumentException("need an order from 1 to " + MAX_ORDER + ", got " + order);
        }
    }

    /** N-grams of one order. */
    public static RougeType ngrams(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("need an order from 1 to " + MAX_ORDER + ", got " + order);
        }
        return new RougeType(order);
    }

    /** The type that the original calls so: {@code rouge1} to {@code rouge9}, {@code rougeL}, {@code rougeLsum}. */
    public static Optional<RougeType> named(String key) {
        if (key.equals("rougeL")) {
            return Optional.of(L);
        }
        if (key.equals("rougeLsum")) {
            return Optional.of(LSUM);
        }
        return key.matches("rouge[1-9]") ? Optional.of(new RougeType(key.charAt(5) - '0')) : Optional.empty();
    }

    /** Its name in the original. */
    public String key() {
        return order == 0 ? "rougeL" : order < 0 ? "rougeLsum" : "rouge" + order;
    }
}
