package fr.corpus.annotate.tag;

import java.util.Arrays;

/** The tokens of a sentence whose best tag was hardly better than the next, with all their scores. Confined to one thread. */
final class Doubts {

    private int size;
    private int[] tokens = new int[16];
    private int[] seconds = new int[16];
    private long[] lanes = new long[16 * TaggerModel.LONGS];

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(int token, int second, long a, long b, long c, long d, long e) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            lanes = Arrays.copyOf(lanes, 2 * lanes.length);
        }
        tokens[size] = token;
        seconds[size] = second;
        int at = size * TaggerModel.LONGS;
        lanes[at] = a;
        lanes[at + 1] = b;
        lanes[at + 2] = c;
        lanes[at + 3] = d;
        lanes[at + 4] = e;
        size++;
    }

    /** Which token the doubt is about. */
    int token(int doubt) {
        return tokens[doubt];
    }

    /** The tag that was next best. */
    int second(int doubt) {
        return seconds[doubt];
    }

    /** Four tags' scores as lanes. */
    long lanes(int doubt, int part) {
        return lanes[doubt * TaggerModel.LONGS + part];
    }

    /** A tag's score, 0 for one that the form cannot have. */
    int score(int doubt, int tag) {
        return (int) (lanes(doubt, tag >> 2) >>> (tag & 3) * 16 & 0xFFFF);
    }
}
