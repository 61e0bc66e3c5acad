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
    /** Features that the hot loop takes for each lane at once. */
    private static final int WIDTH = 4;

    private static final int STRIDE = LANES * WIDTH;
    private static final int BATCH = 16 * STRIDE;

    private final int[] features = new int[BATCH];
    private final int[] lanes = new int[LANES];
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
        features[count++] = feature;
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
        // The last stride is filled with a feature that is there: a minimum does not mind.
        int filled = (count + STRIDE - 1) / STRIDE * STRIDE;
        Arrays.fill(features, count, filled, features[0]);
        for (int p = 0; p < PERMUTATIONS; p++) {
            // Adding 2^31 turns an unsigned comparison into a signed one.
            int factor = (int) IsccTables.FACTORS[p];
            int summand = (int) IsccTables.SUMMANDS[p] + SLACK + Integer.MIN_VALUE;
            Arrays.fill(lanes, Integer.MAX_VALUE);
            for (int from = 0; from < filled; from += STRIDE) {
                lower(features, from, lanes, factor, summand);
            }
            for (int lane = 0; lane < LANES; lane++) {
                if (lanes[lane] <= bound(p)) {
                    exact(p, lane, filled, factor, summand);
                }
            }
        }
        count = 0;
    }

    /** The hot loop: one multiplication, one addition and one minimum for each feature and permutation. */
    private static void lower(int[] features, int from, int[] lanes, int factor, int summand) {
        for (int lane = 0; lane < LANES; lane++) {
            int a = features[from + lane] * factor + summand;
            int b = features[from + LANES + lane] * factor + summand;
            int c = features[from + 2 * LANES + lane] * factor + summand;
            int d = features[from + 3 * LANES + lane] * factor + summand;
            lanes[lane] = Math.min(lanes[lane], Math.min(Math.min(a, b), Math.min(c, d)));
        }
    }

    /** No feature whose estimate is above this can lower the minimum of a permutation. */
    private int bound(int permutation) {
        long bound = Math.min((minima[permutation] & 0xFFFFFFFFL) + SLACK, 0xFFFFFFFFL);
        return (int) bound + Integer.MIN_VALUE;
    }

    private void exact(int permutation, int lane, int filled, int factor, int summand) {
        for (int at = lane; at < filled; at += LANES) {
            int feature = features[at];
            if (feature * factor + summand <= bound(permutation)) {
                int value = value(permutation, feature);
                if (Integer.compareUnsigned(value, minima[permutation]) < 0) {
                    minima[permutation] = value;
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
