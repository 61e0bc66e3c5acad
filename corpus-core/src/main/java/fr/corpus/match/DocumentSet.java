package fr.corpus.match;

import java.util.Arrays;

/** Numbers of documents, each once. Confined to one thread. */
final class DocumentSet {
    private int[] numbers = new int[16];
    private int added;
    private int sorted;

    void add(int number) {
        if (added == numbers.length) {
            settle();
            if (added > numbers.length / 2) {
                numbers = Arrays.copyOf(numbers, Math.addExact(numbers.length, numbers.length));
            }
        }
        numbers[added++] = number;
    }

    private void settle() {
        if (sorted < added) {
            Arrays.sort(numbers, 0, added);
            int n = 0;
            for (int i = 0; i < added; i++) {
                if (i == 0 || numbers[i] != numbers[i - 1]) {
                    numbers[n++] = numbers[i];
                }
            }
            added = n;
            sorted = n;
        }
    }

    int size() {
        settle();
        return added;
    }

    /** These and others, ascending. */
    int[] with(int[] others) {
        settle();
        int[] all = Arrays.copyOf(numbers, added + others.length);
        System.arraycopy(others, 0, all, added, others.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }
}
