package fr.corpus.annotate.profile;

/** A set of 64-bit numbers, open addressing in one array. Confined to one thread. */
final class LongSet {

    private static final int SMALLEST = 1 << 7;

    /** What stands for zero, which marks a free slot. */
    private static final long ZERO = 0x5DEECE66D1CE4E5BL;

    private long[] slots = new long[SMALLEST];
    private int size;

    /** Adds a number; zero counts as another fixed one. */
    void add(long number) {
        if (2 * size >= slots.length) {
            long[] before = slots;
            slots = new long[2 * before.length];
            size = 0;
            for (long kept : before) {
                if (kept != 0) {
                    put(kept);
                }
            }
        }
        put(number == 0 ? ZERO : number);
    }

    private void put(long number) {
        int slot = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        while (slots[slot] != 0) {
            if (slots[slot] == number) {
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number;
        size++;
    }

    int size() {
        return size;
    }
}
