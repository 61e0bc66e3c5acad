package fr.corpus.match;

import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells most keys that nobody reserved apart without hashing them: one bit for each value, by a cheap hash. Never wrong about a
 * reserved key. Thread-safe once filled. Memory: 2 to 4 bytes per expected key; with many more keys it lets more through.
 */
final class KeyScreen {

    private static final int BITS_PER_KEY = 16;

    private final long[] bits;
    private final Set<KeyType> opaque = EnumSet.noneOf(KeyType.class);

    KeyScreen(int expected) {
        long wanted = Math.max(1024L, (long) expected * BITS_PER_KEY);
        bits = new long[(int) (Long.highestOneBit(wanted - 1) >>> 5)];
    }

    void add(Key key) {
        long hash = hash(key);
        bits[slot(hash)] |= 1L << hash;
    }

    /** From now on every key of this type may be reserved. */
    void addOpaque(KeyType type) {
        opaque.add(type);
    }

    boolean isOpaque(KeyType type) {
        return opaque.contains(type);
    }

    boolean mayHold(Key key) {
        long hash = hash(key);
        return (bits[slot(hash)] & 1L << hash) != 0 || opaque.contains(key.type());
    }

    private int slot(long hash) {
        return (int) (hash >>> 6) & bits.length - 1;
    }

    private static long hash(Key key) {
        long h = (key.value().hashCode() * 31L + key.type().ordinal()) * 0x9E3779B97F4A7C15L;
        return h ^ h >>> 32;
    }
}
