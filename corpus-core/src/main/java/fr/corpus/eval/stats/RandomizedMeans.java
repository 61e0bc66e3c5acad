package fr.corpus.eval.stats;

import fr.corpus.parallel.Workers;
import java.util.Arrays;

/**
 * Approximate randomization (Noreen 1989) of every two of many systems at once: the same trials as {@link Randomization#pValue}, whose
 * masks do not depend on the pair, so that each system is summed once for each trial instead of once for each pair. Immutable.
 *
 * <p>Clusters change sides as a whole. Right or wrong is counted by words of 64 items, other scores by tables of the sums of every
 * choice among 8 items. Sums are added in the order of items whatever the threads.
 */
public final class RandomizedMeans {

    private static final int CHUNK = 1024;
    private static final int WIDE = 8;
    private static final int CHOICES = 1 << WIDE;

    private final double[] totals;
    private final double[] scales;
    private final double[][] chosen;

    private RandomizedMeans(double[] totals, double[] scales, double[][] chosen) {
        this.totals = totals;
        this.scales = scales;
        this.chosen = chosen;
    }

    /**
     * Draws trials.
     *
     * @param scores of each system for each item, all of the same items
     * @param clusters which items change sides together
     * @param trials how many
     * @param seed at least 0
     * @param threads how many may work at a time; the sums do not depend on it
     */
    public static RandomizedMeans of(double[][] scores, Clusters clusters, int trials, long seed, int threads) {
        double[][] rows = clusters.areSingle()
                ? scores
                : Arrays.stream(scores).map(clusters::sums).toArray(double[][]::new);
        int items = clusters.count();
        double[] totals = new double[rows.length];
        double[] scales = new double[rows.length];
        long[][] ones = new long[rows.length][];
        for (int system = 0; system < rows.length; system++) {
            if (rows[system].length != items) {
                throw new IllegalArgumentException("need the same items for every system");
            }
            for (double score : rows[system]) {
                totals[system] += score;
                scales[system] += Math.abs(score);
            }
            ones[system] = ones(rows[system]);
        }
        double[][] chosen = new double[rows.length][trials];
        NumpyRandom.Bits bits = NumpyRandom.seeded(seed).bits();
        long[][] masks = new long[Math.min(CHUNK, trials)][(items + Long.SIZE - 1) / Long.SIZE];
        for (int first = 0; first < trials; first += CHUNK) {
            int count = Math.min(CHUNK, trials - first);
            for (int trial = 0; trial < count; trial++) {
                bits.fill(masks[trial], items);
            }
            int start = first;
            Workers.<RuntimeException>each(threads, "randomization", rows.length, () -> system -> {
                if (ones[system].length > 0) {
                    count(ones[system], masks, count, chosen[system], start);
                } else {
                    sum(rows[system], masks, count, chosen[system], start);
                }
            });
        }
        return new RandomizedMeans(totals, scales, chosen);
    }

    /** The items that are right, one bit each; empty when some score is neither 0 nor 1. */
    private static long[] ones(double[] row) {
        long[] ones = new long[(row.length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < row.length; i++) {
            if (row[i] == 1) {
                ones[i >> 6] |= 1L << i;
            } else if (row[i] != 0) {
                return new long[0];
            }
        }
        return ones;
    }

    private static void count(long[] ones, long[][] masks, int count, double[] into, int at) {
        for (int trial = 0; trial < count; trial++) {
            long[] mask = masks[trial];
            long sum = 0;
            for (int word = 0; word < ones.length; word++) {
                sum += Long.bitCount(ones[word] & mask[word]);
            }
            into[at + trial] = sum;
        }
    }

    private static void sum(double[] row, long[][] masks, int count, double[] into, int at) {
        double[] table = new double[CHOICES];
        for (int from = 0; from < row.length; from += WIDE) {
            for (int choice = 1; choice < CHOICES; choice++) {
                int last = Integer.numberOfTrailingZeros(Integer.highestOneBit(choice));
                table[choice] = table[choice - (1 << last)] + (from + last < row.length ? row[from + last] : 0);
            }
            int word = from >> 6;
            int shift = from & (Long.SIZE - 1);
            for (int trial = 0; trial < count; trial++) {
                into[at + trial] += table[(int) (masks[trial][word] >>> shift) & (CHOICES - 1)];
            }
        }
    }

    /** How many trials were drawn. */
    public int trials() {
        return chosen.length == 0 ? 0 : chosen[0].length;
    }

    /** The two-sided p-value of the difference of the means of two systems, one trial added. */
    public double pValue(int system, int other) {
        double seen = totals[system] - totals[other];
        double limit =
                Math.abs(seen) - 1e-12 * (scales[system] + scales[other]); // equal sums in another order are equal
        int more = 0;
        for (int trial = 0; trial < chosen[system].length; trial++) {
            double sum = 2 * (chosen[system][trial] - chosen[other][trial]) - seen;
            if (Math.abs(sum) >= limit) {
                more++;
            }
        }
        return (more + 1.0) / (chosen[system].length + 1);
    }
}
