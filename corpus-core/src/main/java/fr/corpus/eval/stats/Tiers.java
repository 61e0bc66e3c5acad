package fr.corpus.eval.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tiers instead of ranks: a system opens a new tier only if it is significantly worse than the best of the tier above. */
public final class Tiers {

    private Tiers() {}

    /** Says whether two systems differ. */
    @FunctionalInterface
    public interface Difference {
        /** Whether two systems, by their places, differ significantly. */
        boolean between(int first, int second);
    }

    /**
     * The tier of each system, from 1, the best.
     *
     * @param scores higher is better
     * @param difference significant after correction
     */
    public static int[] of(double[] scores, Difference difference) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .toList());
        int[] tiers = new int[scores.length];
        int tier = 0;
        int best = -1;
        for (int system : order) {
            if (best < 0 || difference.between(best, system)) {
                tier++;
                best = system;
            }
            tiers[system] = tier;
        }
        return tiers;
    }
}
