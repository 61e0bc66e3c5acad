package fr.corpus.eval.metric;

import fr.corpus.eval.stats.NumpyRandom;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The scores of bootstrap resamples of a corpus (Koehn 2004), those that sacreBLEU draws with NumPy 2: sums and scores in
 * single precision. Immutable.
 */
public final class BootstrapScores {

    private static final int CHUNK = 32;
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

    static BootstrapScores of(SegmentStatistics statistics, int resamples, NumpyRandom random, int threads) {
        int size = statistics.size();
        float[] rows = singles(statistics.rows());
        double[] scores = new double[resamples];
        boolean[] singles = new boolean[resamples];
        int[][] chosen = new int[Math.min(CHUNK, resamples)][size];
        for (int first = 0; first < resamples; first += CHUNK) {
            int count = Math.min(CHUNK, resamples - first);
            for (int i = 0; i < count; i++) {
                random.choose(size, chosen[i]);
            }
            int start = first;
            AtomicInteger next = new AtomicInteger();
            Parallel.run((long) count * size < 1 << 16 ? 1 : threads, () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    double[] sums = sum(rows, statistics.metric().width(), chosen[i]);
                    scores[start + i] = statistics.metric().score(sums, Arithmetic.SINGLE);
                    singles[start + i] = isSingle(statistics.metric(), sums);
                }
            });
        }
        boolean single = true;
        for (boolean one : singles) {
            single &= one;
        }
        return new BootstrapScores(scores, single);
    }

    private static float[] singles(double[] rows) {
        float[] singles = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            singles[i] = (float) rows[i];
        }
        return singles;
    }

    /** Adds the chosen rows one after the other in single precision. */
    private static double[] sum(float[] rows, int width, int[] chosen) {
        float[] sums = new float[width];
        for (int row : chosen) {
            int at = row * width;
            for (int column = 0; column < width; column++) {
                sums[column] += rows[at + column];
            }
        }
        double[] wide = new double[width];
        for (int column = 0; column < width; column++) {
            wide[column] = sums[column];
        }
        return wide;
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
