package fr.corpus.eval.stats;

import fr.corpus.parallel.Workers;
import fr.corpus.stats.Interval;
import java.util.Arrays;

/**
 * The means of many systems over the same resamples of items (Efron 1979), hence intervals of each and paired tests of every
 * two. Immutable.
 *
 * <p>Items are drawn by NumPy’s generator, one resample after the other. A mean is the sum of score times how often drawn, in
 * the order of items and with four partial sums, so that it depends on no thread.
 */
public final class BootstrapMeans {

    /** Resamples unless told otherwise. */
    public static final int RESAMPLES = 1000;

    private static final int TILE = 2048;
    private static final int CHUNK = 16;

    private final double[] means;
    private final double[][] resampled;

    private BootstrapMeans(double[] means, double[][] resampled) {
        this.means = means;
        this.resampled = resampled;
    }

    /**
     * Resamples items.
     *
     * @param scores of each system for each item, all of the same items
     * @param resamples how many
     * @param seed at least 0
     * @param threads how many may work at a time; the means do not depend on it
     */
    public static BootstrapMeans of(double[][] scores, int resamples, long seed, int threads) {
        double[][] resampled = sums(scores, resamples, seed, threads);
        for (double[] sums : resampled) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] /= scores[0].length;
            }
        }
        return new BootstrapMeans(means(scores), resampled);
    }

    /**
     * Resamples clusters of items, all items of a cluster together, so that a mean is over as many items as the clusters drawn have.
     *
     * @param scores of each system for each item, all of the same items
     * @param clusters which items hang together; single items are resampled as by {@link #of}
     */
    public static BootstrapMeans clustered(
            double[][] scores, Clusters clusters, int resamples, long seed, int threads) {
        if (clusters.areSingle()) {
            return of(scores, resamples, seed, threads);
        }
        double[][] rows = new double[scores.length + 1][];
        for (int i = 0; i < scores.length; i++) {
            rows[i] = clusters.sums(scores[i]);
        }
        rows[scores.length] = clusters.sizes();
        double[][] sums = sums(rows, resamples, seed, threads);
        double[][] resampled = Arrays.copyOf(sums, scores.length);
        for (double[] system : resampled) {
            for (int i = 0; i < resamples; i++) {
                system[i] /= sums[scores.length][i];
            }
        }
        return new BootstrapMeans(means(scores), resampled);
    }

    /**
     * Scores that are no means of items, resampled elsewhere, all on the same resamples.
     *
     * @param scores of each system over all items
     * @param resampled for each system its score on each resample
     */
    public static BootstrapMeans ofScores(double[] scores, double[][] resampled) {
        return new BootstrapMeans(scores.clone(), resampled);
    }

    private static double[] means(double[][] scores) {
        double[] means = new double[scores.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = SampleMean.mean(scores[i]);
        }
        return means;
    }

    private static double[][] sums(double[][] rows, int resamples, long seed, int threads) {
        int items = rows.length == 0 ? 0 : rows[0].length;
        for (double[] system : rows) {
            if (system.length != items || items == 0) {
                throw new IllegalArgumentException("need the same items for every system, at least one");
            }
        }
        NumpyRandom random = NumpyRandom.seeded(seed);
        double[][] resampled = new double[rows.length][resamples];
        double[][] counts = new double[Math.min(CHUNK, resamples)][items];
        for (int first = 0; first < resamples; first += CHUNK) {
            int count = Math.min(CHUNK, resamples - first);
            for (int i = 0; i < count; i++) {
                draw(random, counts[i]);
            }
            int start = first;
            Workers.<RuntimeException>each(
                    threads,
                    "bootstrap",
                    rows.length,
                    () -> system -> sum(rows[system], counts, count, resampled[system], start));
        }
        return resampled;
    }

    private static void draw(NumpyRandom random, double[] counts) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < counts.length; i++) {
            counts[random.below(counts.length)]++;
        }
    }

    /** The sums of one system over some resamples, tile by tile so that scores stay in the cache. */
    private static void sum(double[] scores, double[][] counts, int count, double[] into, int at) {
        for (int from = 0; from < scores.length; from += TILE) {
            int to = Math.min(scores.length, from + TILE);
            for (int i = 0; i < count; i++) {
                into[at + i] += product(scores, counts[i], from, to);
            }
        }
    }

    private static double product(double[] scores, double[] counts, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += scores[i] * counts[i];
            b += scores[i + 1] * counts[i + 1];
            c += scores[i + 2] * counts[i + 2];
            d += scores[i + 3] * counts[i + 3];
        }
        for (; i < to; i++) {
            a += scores[i] * counts[i];
        }
        return a + b + (c + d);
    }

    /** The mean of a system over all items. */
    public double mean(int system) {
        return means[system];
    }

    /** The percentile interval of a system’s mean. */
    public Interval interval(int system, double confidence) {
        return percentiles(resampled[system].clone(), confidence);
    }

    /** The percentile interval of the mean of one system less that of another. */
    public Interval differenceInterval(int system, int other, double confidence) {
        return percentiles(differences(system, other), confidence);
    }

    /**
     * The two-sided p-value of a difference: the share of resamples whose difference strays from the one seen by at least as much as
     * that one strays from zero, and one more.
     */
    public double pValue(int system, int other) {
        double seen = means[system] - means[other];
        int more = 0;
        double[] differences = differences(system, other);
        for (double difference : differences) {
            if (Math.abs(difference - seen) >= Math.abs(seen)) {
                more++;
            }
        }
        return (more + 1.0) / (differences.length + 1);
    }

    /** The standard deviation of a system’s mean over resamples. */
    public double deviation(int system) {
        return deviation(resampled[system]);
    }

    /** The standard deviation of a difference over resamples. */
    public double differenceDeviation(int system, int other) {
        return deviation(differences(system, other));
    }

    private static double deviation(double[] values) {
        return Math.sqrt(SampleMean.variance(values, SampleMean.mean(values)));
    }

    private double[] differences(int system, int other) {
        double[] differences = resampled[system].clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= resampled[other][i];
        }
        return differences;
    }

    static Interval percentiles(double[] values, double confidence) {
        Arrays.sort(values);
        int tail = (int) Math.floor(values.length * (1 - confidence) / 2 + 1e-9);
        return new Interval(values[tail], values[values.length - tail - 1]);
    }
}
