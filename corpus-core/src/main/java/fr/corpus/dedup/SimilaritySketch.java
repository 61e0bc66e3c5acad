package fr.corpus.dedup;

import java.util.Arrays;

/**
 * The MinHash signature of a set of shingles and its band keys. Reused from text to text, so confined to one thread.
 *
 * <p>Two signatures agree at each place with probability equal to the Jaccard similarity of the sets. The signature is the
 * fast similarity sketch of Dahlgaard, Knudsen and Thorup (FOCS 2017, arXiv:1704.04370): in round i each element falls with
 * a fresh hash into one bin, a bin keeps the least (round, hash), and rounds go on until no bin is empty; rounds k to 2k − 1
 * fill bin i − k. It takes O(n + k log k) instead of the O(n·k) of k permutations, and concentrates at least as well.
 */
final class SimilaritySketch {

    /** Changes when the same shingles give other keys. */
    static final int VERSION = 1;

    private static final long EMPTY = Long.MAX_VALUE;
    private static final long ROUND = 0xD1B54A32D192ED03L;
    private static final long LOW = 0xFFFFFFFFL;
    private static final int ROUND_SHIFT = 32;

    private final int bands;
    private final int rows;
    private final long[] bins;

    /** A sketch of {@code bands * rows} values. */
    SimilaritySketch(int bands, int rows) {
        this.bands = bands;
        this.rows = rows;
        this.bins = new long[bands * rows];
    }

    /**
     * Writes the band keys of a set.
     *
     * @param shingles well mixed hashes; repeats do not count
     * @param size how many there are, at least 1
     * @param keys receives one key per band
     * @param offset where the first key goes
     */
    void keys(long[] shingles, int size, long[] keys, int offset) {
        fill(shingles, size);
        for (int band = 0; band < bands; band++) {
            long key = band;
            for (int row = 0; row < rows; row++) {
                key = Shingles.mix(key * 31 + bins[band * rows + row]);
            }
            keys[offset + band] = key;
        }
    }

    /** The signature's values after {@link #keys} or {@link #fill}; overwritten by the next call. */
    long[] values() {
        return bins;
    }

    /** Computes the signature. */
    void fill(long[] shingles, int size) {
        Arrays.fill(bins, EMPTY);
        int k = bins.length;
        firstRound(shingles, size);
        int empty = emptyBins();
        for (int round = 1; empty > 0 && round < k; round++) {
            empty -= freshRound(shingles, size, round);
        }
        for (int bin = 0; empty > 0 && bin < k; bin++) {
            if (bins[bin] == EMPTY) {
                bins[bin] = least(shingles, size, k + bin);
                empty--;
            }
        }
    }

    private void firstRound(long[] shingles, int size) {
        long[] values = bins;
        int k = values.length;
        for (int i = 0; i < size; i++) {
            long hash = shingles[i];
            int bin = (int) ((hash >>> 32) * k >>> 32);
            values[bin] = Math.min(values[bin], hash & LOW);
        }
    }

    /** A bin filled in an earlier round stays: its round is smaller. Answers how many bins it filled. */
    private int freshRound(long[] shingles, int size, int round) {
        int k = bins.length;
        long first = (long) round << ROUND_SHIFT;
        int filled = 0;
        for (int i = 0; i < size; i++) {
            long hash = Shingles.mix(shingles[i] + round * ROUND);
            int bin = (int) ((hash >>> 32) * k >>> 32);
            if (bins[bin] >= first) {
                filled += bins[bin] == EMPTY ? 1 : 0;
                bins[bin] = Math.min(bins[bin], first | hash & LOW);
            }
        }
        return filled;
    }

    private static long least(long[] shingles, int size, int round) {
        long least = EMPTY;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, Shingles.mix(shingles[i] + round * ROUND) & LOW);
        }
        return (long) round << ROUND_SHIFT | least;
    }

    private int emptyBins() {
        int empty = 0;
        for (long value : bins) {
            empty += value == EMPTY ? 1 : 0;
        }
        return empty;
    }
}
