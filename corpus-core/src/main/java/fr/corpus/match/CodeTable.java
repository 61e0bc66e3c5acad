package fr.corpus.match;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * 256-bit Text-Codes (ISO 24138) of reserved texts, found again by codes that are near. Immutable once sealed; thread-safe. Memory:
 * 120 bytes a code and 344 KB.
 *
 * <p>A code is made of 64 minima of four bits each; of two texts whose 13-grams have Jaccard similarity J, a minimum agrees with
 * probability J + (1 − J) / 16. Codes are near when they differ in at most {@value #MAX_DISTANCE} bits, which J = 0.5 gives on
 * average. At a quarter of the bits no exact multi-index is faster than looking at every code, so codes are compared that share
 * {@value #ROWS} minima in a row, one of {@value #BANDS} rows: of pairs with J = 0.5 that is 97 %, of J = 0.6 99.7 %; of
 * unrelated codes one in 195.
 */
final class CodeTable {

    /** Bits of 256 in which near codes differ at most. */
    static final int MAX_DISTANCE = 64;

    private static final int ROWS = 3;
    private static final int BANDS = 21;
    private static final int LONGS = 4;
    private static final int BUCKETS = 1 << ROWS * LONGS;

    private long[] codes = new long[16 * LONGS];
    private int[] selectors = new int[16];
    private int size;
    private int[][] starts = {};
    private int[][] entries = {};

    /** Receives a near code. */
    @FunctionalInterface
    interface Found {
        /** One code. */
        void accept(int selector, int distance);
    }

    /** The four words of a code's 32 bytes. */
    static long[] words(byte[] body) {
        LongBuffer buffer = ByteBuffer.wrap(body).asLongBuffer();
        long[] words = new long[LONGS];
        buffer.get(words);
        return words;
    }

    /** In how many bits two codes differ. */
    static int distance(long[] a, long[] b) {
        int distance = 0;
        for (int i = 0; i < LONGS; i++) {
            distance += Long.bitCount(a[i] ^ b[i]);
        }
        return distance;
    }

    /** How much of two codes is the same, 0 to 1. */
    static double similarity(int distance) {
        return 1 - distance / (double) (LONGS * Long.SIZE);
    }

    /** Adds a code by the number of its selector. */
    void add(long[] code, int selector) {
        if (size == selectors.length) {
            selectors = Arrays.copyOf(selectors, Math.addExact(size, size));
            codes = Arrays.copyOf(codes, Math.multiplyExact(selectors.length, LONGS));
        }
        System.arraycopy(code, 0, codes, size * LONGS, LONGS);
        selectors[size++] = selector;
    }

    /** Makes ready for look-ups. */
    void seal() {
        if (size == 0) {
            return;
        }
        starts = new int[BANDS][BUCKETS + 1];
        entries = new int[BANDS][size];
        for (int band = 0; band < BANDS; band++) {
            for (int i = 0; i < size; i++) {
                starts[band][bucket(codes, i * LONGS, band) + 1]++;
            }
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                starts[band][bucket + 1] += starts[band][bucket];
            }
            int[] next = starts[band].clone();
            for (int i = 0; i < size; i++) {
                entries[band][next[bucket(codes, i * LONGS, band)]++] = i;
            }
        }
    }

    /** The bits of three minima: a minimum has one bit in each word, at the same place. */
    private static int bucket(long[] code, int at, int band) {
        int shift = Long.SIZE - ROWS * (band + 1);
        int bucket = 0;
        for (int i = 0; i < LONGS; i++) {
            bucket = bucket << ROWS | (int) (code[at + i] >>> shift) & (1 << ROWS) - 1;
        }
        return bucket;
    }

    /** Gives every near code, one that shares several rows several times. */
    void find(long[] code, Found found) {
        for (int band = 0; band < starts.length; band++) {
            int bucket = bucket(code, 0, band);
            for (int e = starts[band][bucket]; e < starts[band][bucket + 1]; e++) {
                int at = entries[band][e] * LONGS;
                int distance = Long.bitCount(codes[at] ^ code[0])
                        + Long.bitCount(codes[at + 1] ^ code[1])
                        + Long.bitCount(codes[at + 2] ^ code[2])
                        + Long.bitCount(codes[at + 3] ^ code[3]);
                if (distance <= MAX_DISTANCE) {
                    found.accept(selectors[entries[band][e]], distance);
                }
            }
        }
    }

    int size() {
        return size;
    }
}
