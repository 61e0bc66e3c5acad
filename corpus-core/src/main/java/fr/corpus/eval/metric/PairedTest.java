package fr.corpus.eval.metric;

import fr.corpus.eval.stats.NumpyRandom;
import fr.corpus.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a system differs from a baseline on the same segments, by the two tests of sacreBLEU. The p-value counts resamples
 * that differ strictly more, plus one: a single segment always gives 1/(B+1).
 *
 * @param difference score of the system less score of the baseline
 * @param pValue two-sided
 * @param mean of bootstrap resamples of the system, when drawn
 * @param halfWidth of their middle 95 %, when drawn
 */
public record PairedTest(double difference, double pValue, OptionalDouble mean, OptionalDouble halfWidth) {

    /** Resamples of the bootstrap test unless told otherwise. */
    public static final int BOOTSTRAPS = 1000;
    /** Trials of approximate randomization unless told otherwise. */
    public static final int TRIALS = 10_000;

    private static final int CHUNK = 64;

    /**
     * Paired bootstrap (Koehn 2004): the differences of resamples, centred, against the difference seen.
     *
     * @param resampling how many bootstraps and the seed
     */
    public static PairedTest bootstrap(
            SegmentStatistics baseline, SegmentStatistics system, Resampling resampling, int threads) {
        return bootstrap(baseline, List.of(system), resampling, threads).get(0);
    }

    /** The same for several systems, all on the same resamples. */
    public static List<PairedTest> bootstrap(
            SegmentStatistics baseline, List<SegmentStatistics> systems, Resampling resampling, int threads) {
        List<SegmentStatistics> all = new ArrayList<>();
        all.add(baseline);
        systems.forEach(system -> {
            check(baseline, system);
            all.add(system);
        });
        List<BootstrapScores> scores =
                BootstrapScores.of(all, resampling.bootstraps(), NumpyRandom.seeded(resampling.seed()), threads);
        List<PairedTest> tests = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            tests.add(test(baseline.score(), all.get(i).score(), scores.get(0), scores.get(i)));
        }
        return tests;
    }

    private static PairedTest test(double baseline, double system, BootstrapScores first, BootstrapScores second) {
        boolean single = first.isSingle() && second.isSingle();
        double[] left = first.scores();
        double[] right = second.scores();
        double[] differences = new double[left.length];
        for (int i = 0; i < differences.length; i++) {
            double difference = Math.abs(right[i] - left[i]);
            differences[i] = single ? (float) difference : difference;
        }
        double mean = single ? NumpySums.meanSingle(differences) : NumpySums.mean(differences);
        double seen = Math.abs(baseline - system);
        double limit = single ? (float) seen : seen;
        int more = 0;
        for (double difference : differences) {
            double centred = difference - mean;
            if ((single ? (float) centred : centred) > limit) {
                more++;
            }
        }
        return new PairedTest(
                system - baseline,
                (more + 1.0) / (differences.length + 1),
                OptionalDouble.of(second.mean()),
                OptionalDouble.of(second.halfWidth()));
    }

    /**
     * Approximate randomization (Riezler and Maxwell 2005): segments change sides at random.
     *
     * @param resampling how many trials, how many bootstraps for the interval (0 for none), and the seed
     */
    public static PairedTest randomization(
            SegmentStatistics baseline, SegmentStatistics system, Resampling resampling, int threads) {
        check(baseline, system);
        NumpyRandom random = NumpyRandom.seeded(resampling.seed());
        double seen = Math.abs(baseline.score() - system.score());
        int more = trials(baseline, system, resampling.trials(), random, seen, threads);
        OptionalDouble mean = OptionalDouble.empty();
        OptionalDouble halfWidth = OptionalDouble.empty();
        if (resampling.bootstraps() > 0) { // drawn behind the masks, from the same generator
            BootstrapScores scores = BootstrapScores.of(system, resampling.bootstraps(), random, threads);
            mean = OptionalDouble.of(scores.mean());
            halfWidth = OptionalDouble.of(scores.halfWidth());
        }
        return new PairedTest(
                system.score() - baseline.score(), (more + 1.0) / (resampling.trials() + 1), mean, halfWidth);
    }

    private static int trials(
            SegmentStatistics baseline,
            SegmentStatistics system,
            int trials,
            NumpyRandom random,
            double seen,
            int threads) {
        int size = baseline.size();
        NumpyRandom.Bits bits = random.bits();
        boolean[][] swapped = new boolean[Math.min(CHUNK, trials)][size];
        AtomicInteger more = new AtomicInteger();
        for (int first = 0; first < trials; first += CHUNK) {
            int count = Math.min(CHUNK, trials - first);
            for (int i = 0; i < count; i++) {
                for (int segment = 0; segment < size; segment++) {
                    swapped[i][segment] = bits.next();
                }
            }
            boolean isSmall = (long) count * size < 1 << 16;
            Workers.each(isSmall ? 1 : threads, "permutations", count, () -> trial -> {
                if (difference(baseline, system, swapped[trial]) > seen) {
                    more.incrementAndGet();
                }
            });
        }
        return more.get();
    }

    private static double difference(SegmentStatistics baseline, SegmentStatistics system, boolean[] swapped) {
        int width = baseline.metric().width();
        double[] left = new double[width];
        double[] right = new double[width];
        double[] a = baseline.rows();
        double[] b = system.rows();
        for (int segment = 0; segment < swapped.length; segment++) {
            int at = segment * width;
            double[] forLeft = swapped[segment] ? a : b;
            double[] forRight = swapped[segment] ? b : a;
            for (int column = 0; column < width; column++) {
                left[column] += forLeft[at + column];
                right[column] += forRight[at + column];
            }
        }
        Metric metric = baseline.metric();
        return Math.abs(metric.score(left, Arithmetic.WHOLE) - metric.score(right, Arithmetic.WHOLE));
    }

    private static void check(SegmentStatistics baseline, SegmentStatistics system) {
        if (baseline.size() != system.size() || !baseline.metric().equals(system.metric())) {
            throw new IllegalArgumentException("a paired test needs the same metric and the same segments");
        }
    }
}
