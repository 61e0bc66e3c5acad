package fr.corpus.dedup;

import java.util.concurrent.atomic.AtomicLongArray;

/** A set of document numbers, one bit each, that can tell how many smaller members a member has. Adding is thread-safe. */
final class CandidateSet {

    private final AtomicLongArray bits;
    private final int[] before;
    private int size = -1;

    CandidateSet(int documents) {
        int words = documents / Long.SIZE + 1;
        bits = new AtomicLongArray(words);
        before = new int[words];
    }

    void add(int document) {
        int word = document / Long.SIZE;
        long bit = 1L << document;
        long old = bits.get(word);
        while ((old & bit) == 0 && !bits.compareAndSet(word, old, old | bit)) {
            old = bits.get(word);
        }
    }

    boolean contains(int document) {
        return (bits.getPlain(document / Long.SIZE) >>> document & 1) != 0;
    }

    /** Ends additions and counts; {@link #place} and {@link #size} work from now on. */
    void seal() {
        int sum = 0;
        for (int word = 0; word < before.length; word++) {
            before[word] = sum;
            sum += Long.bitCount(bits.getPlain(word));
        }
        size = sum;
    }

    int size() {
        return size;
    }

    /** Number of members smaller than this member. */
    int place(int document) {
        int word = document / Long.SIZE;
        return before[word] + Long.bitCount(bits.getPlain(word) & (1L << document) - 1);
    }

    /** The members from one number to before another, ascending, less the first. */
    int[] rowsOf(int from, int to) {
        int n = 0;
        for (int document = from; document < to; document++) {
            n += contains(document) ? 1 : 0;
        }
        int[] rows = new int[n];
        for (int document = from, i = 0; document < to; document++) {
            if (contains(document)) {
                rows[i++] = document - from;
            }
        }
        return rows;
    }
}
