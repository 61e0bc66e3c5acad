package fr.corpus.annotate.token;

import java.util.Arrays;

/** A growing list of half-open spans in UTF-16 units, reused from text to text. Confined to one thread. */
public final class TokenSpans {

    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;

    /** Forgets all spans, keeping the room they took. */
    public void clear() {
        size = 0;
    }

    /** Adds a span after the others. */
    public void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /** Number of spans. */
    public int size() {
        return size;
    }

    /** First UTF-16 unit of a span. */
    public int start(int index) {
        return starts[index];
    }

    /** UTF-16 unit after the last of a span. */
    public int end(int index) {
        return ends[index];
    }
}
