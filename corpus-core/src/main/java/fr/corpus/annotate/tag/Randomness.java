package fr.corpus.annotate.tag;

/** Numbers that look random and follow from a seed (SplitMix64; Steele, Lea, Flood 2014). Confined to one thread. */
final class Randomness {

    private long state;

    Randomness(long seed) {
        state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to below 1. */
    float share() {
        return (next() >>> 40) * 0x1p-24f;
    }

    /** The numbers from 0 to below {@code size}, to be shuffled. */
    static int[] order(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(next(), i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
