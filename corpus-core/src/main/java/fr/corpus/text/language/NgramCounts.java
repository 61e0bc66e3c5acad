package fr.corpus.text.language;

import java.util.Arrays;

/** Counts of n-grams by key: an open table while counting, then two arrays in the order of keys. Confined to one thread. */
final class NgramCounts {

    private int[] keys = new int[1 << 16];
    private int[] counts = new int[1 << 16];
    private int size;
    private final long[] totals = new long[Ngrams.LONGEST + 1];

    /** Counts all n-grams of some letters, each {@code weight} times. */
    void add(Letters letters, int weight) {
        char[] codes = letters.codes();
        for (int i = 0; i < letters.size(); i++) {
            long hash = Ngrams.start();
            int longest = Math.min(Ngrams.LONGEST, letters.size() - i);
            for (int n = 1; n <= longest; n++) {
                hash = Ngrams.next(hash, codes[i + n - 1]);
                if (n > 1 || Ngrams.isTellingAlone(codes[i])) {
                    add(Ngrams.key(hash, n), weight);
                }
                totals[n] += weight;
            }
        }
    }

    private void add(int key, int weight) {
        if (size * 2 > keys.length) {
            grow();
        }
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        counts[slot] += weight;
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int slot = (key * 0x9E3779B1 >>> 7) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** Ends the counting: keys ascend as unsigned numbers. */
    NgramCounts sorted() {
        long[] pairs = new long[size];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                pairs[n++] = (keys[i] & 0xFFFFFFFFL) << 31 | counts[i];
            }
        }
        Arrays.sort(pairs);
        keys = new int[n];
        counts = new int[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (int) (pairs[i] >>> 31);
            counts[i] = (int) (pairs[i] & Integer.MAX_VALUE);
        }
        return this;
    }

    /** Number of distinct n-grams. */
    int size() {
        return size;
    }

    /** Keys, in order once sorted. */
    int[] keys() {
        return keys;
    }

    /** Counts by position of the key. */
    int[] counts() {
        return counts;
    }

    /** Number of n-grams of a length, repeated ones included. */
    long total(int length) {
        return totals[length];
    }
}
