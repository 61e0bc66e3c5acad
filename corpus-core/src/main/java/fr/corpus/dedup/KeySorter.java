package fr.corpus.dedup;

import java.util.Arrays;

/**
 * Sorts 64-bit keys as unsigned numbers, each with a 32-bit value that moves along. Stable, linear time: eleven bits per pass.
 * Its arrays are reused, so it is confined to one thread.
 */
final class KeySorter {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private long[] keys;
    private int[] values;
    private long[] otherKeys;
    private int[] otherValues;
    private int size;

    KeySorter(int capacity) {
        keys = new long[capacity];
        values = new int[capacity];
        otherKeys = new long[capacity];
        otherValues = new int[capacity];
    }

    void clear() {
        size = 0;
    }

    void add(long key, int value) {
        if (size == keys.length) {
            int capacity = Math.max(1024, size + (size >> 1));
            keys = Arrays.copyOf(keys, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        keys[size] = key;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    int value(int i) {
        return values[i];
    }

    /** A copy of the values from one place to before another. */
    int[] values(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    /** The first place after {@code from} whose key is another one, or {@link #size()}. */
    int endOfRun(int from) {
        long key = keys[from];
        int to = from + 1;
        while (to < size && keys[to] == key) {
            to++;
        }
        return to;
    }

    void sort() {
        if (otherKeys.length < size) {
            otherKeys = new long[keys.length];
            otherValues = new int[keys.length];
        }
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            pass(shift);
        }
    }

    private void pass(int shift) {
        int[] next = new int[DIGITS + 1];
        for (int i = 0; i < size; i++) {
            next[digit(keys[i], shift) + 1]++;
        }
        for (int d = 0; d < DIGITS; d++) {
            if (next[d + 1] == size) {
                return;
            }
            next[d + 1] += next[d];
        }
        for (int i = 0; i < size; i++) {
            int place = next[digit(keys[i], shift)]++;
            otherKeys[place] = keys[i];
            otherValues[place] = values[i];
        }
        swap();
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGITS - 1;
    }

    private void swap() {
        long[] k = keys;
        keys = otherKeys;
        otherKeys = k;
        int[] v = values;
        values = otherValues;
        otherValues = v;
    }
}
