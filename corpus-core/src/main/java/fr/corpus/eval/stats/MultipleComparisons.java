package fr.corpus.eval.stats;

import java.util.Arrays;
import java.util.Comparator;

/** P-values corrected because many were computed: one is significant when its corrected value is at most the level. */
public final class MultipleComparisons {

    private MultipleComparisons() {}

    /** Holm (1979): holds the chance of a single false difference among all. */
    public static double[] holm(double[] pValues) {
        Integer[] order = ascending(pValues);
        int n = pValues.length;
        double[] corrected = new double[n];
        double largest = 0;
        for (int rank = 0; rank < n; rank++) {
            largest = Math.max(largest, Math.min(1, (n - rank) * pValues[order[rank]]));
            corrected[order[rank]] = largest;
        }
        return corrected;
    }

    /** Benjamini and Hochberg (1995): holds the share of false differences among those found. */
    public static double[] benjaminiHochberg(double[] pValues) {
        Integer[] order = ascending(pValues);
        int n = pValues.length;
        double[] corrected = new double[n];
        double smallest = 1;
        for (int rank = n - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, pValues[order[rank]] * n / (rank + 1));
            corrected[order[rank]] = smallest;
        }
        return corrected;
    }

    private static Integer[] ascending(double[] pValues) {
        Integer[] order = new Integer[pValues.length];
        for (int i = 0; i < order.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException("no p-value: " + pValues[i]);
            }
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
        return order;
    }
}
