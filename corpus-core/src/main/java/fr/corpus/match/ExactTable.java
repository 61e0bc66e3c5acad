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
    private int[] reservations;
    private int size;

    ExactTable(int expected) {
        int slots = Integer.highestOneBit(Math.max(8, (int) Math.min(1 << 29, expected * 3L / 2))) << 1;
        heads = new long[slots];
        tails = new long[slots];
        reservations = new int[slots];
    }

    /** Adds a key; several reservations may have the same. */
    void add(Digest key, int reservation) {
        if (size * 3L / 2 >= heads.length) {
            grow();
        }
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes());
        insert(head(bytes.getLong()), bytes.getLong(), reservation);
        size++;
    }

    /** Zero marks an empty slot, so a head of zero is stored as one. */
    private static long head(long value) {
        return value == 0 ? 1 : value;
    }

    private void insert(long head, long tail, int reservation) {
        int slot = (int) head & heads.length - 1;
        while (heads[slot] != 0) {
            slot = slot + 1 & heads.length - 1;
        }
        heads[slot] = head;
        tails[slot] = tail;
        reservations[slot] = reservation;
    }

    private void grow() {
        long[] oldHeads = heads;
        long[] oldTails = tails;
        int[] oldReservations = reservations;
        heads = new long[oldHeads.length * 2];
        tails = new long[oldHeads.length * 2];
        reservations = new int[oldHeads.length * 2];
        for (int i = 0; i < oldHeads.length; i++) {
            if (oldHeads[i] != 0) {
                insert(oldHeads[i], oldTails[i], oldReservations[i]);
            }
        }
    }

    /** Gives the number of every reservation that has this key. */
    void find(Digest key, IntConsumer found) {
        ByteBuffer bytes = ByteBuffer.wrap(key.bytes());
        long head = head(bytes.getLong());
        long tail = bytes.getLong();
        int slot = (int) head & heads.length - 1;
        while (heads[slot] != 0) {
            if (heads[slot] == head && tails[slot] == tail) {
                found.accept(reservations[slot]);
            }
            slot = slot + 1 & heads.length - 1;
        }
    }

    int size() {
        return size;
    }
}
