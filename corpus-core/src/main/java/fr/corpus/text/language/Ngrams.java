package fr.corpus.text.language;

/** Keys of letter n-grams: three bits of length over 29 bits of hash. Never 0. Stateless. */
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

    /** Whether the n-gram behind a key may be the context of a longer one. */
    static boolean isContext(int key) {
        return key >>> 29 < LONGEST;
    }
}
