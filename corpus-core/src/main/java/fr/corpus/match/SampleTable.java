package fr.corpus.match;

import java.util.Arrays;

/**
 * All samples of all reserved works, sorted by hash, behind a filter that most other hashes fail. Immutable once sealed;
 * thread-safe. Memory: 16 bytes a sample and about 2 for the filter.
 */
final class SampleTable {

    private static final int FILTER_BITS_PER_SAMPLE = 16;

    private long[] hashes = new long[1024];
    private int[] works = new int[1024];
    private int[] positions = new int[1024];
    private int size;
    private long[] filter = new long[1];

    /** Adds one sample of a work. */
    void add(long hash, int work, int position) {
        if (size == hashes.length) {
            int capacity = Math.addExact(size, size / 2);
            hashes = Arrays.copyOf(hashes, capacity);
            works = Arrays.copyOf(works, capacity);
            positions = Arrays.copyOf(positions, capacity);
        }
        hashes[size] = hash;
        works[size] = work;
        positions[size++] = position;
    }

    /** Sorts and makes ready for look-ups. */
    void seal() {
        hashes = Arrays.copyOf(hashes, size);
        works = Arrays.copyOf(works, size);
        positions = Arrays.copyOf(positions, size);
        sort(0, size - 1);
        long bits = Math.max(64L, (long) size * FILTER_BITS_PER_SAMPLE);
        filter = new long[(int) Math.min(1 << 28, Long.highestOneBit(bits - 1) >>> 5)];
        for (long hash : hashes) {
            filter[slot(hash)] |= bit(hash);
        }
    }

    /** Quicksort of the three arrays by hash, then work, then position; recursion on the smaller part only. */
    private void sort(int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int pivot = (low + high) >>> 1;
            long hash = hashes[pivot];
            int work = works[pivot];
            int position = positions[pivot];
            int i = low;
            int j = high;
            while (i <= j) {
                while (compare(i, hash, work, position) < 0) {
                    i++;
                }
                while (compare(j, hash, work, position) > 0) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (j - low < high - i) {
                sort(low, j);
                low = i;
            } else {
                sort(i, high);
                high = j;
            }
        }
    }

    private int compare(int at, long hash, int work, int position) {
        if (hashes[at] != hash) {
            return hashes[at] < hash ? -1 : 1;
        }
        return works[at] != work ? Integer.compare(works[at], work) : Integer.compare(positions[at], position);
    }

    private void swap(int i, int j) {
        long hash = hashes[i];
        hashes[i] = hashes[j];
        hashes[j] = hash;
        int work = works[i];
        works[i] = works[j];
        works[j] = work;
        int position = positions[i];
        positions[i] = positions[j];
        positions[j] = position;
    }

    private int slot(long hash) {
        return (int) (hash >>> 34) & filter.length - 1;
    }

    /** The lowest bits of a sample are zero, so the bit is taken from above them. */
    private static long bit(long hash) {
        return 1L << (hash >>> 8);
    }

    /** The first entry with this hash, or -1. */
    int find(long hash) {
        if ((filter[slot(hash)] & bit(hash)) == 0) {
            return -1;
        }
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hashes[middle] < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size && hashes[low] == hash ? low : -1;
    }

    /** Whether the entry exists and has this hash. */
    boolean has(int entry, long hash) {
        return entry < size && hashes[entry] == hash;
    }

    int work(int entry) {
        return works[entry];
    }

    int position(int entry) {
        return positions[entry];
    }

    int size() {
        return size;
    }
}
