package fr.corpus.match;

import fr.corpus.hash.Digest;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * Digests of reserved keys, open addressing, 128 bits of each. Thread-safe once filled. A foreign key meets one of ten million by
 * chance with a probability of 10<sup>-31</sup>. Memory: 20 bytes a slot, slots between 1.5 and 3 times the keys.
 */
final class ExactTable {

    private long[] heads;
    private long[] tails;
    private int[] selectors;
    private int size;

    ExactTable(int expected) {
        int slots = Integer.highestOneBit(Math.max(8, (int) Math.min(1 << 29, expected * 3L / 2))) << 1;
        heads = new long[slots];
        tails = new long[slots];
        selectors = new int[slots];
    }

    /** Adds a key by the number of its selector; several selectors may have the same. */
    void add(Digest key, int selector) {
        if (size * 3L / 2 >= heads.length) {
            grow();
        }
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes());
        insert(head(bytes.getLong()), bytes.getLong(), selector);
        size++;
    }

    /** Zero marks an empty slot, so a head of zero is stored as one. */
    private static long head(long value) {
        return value == 0 ? 1 : value;
    }

    private void insert(long head, long tail, int selector) {
        int slot = (int) head & heads.length - 1;
        while (heads[slot] != 0) {
            slot = slot + 1 & heads.length - 1;
        }
        heads[slot] = head;
        tails[slot] = tail;
        selectors[slot] = selector;
    }

    private void grow() {
        long[] oldHeads = heads;
        long[] oldTails = tails;
        int[] oldSelectors = selectors;
        heads = new long[oldHeads.length * 2];
        tails = new long[oldHeads.length * 2];
        selectors = new int[oldHeads.length * 2];
        for (int i = 0; i < oldHeads.length; i++) {
            if (oldHeads[i] != 0) {
                insert(oldHeads[i], oldTails[i], oldSelectors[i]);
            }
        }
    }

    /** Gives the number of every selector that has this key. */
    void find(Digest key, IntConsumer found) {
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes());
        long head = head(bytes.getLong());
        long tail = bytes.getLong();
        int slot = (int) head & heads.length - 1;
        while (heads[slot] != 0) {
            if (heads[slot] == head && tails[slot] == tail) {
                found.accept(selectors[slot]);
            }
            slot = slot + 1 & heads.length - 1;
        }
    }

    int size() {
        return size;
    }
}
