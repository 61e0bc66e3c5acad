package fr.corpus.text.language;

/**
 * Keys of letter n-grams: three bits of length over 29 bits of hash, so that the length can be read back. Never 0.
 *
 * <p>Windows may cross a word boundary. Single ASCII letters are left out: they cost time and say next to nothing.
 */
final class Ngrams {

    /** Longest n-gram. */
    static final int LONGEST = 5;

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xD6E8FEB86659FD93L;

    private Ngrams() {}

    /** The running hash of no letter. */
    static long start() {
        return SEED;
    }

    /** The running hash after one more letter. */
    static long next(long hash, char code) {
        long h = (hash + code) * FACTOR;
        return h ^ h >>> 32;
    }

    /** The key of the letters hashed so far. */
    static int key(long hash, int length) {
        return length << 29 | (int) hash & 0x1FFFFFFF;
    }

    /** The length in letters of the n-gram behind a key. */
    static int length(int key) {
        return key >>> 29;
    }

    /** Whether an n-gram of one letter is worth a key. */
    static boolean isTellingAlone(char code) {
        return code > 0x7F;
    }
}
