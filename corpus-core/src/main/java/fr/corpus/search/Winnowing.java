package fr.corpus.search;

import java.util.Arrays;

/**
 * The places of a text that stand for its sequences of words (version {@value #VERSION}): of each {@value #WINDOW} consecutive runs
 * of {@value #WORDS} words, the one with the least hash, the last of equal ones (Schleimer, Wilkerson and Aiken 2003, doi
 * 10.1145/872757.872770). What is chosen depends on those {@value #SPAN} words alone, so two texts that share a sequence of that
 * many share the choice. Reused from text to text, so confined to one thread.
 */
final class Winnowing {

    /** Name and version. */
    static final String VERSION = "winnowing@1";

    /** Words of a run. */
    static final int WORDS = 7;

    /** Consecutive runs of which one is chosen. */
    static final int WINDOW = 7;

    /** Words of the shortest sequence that is never missed. */
    static final int SPAN = WORDS + WINDOW - 1;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long[] runs = new long[1024];
    private int[] places = new int[256];
    private int size;

    /** Chooses the runs of a text; answers how many. */
    int of(Words words) {
        size = 0;
        int count = words.size() - WORDS + 1;
        if (count < WINDOW) {
            return 0;
        }
        if (runs.length < count) {
            runs = new long[Math.max(count, runs.length * 2)];
        }
        for (int i = 0; i < count; i++) {
            long hash = 0;
            for (int k = 0; k < WORDS; k++) {
                hash = (Long.rotateLeft(hash, 23) ^ words.hash(i + k)) * FACTOR;
            }
            runs[i] = mix(hash);
        }
        int least = -1;
        for (int end = WINDOW; end <= count; end++) {
            int start = end - WINDOW;
            if (least < start) {
                int chosen = start;
                for (int i = start + 1; i < end; i++) {
                    chosen = runs[i] <= runs[chosen] ? i : chosen;
                }
                add(chosen);
                least = chosen;
            } else if (runs[end - 1] <= runs[least]) {
                least = end - 1;
                add(least);
            }
        }
        return size;
    }

    private static long mix(long value) {
        long h = (value ^ value >>> 32) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 29) * 0x94D049BB133111EBL;
        return h ^ h >>> 32;
    }

    private void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        places[size++] = place;
    }

    /** First word of a chosen run. */
    int place(int at) {
        return places[at];
    }

    /** Hash of a chosen run. */
    long hash(int at) {
        return runs[places[at]];
    }
}
