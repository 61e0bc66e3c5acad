package fr.corpus.dedup;

import fr.corpus.text.TokenizedText;
import java.util.Arrays;

/**
 * The shingles of a text: one 64-bit hash for each window of consecutive words, in order, with repeats. Reused from text to
 * text, so confined to one thread.
 *
 * <p>A word is a token with a letter or digit, represented by its folded hash, so that case, accents and typography do not
 * count. The hash of a window is a polynomial in the words' hashes, well mixed (Stafford's variant 13 of the MurmurHash3
 * finalizer): all 64 bits may be used.
 */
final class Shingles {

    /** Changes when the same text gives other shingles. */
    static final int VERSION = 1;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final int words;
    private final long outgoing;
    private final IntSorter sorter = new IntSorter();
    private long[] folded = new long[1024];
    private long[] hashes = new long[1024];
    private int size;

    /**
     * Shingles of this many words.
     *
     * @param words at least 1
     */
    Shingles(int words) {
        this.words = words;
        long power = 1;
        for (int i = 0; i < words; i++) {
            power *= FACTOR;
        }
        this.outgoing = power;
    }

    /** Turns to another text; there are no shingles when it has fewer words than one shingle. */
    void of(TokenizedText tokens) {
        int n = wordsOf(tokens);
        size = Math.max(0, n - words + 1);
        if (size == 0) {
            return;
        }
        if (hashes.length < size) {
            hashes = new long[Math.max(size, hashes.length * 2)];
        }
        long window = 0;
        for (int i = 0; i < words - 1; i++) {
            window = window * FACTOR + folded[i];
        }
        for (int i = 0; i < size; i++) {
            long leaving = i == 0 ? 0 : folded[i - 1];
            window = window * FACTOR + folded[i + words - 1] - leaving * outgoing;
            hashes[i] = mix(window);
        }
    }

    /** Number of shingles. */
    int size() {
        return size;
    }

    /** Their hashes; the array is longer than {@link #size()}. */
    long[] hashes() {
        return hashes;
    }

    private int wordsOf(TokenizedText tokens) {
        int tokenCount = tokens.size();
        if (folded.length < tokenCount) {
            folded = new long[Math.max(tokenCount, folded.length * 2)];
        }
        long[] source = tokens.folded();
        int n = 0;
        for (int i = 0; i < tokenCount; i++) {
            folded[n] = source[i];
            n += source[i] == 0 ? 0 : 1;
        }
        return n;
    }

    /** The distinct shingles as sorted 32-bit values, for comparison with other such sets; a new array. */
    int[] toSortedSet() {
        int[] set = new int[size];
        for (int i = 0; i < size; i++) {
            set[i] = (int) (hashes[i] >>> 32);
        }
        sorter.sort(set, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct == 0 || set[i] != set[distinct - 1]) {
                set[distinct++] = set[i];
            }
        }
        return distinct == size ? set : Arrays.copyOf(set, distinct);
    }

    /** A bijection under which each bit of the argument changes each bit of the result with probability near one half. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
