package fr.corpus.eval.metric;

import java.util.Arrays;

/**
 * Counts the n-grams that a hypothesis shares with its references, each as often as the reference that has it most often.
 *
 * <p>An n-gram is named by the number of its first n−1 symbols and its last symbol, so equal numbers are equal n-grams for
 * any order and any alphabet, without a hash being trusted; and a hypothesis is followed only where its shorter n-gram
 * was found. Reused, confined to one thread.
 */
final class NgramMatcher {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1024];
    private int[] numbers = new int[1024];
    private int shift;
    private int next;
    private int[] left = new int[512];
    private int[] seen = new int[512];
    private int[][] referenceIds = {};
    private int[] hypothesisIds = new int[256];

    /**
     * Counts matches of each order.
     *
     * @param references at least {@code count} of them
     * @param matches takes the count of order n at {@code n - 1}, for all its places
     */
    void match(Symbols hypothesis, Symbols[] references, int count, int[] matches) {
        prepare(hypothesis, references, count);
        Arrays.fill(matches, 0);
        for (int n = 1; n <= matches.length && n <= hypothesis.length(); n++) {
            if (!index(references, count, n)) {
                return;
            }
            int alive = follow(hypothesis, n, matches);
            if (alive == 0) {
                return;
            }
        }
    }

    private void prepare(Symbols hypothesis, Symbols[] references, int count) {
        if (referenceIds.length < count) {
            int old = referenceIds.length;
            referenceIds = Arrays.copyOf(referenceIds, count);
            Arrays.fill(referenceIds, old, count, new int[0]);
        }
        for (int r = 0; r < count; r++) {
            if (referenceIds[r].length < references[r].length()) {
                referenceIds[r] = new int[references[r].length() + 64];
            }
        }
        if (hypothesisIds.length < hypothesis.length()) {
            hypothesisIds = new int[hypothesis.length() + 64];
        }
    }

    /** Names the n-grams of the references and counts them; false when there are none. */
    private boolean index(Symbols[] references, int count, int n) {
        int total = 0;
        for (int r = 0; r < count; r++) {
            total += Math.max(0, references[r].length() - n + 1);
        }
        if (total == 0) {
            return false;
        }
        clear(total);
        for (int r = 0; r < count; r++) {
            int[] ids = referenceIds[r];
            int[] symbols = references[r].array();
            int last = references[r].length() - n;
            for (int i = 0; i <= last; i++) {
                int id = number(n == 1 ? 0 : ids[i], symbols[i + n - 1]);
                ids[i] = id;
                seen[id]++;
            }
            for (int i = 0; i <= last; i++) {
                int id = ids[i];
                left[id] = Math.max(left[id], seen[id]);
                seen[id] = 0;
            }
        }
        return true;
    }

    private void clear(int total) {
        int bits = Math.max(5, 33 - Integer.numberOfLeadingZeros(total));
        int capacity = 1 << bits;
        if (numbers.length < capacity) {
            keys = new long[capacity];
            numbers = new int[capacity];
        } else {
            Arrays.fill(numbers, 0, capacity, 0);
        }
        if (left.length < total) {
            left = new int[capacity];
            seen = new int[capacity];
        }
        Arrays.fill(left, 0, total, 0);
        Arrays.fill(seen, 0, total, 0);
        shift = Long.SIZE - bits;
        next = 0;
    }

    private int number(int prefix, int symbol) {
        long key = (long) prefix << Integer.SIZE | symbol;
        int mask = (1 << Long.SIZE - shift) - 1;
        int slot = (int) (key * GOLDEN >>> shift);
        while (numbers[slot] != 0) {
            if (keys[slot] == key) {
                return numbers[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        numbers[slot] = ++next;
        return next - 1;
    }

    private int find(int prefix, int symbol) {
        long key = (long) prefix << Integer.SIZE | symbol;
        int mask = (1 << Long.SIZE - shift) - 1;
        int slot = (int) (key * GOLDEN >>> shift);
        while (numbers[slot] != 0) {
            if (keys[slot] == key) {
                return numbers[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    /** Matches the n-grams whose beginning was found; says how many were found. */
    private int follow(Symbols hypothesis, int n, int[] matches) {
        int[] symbols = hypothesis.array();
        int[] ids = hypothesisIds;
        int found = 0;
        int matched = 0;
        int last = hypothesis.length() - n;
        for (int i = 0; i <= last; i++) {
            int prefix = n == 1 ? 0 : ids[i];
            if (prefix < 0) {
                continue;
            }
            int id = find(prefix, symbols[i + n - 1]);
            ids[i] = id;
            if (id >= 0) {
                found++;
                if (left[id] > 0) {
                    left[id]--;
                    matched++;
                }
            }
        }
        matches[n - 1] = matched;
        return found;
    }
}
