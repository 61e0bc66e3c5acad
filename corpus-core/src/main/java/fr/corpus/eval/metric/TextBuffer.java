package fr.corpus.eval.metric;

import java.util.Arrays;

/** A text as code points, changed in place by tokenizers; a lone surrogate is a code point of its own. Reused, confined to one thread. */
final class TextBuffer {

    private int[] points;
    private int length;
    private int[] spare;
    private int spareLength;

    /** A buffer for many texts. */
    TextBuffer() {
        this(256);
    }

    private TextBuffer(int size) {
        points = new int[size];
        spare = new int[size];
    }

    /** A buffer of the size of one short text, which costs less than a large one that is thrown away. */
    static TextBuffer of(String text) {
        return new TextBuffer(text.length() + 1).set(text);
    }

    /** Takes a text. */
    TextBuffer set(String text) {
        int units = text.length();
        if (points.length < units) {
            points = new int[Math.max(units, 2 * points.length)];
        }
        int n = 0;
        for (int i = 0; i < units; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < units && Character.isLowSurrogate(text.charAt(i + 1))) {
                points[n++] = Character.toCodePoint(c, text.charAt(++i));
            } else {
                points[n++] = c;
            }
        }
        length = n;
        return this;
    }

    int length() {
        return length;
    }

    int at(int i) {
        return points[i];
    }

    /** The code points; those from {@link #length()} on are of no meaning. */
    int[] array() {
        return points;
    }

    /** Begins a new version of the text, written with {@link #put} and taken by {@link #swap}. */
    void rewrite() {
        spareLength = 0;
    }

    void put(int point) {
        if (spareLength == spare.length) {
            spare = Arrays.copyOf(spare, 2 * spareLength);
        }
        spare[spareLength++] = point;
    }

    void swap() {
        int[] old = points;
        points = spare;
        length = spareLength;
        spare = old;
    }

    /** Drops white space at the end. */
    void stripTrailing() {
        while (length > 0 && PythonText.isSpace(points[length - 1])) {
            length--;
        }
    }

    /** Drops all white space. */
    void removeSpace() {
        int n = 0;
        for (int i = 0; i < length; i++) {
            if (!PythonText.isSpace(points[i])) {
                points[n++] = points[i];
            }
        }
        length = n;
    }

    /** Leaves one space between words and none around them. */
    void collapse() {
        int n = 0;
        boolean gap = false;
        for (int i = 0; i < length; i++) {
            if (PythonText.isSpace(points[i])) {
                gap = n > 0;
            } else {
                if (gap) {
                    points[n++] = ' ';
                    gap = false;
                }
                points[n++] = points[i];
            }
        }
        length = n;
    }

    /** Lower case as Python has it. */
    void lower() {
        PythonText.lower(this);
    }

    void set(int i, int point) {
        points[i] = point;
    }

    /** Replaces every occurrence of an ASCII word, left to right without overlap. */
    void replace(String word, String by) {
        if (indexOf(word, 0) < 0) {
            return;
        }
        rewrite();
        int from = 0;
        for (int found = indexOf(word, 0); found >= 0; found = indexOf(word, from)) {
            for (int i = from; i < found; i++) {
                put(points[i]);
            }
            for (int i = 0; i < by.length(); i++) {
                put(by.charAt(i));
            }
            from = found + word.length();
        }
        for (int i = from; i < length; i++) {
            put(points[i]);
        }
        swap();
    }

    private int indexOf(String word, int start) {
        char first = word.charAt(0);
        for (int i = start; i <= length - word.length(); i++) {
            if (points[i] == first && startsWith(word, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWith(String word, int at) {
        for (int i = 1; i < word.length(); i++) {
            if (points[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
