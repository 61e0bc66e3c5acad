package fr.corpus.text.language;

import java.util.Arrays;

/**
 * Counts of packed n-grams: an open table while counting, then arrays in rising order, so that the n-grams of one context
 * stand together and shorter ones come first. Confined to one thread.
 */
final class NgramCounts {

    private long[] grams = new long[1 << 16];
    private int[] counts = new int[1 << 16];
    private int size;
    private long letters;

    /** Counts all n-grams of some letters. */
    void add(Alphabet alphabet, Letters text) {
        char[] codes = text.codes();
        letters += text.size();
        for (int i = 0; i < text.size(); i++) {
            long packed = 0;
            int longest = Math.min(Ngrams.LONGEST, text.size() - i);
            for (int n = 1; n <= longest; n++) {
                int number = alphabet.number(codes[i + n - 1]);
                if (number == 0) {
                    break;
                }
                packed = packed << Alphabet.BITS | number;
                add(packed, 1);
            }
        }
    }

    /** Adds to the count of one n-gram. */
    void add(long packed, int count) {
        if (size * 2 > grams.length) {
            grow();
        }
        int slot = slot(packed);
        if (counts[slot] == 0) {
            grams[slot] = packed;
            size++;
        }
        counts[slot] += count;
    }

    /** Adds the counts of others, each divided by the number of letters there and multiplied by {@code share}. */
    void addShare(NgramCounts other, double share) {
        double factor = Math.min(1, share / other.letters);
        letters += Math.round(other.letters * factor);
        for (int i = 0; i < other.size; i++) {
            int count = (int) Math.round(other.counts[i] * factor);
            if (count > 0) {
                add(other.grams[i], count);
            }
        }
    }

    private int slot(long packed) {
        int mask = grams.length - 1;
        int slot = (int) (packed * 0x9E3779B97F4A7C15L >>> 33) & mask;
        while (counts[slot] != 0 && grams[slot] != packed) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldGrams = grams;
        int[] oldCounts = counts;
        grams = new long[oldGrams.length * 2];
        counts = new int[oldGrams.length * 2];
        for (int i = 0; i < oldGrams.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldGrams[i]);
                grams[slot] = oldGrams[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** Ends the counting. */
    NgramCounts sorted() {
        long[] order = new long[size];
        int[] inOrder = new int[size];
        int n = 0;
        for (int i = 0; i < grams.length; i++) {
            if (counts[i] != 0) {
                order[n++] = grams[i];
            }
        }
        Arrays.sort(order);
        for (int i = 0; i < n; i++) {
            inOrder[i] = counts[slot(order[i])];
        }
        grams = order;
        counts = inOrder;
        return this;
    }

    /** Number of distinct n-grams. */
    int size() {
        return size;
    }

    /** The n-gram at a place, once sorted. */
    long gram(int place) {
        return grams[place];
    }

    /** Its count. */
    int count(int place) {
        return counts[place];
    }

    /** The place of an n-gram, negative when it has none. */
    int find(long packed) {
        return Arrays.binarySearch(grams, 0, size, packed);
    }

    /** How many letters were counted. */
    long letters() {
        return letters;
    }
}
