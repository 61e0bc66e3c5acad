package fr.corpus.dedup;

import java.util.Arrays;

/** Sorts the start of an array as signed numbers, in linear time. Its space is reused, so it is confined to one thread. */
final class IntSorter {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int PASSES = 3;
    private static final int SMALL = 200;

    private final int[][] next = new int[PASSES][DIGITS];
    private int[] space = new int[1024];

    /** Sorts the first {@code size} numbers. */
    void sort(int[] numbers, int size) {
        if (size < SMALL) {
            Arrays.sort(numbers, 0, size);
            return;
        }
        if (space.length < size) {
            space = new int[Math.max(size, space.length * 2)];
        }
        count(numbers, size);
        move(numbers, space, size, 0);
        move(space, numbers, size, 1);
        move(numbers, space, size, 2);
        System.arraycopy(space, 0, numbers, 0, size);
    }

    private void count(int[] numbers, int size) {
        for (int[] counts : next) {
            Arrays.fill(counts, 0);
        }
        for (int i = 0; i < size; i++) {
            next[0][digit(numbers[i], 0)]++;
            next[1][digit(numbers[i], 1)]++;
            next[2][digit(numbers[i], 2)]++;
        }
        for (int[] counts : next) {
            int sum = 0;
            for (int d = 0; d < DIGITS; d++) {
                int here = counts[d];
                counts[d] = sum;
                sum += here;
            }
        }
    }

    private void move(int[] from, int[] to, int size, int pass) {
        int[] places = next[pass];
        for (int i = 0; i < size; i++) {
            to[places[digit(from[i], pass)]++] = from[i];
        }
    }

    /** With the sign bit turned over, the order of unsigned digits is that of signed numbers. */
    private static int digit(int number, int pass) {
        return (number ^ Integer.MIN_VALUE) >>> pass * DIGIT_BITS & DIGITS - 1;
    }
}
