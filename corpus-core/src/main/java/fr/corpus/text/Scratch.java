package fr.corpus.text;

import java.util.Arrays;

/** Working arrays of the signal kernels, one set a view. Confined to one thread. */
final class Scratch {

    private static final int SMALLEST = 1024;

    /** The counting table. */
    final LongTable table = new LongTable();

    /** For each position the first position of the same gram. */
    int[] first = new int[SMALLEST];

    /** Positions whose gram occurs at least twice, ascending. */
    int[] repeated = new int[SMALLEST];

    /** A bit a position: its gram occurs at least twice. */
    long[] marks = new long[SMALLEST / 64 + 1];

    /** A bit a gram: it was met on the walk. */
    long[] met = new long[SMALLEST / 64 + 1];

    /** Makes room for this many positions. */
    void reserve(int positions) {
        if (first.length < positions) {
            int capacity = Math.max(positions, first.length + (first.length >> 1));
            first = new int[capacity];
            repeated = new int[capacity];
            marks = new long[(capacity >> 6) + 1];
            met = new long[(capacity >> 6) + 1];
        }
    }

    /** Clears the first bits of a set. */
    static void clear(long[] bits, int positions) {
        Arrays.fill(bits, 0, (positions >> 6) + 1, 0);
    }

    /** Gives back what is far too large for a text of this many UTF-16 units. */
    void trim(int textLength) {
        table.trim(textLength);
        if (first.length > Math.max(1 << 14, 2L * textLength)) {
            first = new int[SMALLEST];
            repeated = new int[SMALLEST];
            marks = new long[SMALLEST / 64 + 1];
            met = new long[SMALLEST / 64 + 1];
        }
    }
}
