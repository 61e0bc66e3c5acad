package fr.corpus.bench;

import java.util.List;

/** Figures that repeated measures are told by. */
final class Spread {

    private Spread() {}

    /** The middle value, the lower of two. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    /** The value that a share of all do not exceed: the smallest of which that is true. */
    static double quantile(List<Double> values, double share) {
        int rank = (int) Math.ceil(share * values.size());
        return values.stream().sorted().toList().get(Math.max(1, rank) - 1);
    }

    /** The arithmetic mean. */
    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The largest value. */
    static double worst(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
