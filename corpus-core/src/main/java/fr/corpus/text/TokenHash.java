package fr.corpus.text;

/**
 * The 64-bit hash of a token's UTF-16 units, version 1: equal tokens have equal hashes, and different tokens may be taken
 * for different by their hashes alone (all 64 bits are mixed; a collision is a matter of chance, 2⁻⁶⁴ a pair). It is no
 * defence against somebody who builds collisions on purpose. Deduplication and word lists rely on it: its values never
 * change. Thread-safe.
 *
 * <p>Defined by {@code h = SEED; h = (h ^ unit) * K; h ^= h >>> 32} for each unit, then the finalizer of {@link #finish}.
 */
public final class TokenHash {

    /** What a hash starts from: the fraction of the golden ratio. */
    static final long SEED = 0x9E3779B97F4A7C15L;

    private static final long K = 0xD1342543DE82EF95L;
    private static final long M1 = 0xFF51AFD7ED558CCDL;
    private static final long M2 = 0xC4CEB9FE1A85EC53L;

    private TokenHash() {}

    /** The hash of a token as it stands; the value found in {@link TokenizedText#hash()}. Never 0. */
    public static long of(CharSequence token) {
        long h = SEED;
        int length = token.length();
        for (int i = 0; i < length; i++) {
            h = step(h, token.charAt(i));
        }
        return finish(h, length);
    }

    /** The same for a part of an array. */
    static long of(char[] text, int from, int to) {
        long h = SEED;
        for (int i = from; i < to; i++) {
            h = step(h, text[i]);
        }
        return finish(h, to - from);
    }

    /** Takes in one more UTF-16 unit. */
    static long step(long h, int unit) {
        long product = (h ^ unit) * K;
        return product ^ product >>> 32;
    }

    /** Mixes all bits and the number of units; never 0. */
    static long finish(long h, int units) {
        long x = h ^ units * M2;
        x = (x ^ x >>> 33) * M1;
        x = (x ^ x >>> 29) * M2;
        x ^= x >>> 32;
        return x == 0 ? SEED : x;
    }
}
