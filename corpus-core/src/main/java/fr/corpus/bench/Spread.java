package fr.corpus.bench;

import java.util.List;

/** Figures that repeated measures are told by. */
final class Spread {

    private Spread() {}

    /** The middle value, the lower of two. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
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
