package fr.corpus.filter;

/**
 * Word sequences of one length by their hash. Equal hashes are told one after the other; who asks compares the words. Immutable once
 * filled; then thread-safe.
 */
final class GramTable {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int BITS_EACH = 16;

    private final int mask;
    private final long[] hashes;
    private final int[] grams;
    private final long[] probable;

    /** A table with room for so many sequences. */
    GramTable(int count) {
        int slots = Integer.highestOneBit(Math.max(8, count) * 2 - 1) * 2;
        mask = slots - 1;
        hashes = new long[slots];
        grams = new int[slots];
        probable = new long[Math.max(1, Integer.highestOneBit(Math.max(8, count) * BITS_EACH / 64) * 2)];
    }

    private static long mix(long value) {
        long h = (value ^ value >>> 32) * FACTOR;
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
        return h ^ h >>> 32;
    }

    /** Adds a sequence; its number is from 0. */
    void add(long hash, int gram) {
        long mixed = mix(hash);
        int slot = (int) mixed & mask;
        while (grams[slot] != 0) {
            slot = slot + 1 & mask;
        }
        hashes[slot] = mixed;
        grams[slot] = gram + 1;
        long bit = mixed >>> 32;
        probable[(int) (bit >>> 6) & probable.length - 1] |= 1L << bit;
    }

    /** Where sequences of a hash may begin, or -1: most sequences end here, at one bit. */
    int first(long hash) {
        long mixed = mix(hash);
        long bit = mixed >>> 32;
        if ((probable[(int) (bit >>> 6) & probable.length - 1] & 1L << bit) == 0) {
            return -1;
        }
        return find(mixed, (int) mixed & mask);
    }

    /** The next sequence of the same hash behind a place, or -1. */
    int next(long hash, int place) {
        return find(mix(hash), place + 1 & mask);
    }

    private int find(long mixed, int from) {
        for (int slot = from; grams[slot] != 0; slot = slot + 1 & mask) {
            if (hashes[slot] == mixed) {
                return slot;
            }
        }
        return -1;
    }

    /** The sequence at a place. */
    int gram(int place) {
        return grams[place] - 1;
    }
}
