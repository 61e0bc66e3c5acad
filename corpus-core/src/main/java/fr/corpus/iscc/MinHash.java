package fr.corpus.iscc;

import java.util.Arrays;

/**
 * The MinHash of ISO 24138: for each of 64 permutations the smallest {@code ((a·f + b) mod 2^64 mod (2^61 − 1)) mod 2^32}
 * over all features f. Confined to one thread, reusable.
 *
 * <p>A permutation's value differs from {@code (a·f + b) mod 2^32} by at most 8, since 2^61 − 1 is −1 modulo 2^32. So 32-bit
 * products, which the compiler turns into vector instructions, tell which few features need the exact formula; the result is
 * exact.
 */
final class MinHash {

    static final int PERMUTATIONS = 64;

    private static final long PRIME = (1L << 61) - 1;
    private static final int SLACK = 8;
    private static final int LANES = 256;
    private static final int FOLDED = LANES / 4;
    /** Rows that the hot loop takes at once. */
    private static final int STRIDE = 4;

    private static final int ROWS = 16 * STRIDE;
    private static final int BATCH = ROWS * LANES;

    /** Features, {@link #LANES} to a row. */
    private final int[][] rows = new int[ROWS][LANES];

    private final int[] lanes = new int[LANES];
    private final int[] folded = new int[FOLDED];
    private final int[] minima = new int[PERMUTATIONS];
    private int count;

    MinHash() {
        reset();
    }

    void reset() {
        count = 0;
        Arrays.fill(minima, -1);
    }

    void add(int feature) {
        if (count == BATCH) {
            flush();
        }
        rows[count / LANES][count % LANES] = feature;
        count++;
    }

    /** The 64 smallest values, as unsigned 32-bit numbers. At least one feature must have been added. */
    int[] minima() {
        flush();
        return minima.clone();
    }

    private void flush() {
        if (count == 0) {
            return;
        }
        // The last row is filled with a feature that is there: a minimum does not mind.
        int filled = (count + LANES - 1) / LANES;
        for (int i = count; i < filled * LANES; i++) {
            rows[i / LANES][i % LANES] = rows[0][0];
        }
        for (int p = 0; p < PERMUTATIONS; p++) {
            int factor = (int) IsccTables.FACTORS[p];
            int summand = (int) IsccTables.SUMMANDS[p] + SLACK;
            Arrays.fill(lanes, Integer.MAX_VALUE);
            int row = 0;
            for (; row + STRIDE <= filled; row += STRIDE) {
                lower(rows, row, lanes, factor, summand);
            }
            for (; row < filled; row++) {
                lower(rows[row], lanes, factor, summand);
            }
            settle(p, filled, factor, summand);
        }
        count = 0;
    }

    /** Lowers a minimum by the features whose estimate lets it. */
    private void settle(int p, int filled, int factor, int summand) {
        fold(lanes, folded);
        int best = Integer.MAX_VALUE;
        for (int least : folded) {
            best = Math.min(best, least);
        }
        int bound = bound(p);
        if (best > bound) {
            return;
        }
        // The best estimate is hardly ever far from its value: where the estimate has wrapped around, all are looked at
        // again.
        int near = (int) Math.min((long) best + SLACK, bound);
        exact(p, near, filled, factor, summand);
        if (near < bound(p)) {
            exact(p, bound(p), filled, factor, summand);
        }
    }

    private static void fold(int[] lanes, int[] folded) {
        for (int i = 0; i < FOLDED; i++) {
            int least = lanes[i];
            int lower = lanes[i + FOLDED] - least;
            least += lower & lower >> 31;
            lower = lanes[i + 2 * FOLDED] - least;
            least += lower & lower >> 31;
            lower = lanes[i + 3 * FOLDED] - least;
            folded[i] = least + (lower & lower >> 31);
        }
    }

    private static void lower(int[] row, int[] lanes, int factor, int summand) {
        for (int lane = 0; lane < LANES; lane++) {
            int least = lanes[lane];
            int lower = (row[lane] * factor + summand >>> 1) - least;
            lanes[lane] = least + (lower & lower >> 31);
        }
    }

    /**
     * The hot loop: the smallest estimate of each lane, halved so that differences have a sign. Written without {@code
     * Math.min}, which the compiler of JDK 17 does not turn into vector instructions here: five times faster.
     */
    private static void lower(int[][] rows, int row, int[] lanes, int factor, int summand) {
        int[] a = rows[row];
        int[] b = rows[row + 1];
        int[] c = rows[row + 2];
        int[] d = rows[row + 3];
        for (int lane = 0; lane < LANES; lane++) {
            int least = lanes[lane];
            int lower = (a[lane] * factor + summand >>> 1) - least;
            least += lower & lower >> 31;
            lower = (b[lane] * factor + summand >>> 1) - least;
            least += lower & lower >> 31;
            lower = (c[lane] * factor + summand >>> 1) - least;
            least += lower & lower >> 31;
            lower = (d[lane] * factor + summand >>> 1) - least;
            lanes[lane] = least + (lower & lower >> 31);
        }
    }

    /** No feature whose halved estimate is above this can lower the minimum of a permutation. */
    private int bound(int permutation) {
        long bound = Math.min((minima[permutation] & 0xFFFFFFFFL) + SLACK, 0xFFFFFFFFL);
        return (int) (bound >>> 1);
    }

    /** Lowers a minimum by the features whose halved estimate is not above a bound. */
    private void exact(int p, int bound, int filled, int factor, int summand) {
        for (int first = 0; first < FOLDED; first++) {
            if (folded[first] > bound) {
                continue;
            }
            for (int lane = first; lane < LANES; lane += FOLDED) {
                if (lanes[lane] <= bound) {
                    exact(p, bound, lane, filled, factor, summand);
                }
            }
        }
    }

    private void exact(int p, int bound, int lane, int filled, int factor, int summand) {
        for (int row = 0; row < filled; row++) {
            int feature = rows[row][lane];
            if (feature * factor + summand >>> 1 <= bound) {
                int value = value(p, feature);
                if (Integer.compareUnsigned(value, minima[p]) < 0) {
                    minima[p] = value;
                }
            }
        }
    }

    /** The formula of the standard. */
    static int value(int permutation, int feature) {
        long product = IsccTables.FACTORS[permutation] * (feature & 0xFFFFFFFFL) + IsccTables.SUMMANDS[permutation];
        return (int) Long.remainderUnsigned(product, PRIME);
    }

    /**
     * 256 bits: the lowest bit of the 64 values, first value first, then the next bit of all, four times; so a shorter code
     * is the beginning of a longer one.
     */
    static byte[] compress(int[] minima) {
        byte[] bits = new byte[32];
        for (int at = 0; at < bits.length; at++) {
            int plane = at >>> 3;
            int first = (at & 7) << 3;
            int packed = 0;
            for (int i = 0; i < 8; i++) {
                packed = packed << 1 | minima[first + i] >>> plane & 1;
            }
            bits[at] = (byte) packed;
        }
        return bits;
    }
}
