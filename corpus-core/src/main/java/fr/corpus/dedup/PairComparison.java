package fr.corpus.dedup;

import java.io.IOException;

/** Jaccard similarity of candidates' shingle sets, one held against others. Confined to one thread. */
final class PairComparison {

    private static final int FINER_ROWS = 4;

    private final ShingleStore store;
    private final ShingleStore.Cursor cursor;
    private int[] held = new int[1024];
    private int heldSize;
    private int[] other = new int[1024];

    PairComparison(ShingleStore store) {
        this.store = store;
        this.cursor = store.cursor();
    }

    /** Takes a document to compare others with. */
    void hold(int document) throws IOException {
        heldSize = store.size(document);
        if (held.length < heldSize) {
            held = new int[heldSize];
        }
        cursor.read(document, held, heldSize);
    }

    /** Whether the held document and another have at least this similarity. */
    boolean reaches(double least, int document) throws IOException {
        int size = store.size(document);
        // the intersection is at most the smaller set, the union at least the larger
        if (Math.min(size, heldSize) < least * Math.max(size, heldSize)) {
            return false;
        }
        return similarity(document, size) >= least;
    }

    /** Similarity of the held document and another. */
    double similarity(int document) throws IOException {
        return similarity(document, store.size(document));
    }

    /**
     * A key over {@link #FINER_ROWS} fresh MinHash values of a document's set.
     *
     * @param level numbers independent keys
     */
    long finerKey(int document, int level) throws IOException {
        int size = store.size(document);
        read(document, size);
        long key = level;
        for (int row = 0; row < FINER_ROWS; row++) {
            long salt = Shingles.mix((long) level * FINER_ROWS + row + 1);
            long minimum = Long.MAX_VALUE;
            for (int i = 0; i < size; i++) {
                minimum = Math.min(minimum, Shingles.mix(other[i] + salt) >>> 1);
            }
            key = Shingles.mix(key * 31 + minimum);
        }
        return key;
    }

    private void read(int document, int size) throws IOException {
        if (other.length < size) {
            other = new int[size];
        }
        cursor.read(document, other, size);
    }

    private double similarity(int document, int size) throws IOException {
        read(document, size);
        int common = common(held, heldSize, other, size);
        return (double) common / (heldSize + size - common);
    }

    /** Size of the intersection of two sorted sets. */
    static int common(int[] a, int sizeA, int[] b, int sizeB) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < sizeA && j < sizeB) {
            int x = a[i];
            int y = b[j];
            common += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return common;
    }
}
