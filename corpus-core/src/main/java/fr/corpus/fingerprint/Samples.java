package fr.corpus.fingerprint;

import fr.corpus.text.TokenizedText;
import java.util.Arrays;

/**
 * The sampled word sequences of a text (version {@code samples@1}): every run of {@value #WORDS} consecutive content words is
 * hashed, and the hashes divisible by {@value #RATE} are the sample. Reused from text to text, so confined to one thread.
 *
 * <p>Whether a sequence is in the sample depends on its words alone, not on its place, so a quoted chapter, a page or another
 * edition brings the same samples with it wherever it stands (hash sampling as in FracMinHash, Irber et al. 2022, doi
 * 10.1101/2022.01.11.475838, and winnowing, Schleimer, Wilkerson and Aiken 2003, doi 10.1145/872757.872770). A content word is
 * a token of at least {@value #MIN_CODE_POINTS} code points with a letter or digit, folded: case, accents, ligatures and the
 * long s do not count, nor do the short words between. Tokens must come from the French tokenizer.
 */
public final class Samples {

    /** Version of everything that the hashes depend on. */
    public static final String VERSION = "samples@1";

    /** Consecutive content words in a sequence. */
    public static final int WORDS = 3;

    /** One sequence in this many is sampled. */
    public static final int RATE = 16;

    /** Least length of a content word, in code points. */
    public static final int MIN_CODE_POINTS = 4;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[256];
    private int[] tokens = new int[256];
    private int size;
    private int sequences;

    /** Samples a text; answers {@link #size()}. */
    public int of(TokenizedText text) {
        size = 0;
        sequences = 0;
        long[] folded = text.folded();
        int[] lengths = text.codePoints();
        long second = 0;
        long first = 0;
        int firstAt = -1;
        int secondAt = -1;
        int words = 0;
        for (int i = 0; i < text.size(); i++) {
            long word = folded[i];
            if (word == 0 || lengths[i] < MIN_CODE_POINTS) {
                continue;
            }
            if (++words >= WORDS) {
                sequences++;
                long hash = mix(mix(mix(first) + second) + word);
                if (hash % RATE == 0) {
                    add(hash, firstAt);
                }
            }
            first = second;
            firstAt = secondAt;
            second = word;
            secondAt = i;
        }
        return size;
    }

    private static long mix(long value) {
        long h = (value ^ value >>> 32) * FACTOR;
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
        return h ^ h >>> 32;
    }

    private void add(long hash, int token) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        hashes[size] = hash;
        tokens[size++] = token;
    }

    /** Number of samples, a sequence that occurs twice counted twice. */
    public int size() {
        return size;
    }

    /** Number of sequences that the sample stands for. */
    public int sequences() {
        return sequences;
    }

    /** The samples in text order; the array is longer than {@link #size()} and reused. */
    public long[] hashes() {
        return hashes;
    }

    /** Number of the first token of each sample's sequence. */
    public int[] tokens() {
        return tokens;
    }

    /** The samples in text order, each where it comes first: what is kept of a reserved work. */
    public long[] inOrder() {
        return Arrays.stream(hashes, 0, size).distinct().toArray();
    }

    /** The samples, each once, in ascending order of signed values. */
    public long[] distinct() {
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[n++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, n);
    }
}
