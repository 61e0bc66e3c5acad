package fr.corpus.eval.metric;

import fr.corpus.eval.stats.NumpyRandom;
import fr.corpus.parallel.Workers;
import java.util.List;

/**
 * Approximate randomization of every two of many systems at once: the trials of {@link PairedTest#randomization}, whose masks do not
 * depend on the pair, so that statistics are summed once for each system instead of once for each pair. Immutable.
 */
public final class RandomizedScores {

    private static final int CHUNK = 64;

    private final Metric metric;
    private final List<double[]> totals;
    private final double[][] chosen;
    private final int trials;

    private RandomizedScores(Metric metric, List<double[]> totals, double[][] chosen, int trials) {
        this.metric = metric;
        this.totals = totals;
        this.chosen = chosen;
        this.trials = trials;
    }

    /**
     * Draws trials.
     *
     * @param systems of the same segments by the same metric
     * @param trials how many
     * @param seed of NumPy’s generator, at least 0
     * @param threads how many work at a time
     */
    public static RandomizedScores of(List<SegmentStatistics> systems, int trials, long seed, int threads) {
        Metric metric = systems.get(0).metric();
        int size = systems.get(0).size();
        int width = metric.width();
        double[][] chosen = new double[systems.size()][Math.multiplyExact(trials, width)];
        NumpyRandom.Bits bits = NumpyRandom.seeded(seed).bits();
        boolean[][] masks = new boolean[Math.min(CHUNK, trials)][size];
        for (int first = 0; first < trials; first += CHUNK) {
            int count = Math.min(CHUNK, trials - first);
            for (int i = 0; i < count; i++) {
                for (int segment = 0; segment < size; segment++) {
                    masks[i][segment] = bits.next();
                }
            }
            int start = first;
            boolean isSmall = (long) count * size * systems.size() < 1 << 18;
            Workers.each(isSmall ? 1 : threads, "randomization", count * systems.size(), () -> task -> {
                int system = task / count;
                int trial = task % count;
                sum(systems.get(system).rows(), masks[trial], chosen[system], (start + trial) * width, width);
            });
        }
        return new RandomizedScores(
                metric, systems.stream().map(SegmentStatistics::sums).toList(), chosen, trials);
    }

    private static void sum(double[] rows, boolean[] mask, double[] into, int at, int width) {
        for (int segment = 0; segment < mask.length; segment++) {
            if (mask[segment]) {
                for (int column = 0; column < width; column++) {
                    into[at + column] += rows[segment * width + column];
                }
            }
        }
    }

    /** The two-sided p-value of the difference of two systems: trials that differ strictly more, and one. */
    public double pValue(int system, int other) {
        int width = metric.width();
        double[] left = new double[width];
        double[] right = new double[width];
        double seen = Math.abs(metric.score(totals.get(system)) - metric.score(totals.get(other)));
        int more = 0;
        for (int trial = 0; trial < trials; trial++) {
            for (int column = 0; column < width; column++) {
                double one = chosen[system][trial * width + column];
                double two = chosen[other][trial * width + column];
                left[column] = one + totals.get(other)[column] - two;
                right[column] = two + totals.get(system)[column] - one;
            }
            if (Math.abs(metric.score(left, Arithmetic.WHOLE) - metric.score(right, Arithmetic.WHOLE)) > seen) {
                more++;
            }
        }
        return (more + 1.0) / (trials + 1);
    }
}
