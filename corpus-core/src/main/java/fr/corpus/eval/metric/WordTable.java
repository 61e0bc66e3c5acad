package fr.corpus.eval.metric;

import java.util.Arrays;

/**
 * Numbers the distinct words of one segment and its references, so that equal words are equal numbers. Compares the words
 * themselves, not their hashes. Reused, confined to one thread.
 */
final class WordTable {

    private int[] slots = new int[256];
    private int[] letters = new int[1024];
    private int[] starts = new int[128];
    private int[] hashes = new int[128];
    private int count;

    /** Forgets all words. */
    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    /** How many distinct words there are. */
    int size() {
        return count;
    }

    /** The number, from 0, of a word. */
    int number(int[] points, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + points[i];
        }
        hash ^= hash >>> 15;
        hash *= 0x9E3779B1;
        int mask = slots.length - 1;
        int slot = hash >>> 8 & mask;
        while (slots[slot] != 0) {
            int word = slots[slot] - 1;
            if (hashes[word] == hash && Arrays.equals(letters, starts[word], starts[word + 1], points, from, to)) {
                return word;
            }
            slot = slot + 1 & mask;
        }
        return add(points, from, to, hash, slot);
    }

    private int add(int[] points, int from, int to, int hash, int slot) {
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
        }
        int start = starts[count];
        if (start + to - from > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(2 * letters.length, start + to - from));
        }
        System.arraycopy(points, from, letters, start, to - from);
        hashes[count] = hash;
        starts[count + 1] = start + to - from;
        slots[slot] = ++count;
        if (2 * count > slots.length) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        int mask = 2 * slots.length - 1;
        int[] larger = new int[mask + 1];
        for (int word = 0; word < count; word++) {
            int slot = hashes[word] >>> 8 & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = word + 1;
        }
        slots = larger;
    }

    /** Compares two words by code points, as Python compares texts. */
    int compare(int left, int right) {
        return Arrays.compare(letters, starts[left], starts[left + 1], letters, starts[right], starts[right + 1]);
    }
}
