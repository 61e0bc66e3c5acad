package fr.corpus.eval.metric;

import java.util.Arrays;

/** A sequence of symbols, words by number or letters by code point. Reused, confined to one thread. */
final class Symbols {

    private int[] values = new int[64];
    private int length;

    int length() {
        return length;
    }

    int at(int i) {
        return values[i];
    }

    int[] array() {
        return values;
    }

    void clear() {
        length = 0;
    }

    void add(int symbol) {
        if (length == values.length) {
            values = Arrays.copyOf(values, 2 * length);
        }
        values[length++] = symbol;
    }

    /** The words of a text by their numbers. */
    void words(TextBuffer text, WordTable table) {
        length = 0;
        int[] points = text.array();
        int n = text.length();
        int i = 0;
        while (i < n) {
            while (i < n && PythonText.isSpace(points[i])) {
                i++;
            }
            int start = i;
            while (i < n && !PythonText.isSpace(points[i])) {
                i++;
            }
            if (i > start) {
                add(table.number(points, start, i));
            }
        }
    }

    /** The code points of a text. */
    void letters(TextBuffer text) {
        if (values.length < text.length()) {
            values = new int[Math.max(text.length(), 2 * values.length)];
        }
        System.arraycopy(text.array(), 0, values, 0, text.length());
        length = text.length();
    }
}
