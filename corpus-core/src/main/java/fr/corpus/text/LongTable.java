package fr.corpus.text;

import java.util.Arrays;

/**
 * Counts 64-bit keys: an open-addressing table of (key, first position, count) in one primitive array. Sized to each
 * use, reused, given back after an exceptionally long text. Confined to one thread.
 *
 * <p>Keys are hashes or injective packings; two keys are the same gram when they are equal, no text is compared.
 */
final class LongTable {

    private static final int SMALLEST = 1 << 6;

    /** Key and (first position << 32 | count) side by side, so that a look-up touches one cache line. */
    private long[] cells = new long[2 * SMALLEST];

    private int mask = SMALLEST - 1;
    private int shift = 64 - 6;

    /** Forgets all keys and makes room for this many different ones. */
    void reset(int expected) {
        int capacity = capacityFor(expected);
        if (cells.length < 2 * capacity) {
            cells = new long[2 * capacity];
        } else {
            Arrays.fill(cells, 0, 2 * capacity, 0);
        }
        mask = capacity - 1;
        shift = 64 - Integer.numberOfTrailingZeros(capacity);
    }

    private static int capacityFor(int expected) {
        int least = (int) Math.min((1L << 29) - 1, expected + (expected >> 1) + 1L);
        return Math.max(SMALLEST, Integer.highestOneBit(least) << 1);
    }

    /**
     * Counts one occurrence of a key at a position.
     *
     * @return the position of the key's first occurrence in the upper 32 bits, its count in the lower 32
     */
    long add(long key, int position) {
        long[] table = cells;
        long stored = key == 0 ? 0x9E3779B97F4A7C15L : key;
        int slot = (int) ((stored * 0x9E3779B97F4A7C15L) >>> shift);
        while (true) {
            long found = table[2 * slot];
            if (found == stored) {
                return ++table[2 * slot + 1];
            }
            if (found == 0) {
                table[2 * slot] = stored;
                return table[2 * slot + 1] = (long) position << 32 | 1;
            }
            slot = slot + 1 & mask;
        }
    }

    /** Cells that are allocated. */
    int capacity() {
        return cells.length / 2;
    }

    /** Gives back arrays that are far too large for a text of this many UTF-16 units. */
    void trim(int textLength) {
        if (cells.length > Math.max(1 << 15, 8 * (long) textLength)) {
            cells = new long[2 * SMALLEST];
            mask = SMALLEST - 1;
            shift = 64 - 6;
        }
    }
}
