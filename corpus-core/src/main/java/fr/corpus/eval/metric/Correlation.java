package fr.corpus.eval.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/** How two columns of numbers go together; empty where a column is constant or there are fewer than two rows. */
public final class Correlation {

    private Correlation() {}

    /** Pearson’s correlation. */
    public static OptionalDouble pearson(double[] left, double[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException("need columns of one length, got " + left.length + ", " + right.length);
        }
        if (left.length < 2 || isConstant(left) || isConstant(right)) {
            return OptionalDouble.empty();
        }
        double[] x = centred(left);
        double[] y = centred(right);
        double both = product(x, y);
        double scale = Math.sqrt(product(x, x)) * Math.sqrt(product(y, y));
        return scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.max(-1, Math.min(1, both / scale)));
    }

    /** Spearman’s correlation: Pearson’s of ranks, equal numbers sharing the mean of their ranks. */
    public static OptionalDouble spearman(double[] left, double[] right) {
        return pearson(ranks(left), ranks(right));
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double[] centred(double[] values) {
        double mean = NumpySums.mean(values);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
