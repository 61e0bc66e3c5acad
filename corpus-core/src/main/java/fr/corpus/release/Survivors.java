package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The survivors that the duplicates table names, eight bytes for each of its rows, and which of them were met. Adding is for
 * one thread; asking is thread-safe once {@link #seal()} was called.
 */
final class Survivors {

    private static final int FIRST_CAPACITY = 1024;

    private long[] keys = new long[FIRST_CAPACITY];
    private int size;
    private final BitSet met = new BitSet();

    /** A key of a document; different documents share one with probability 2⁻⁶⁴. */
    static long key(DocumentId id, String sourceId, MessageDigest sha) {
        sha.update(id.bytes());
        return ByteBuffer.wrap(sha.digest(sourceId.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    static MessageDigest digest() {
        return Sha256.newDigest();
    }

    void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(size, 2));
        }
        keys[size++] = key;
    }

    void seal() {
        Arrays.sort(keys, 0, size);
    }

    /** How many rows name this survivor; it counts as met. */
    long meet(long key) {
        int first = lowerBound(key);
        int end = first;
        while (end < size && keys[end] == key) {
            end++;
        }
        if (end > first) {
            synchronized (met) {
                met.set(first);
            }
        }
        return end - first;
    }

    private int lowerBound(long key) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a survivor was met. */
    boolean isMet(long key) {
        return met.get(lowerBound(key));
    }
}
