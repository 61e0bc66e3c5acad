package fr.corpus.text.language;

/**
 * Numbers by key of an n-gram, none of them 0: open addressing, at most half full, behind one bit for each of many more hashes,
 * since most look-ups are of keys that are not there and the bits stay in the processor's cache. Thread-safe once filled.
 */
final class KeyTable {

    private static final int SPREAD = 0x9E3779B1;

    private static final int BITS_A_SLOT = 3;

    private final long[] slots;
    private final long[] bits;
    private final int shift;

    /** A table for so many keys. */
    KeyTable(int keys) {
        int size = 32 - Integer.numberOfLeadingZeros(Math.max(8, keys * 2 - 1));
        shift = 32 - size;
        slots = new long[1 << size];
        bits = new long[1 << size + BITS_A_SLOT - 6];
    }

    /** Gives a new key a number other than 0. */
    void put(int key, int number) {
        int hash = key * SPREAD;
        int bit = hash >>> shift - BITS_A_SLOT;
        bits[bit >> 6] |= 1L << bit;
        int slot = hash >>> shift;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = (long) key << 32 | number & 0xFFFFFFFFL;
    }

    /** The number of a key, 0 when it has none. */
    int get(int key) {
        int hash = key * SPREAD;
        int bit = hash >>> shift - BITS_A_SLOT;
        if ((bits[bit >> 6] & 1L << bit) == 0) {
            return 0;
        }
        long[] all = slots;
        int slot = hash >>> shift;
        long entry = all[slot];
        while (entry != 0 && (int) (entry >>> 32) != key) {
            slot = slot + 1 & all.length - 1;
            entry = all[slot];
        }
        return (int) entry;
    }
}
