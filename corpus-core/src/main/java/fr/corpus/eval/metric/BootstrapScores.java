package fr.corpus.eval.metric;

import fr.corpus.eval.stats.NumpyRandom;
import fr.corpus.parallel.Workers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of bootstrap resamples of a corpus (Koehn 2004), those that sacreBLEU draws with NumPy 2: sums and scores in
 * single precision. Immutable.
 */
public final class BootstrapScores {

    private static final int CHUNK = 32;
    private static final int GROUP = 8;
    private static final int TAILS = 40;
    private static final MathContext EXACT_ENOUGH = new MathContext(60);

    private final double[] scores;
    /** Whether every score is a NumPy single, so that what is made of them is single, too. */
    private final boolean single;

    private BootstrapScores(double[] scores, boolean single) {
        this.scores = scores;
        this.single = single;
    }

    /**
     * Resamples the segments of one system.
     *
     * @param resamples how many, at least 1
     * @param seed of NumPy’s generator, at least 0
     * @param threads how many work at a time
     */
    public static BootstrapScores of(SegmentStatistics statistics, int resamples, long seed, int threads) {
        return of(statistics, resamples, NumpyRandom.seeded(seed), threads);
    }

    /** Resamples the same segments of several systems, all on the same resamples. */
    public static List<BootstrapScores> of(List<SegmentStatistics> systems, int resamples, long seed, int threads) {
        return of(systems, resamples, NumpyRandom.seeded(seed), threads);
    }

    static BootstrapScores of(SegmentStatistics statistics, int resamples, NumpyRandom random, int threads) {
        return of(List.of(statistics), resamples, random, threads).get(0);
    }

    /** Resamples the same segments of several systems by one metric. */
    static List<BootstrapScores> of(List<SegmentStatistics> systems, int resamples, NumpyRandom random, int threads) {
        int size = systems.get(0).size();
        List<ResampledSums> tables = systems.stream().map(ResampledSums::new).toList();
        boolean needsCounts = tables.stream().anyMatch(ResampledSums::needsCounts);
        double[][] scores = new double[systems.size()][resamples];
        boolean[][] singles = new boolean[systems.size()][resamples];
        int[][] chosen = new int[Math.min(CHUNK, resamples)][size];
        int[][] counts = new int[chosen.length][needsCounts ? size : 0];
        for (int first = 0; first < resamples; first += CHUNK) {
            int count = Math.min(CHUNK, resamples - first);
            for (int i = 0; i < count; i++) {
                random.choose(size, chosen[i]);
                if (needsCounts) {
                    count(chosen[i], counts[i]);
                }
            }
            int start = first;
            int groups = (count + GROUP - 1) / GROUP;
            boolean isSmall = (long) count * size * systems.size() < 1 << 16;
            Workers.each(isSmall ? 1 : threads, "bootstrap", groups * tables.size(), () -> task -> {
                int system = task / groups;
                int from = task % groups * GROUP;
                double[][] sums = tables.get(system).of(chosen, counts, from, Math.min(count, from + GROUP));
                Metric metric = systems.get(system).metric();
                for (int i = 0; i < sums.length; i++) {
                    scores[system][start + from + i] = metric.score(sums[i], Arithmetic.SINGLE);
                    singles[system][start + from + i] = isSingle(metric, sums[i]);
                }
            });
        }
        List<BootstrapScores> results = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            results.add(new BootstrapScores(scores[i], all(singles[i])));
        }
        return results;
    }

    private static void count(int[] chosen, int[] counts) {
        Arrays.fill(counts, 0);
        for (int row : chosen) {
            counts[row]++;
        }
    }

    private static boolean all(boolean[] flags) {
        boolean all = true;
        for (boolean one : flags) {
            all &= one;
        }
        return all;
    }

    /** Whether the original’s score of these sums is a NumPy single and not a number of Python. */
    private static boolean isSingle(Metric metric, double[] sums) {
        if (metric instanceof Ter) {
            return sums[1] > 0;
        }
        return metric instanceof Chrf chrf && chrf.isSingle(sums);
    }

    /** The scores in the order drawn. */
    public double[] scores() {
        return scores.clone();
    }

    boolean isSingle() {
        return single;
    }

    /** Half the width of the middle 95 %. */
    public double halfWidth() {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int tail = sorted.length / TAILS;
        double width = sorted[sorted.length - tail - 1] - sorted[tail];
        return single ? 0.5f * (float) width : 0.5 * width;
    }

    /** The mean, exact and then rounded: that of a single system. */
    public double exactMean() {
        BigDecimal sum = BigDecimal.ZERO;
        for (double score : scores) {
            sum = sum.add(new BigDecimal(score));
        }
        double mean =
                sum.divide(BigDecimal.valueOf(scores.length), EXACT_ENOUGH).doubleValue();
        return single ? (float) mean : mean;
    }

    /** The mean as NumPy adds the sorted scores: that of paired tests. */
    public double mean() {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return single ? NumpySums.meanSingle(sorted) : NumpySums.mean(sorted);
    }
}
