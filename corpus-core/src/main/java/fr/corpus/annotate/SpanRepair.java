package fr.corpus.annotate;

import java.util.BitSet;

/**
 * Makes spans of the boundaries that a foreign model gives: on code points, without white space at their ends, holding every
 * other character. Confined to one thread.
 */
final class SpanRepair {

    private final String text;
    private final int start;
    private final int end;
    private final BitSet bounds = new BitSet();

    /** Takes the spans. */
    interface Taker {
        void take(int from, int to);
    }

    /** Spans of a part of a text, in UTF-16 units. */
    SpanRepair(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** A boundary; one inside a surrogate pair, or outside the part, is none. */
    void endAt(int unit) {
        boolean inside = unit > start && unit < end;
        if (inside
                && !(Character.isLowSurrogate(text.charAt(unit)) && Character.isHighSurrogate(text.charAt(unit - 1)))) {
            bounds.set(unit - start);
        }
    }

    /** Gives the spans in order. */
    void finish(Taker taker) {
        int from = start;
        while (from < end) {
            int next = bounds.nextSetBit(from - start + 1);
            int to = next < 0 ? end : start + next;
            int last = to;
            while (from < last && Marks.isSpace(text.charAt(from))) {
                from++;
            }
            while (last > from && Marks.isSpace(text.charAt(last - 1))) {
                last--;
            }
            if (from < last) {
                taker.take(from, last);
            }
            from = to;
        }
    }
}
