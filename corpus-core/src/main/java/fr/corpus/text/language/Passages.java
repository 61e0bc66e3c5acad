package fr.corpus.text.language;

import java.util.Arrays;

/**
 * The passages of a text among which its language may change: lines and sentences, or pieces of either that are too long.
 * Together they are the whole text; white space belongs to the passage before it. Confined to one thread.
 */
final class Passages {

    /** Shorter lines are joined to the next, unless a blank line follows. */
    private static final int SHORTEST_LINE = 16;

    private static final int SHORTEST_SENTENCE = 40;
    private static final int LONG = 200;
    private static final int LONGEST = 400;

    private int[] starts = new int[64];
    private int size;

    /** The passages of a text. */
    Passages(CharSequence text) {
        int from = 0;
        while (from < text.length()) {
            add(from);
            from = end(text, from);
        }
        add(text.length());
        size--;
    }

    private void add(int at) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = at;
    }

    /** Number of passages. */
    int size() {
        return size;
    }

    /** First UTF-16 unit of a passage; that after the last one is the length of the text. */
    int start(int passage) {
        return starts[passage];
    }

    private static int end(CharSequence text, int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                continue;
            }
            int after = afterSpace(text, i, limit);
            int length = i - from;
            boolean blankLine = breaks(text, i, after) > 1;
            boolean line = breaks(text, i, after) > 0 && length >= SHORTEST_LINE;
            boolean sentence = length >= SHORTEST_SENTENCE && i > from && isStop(text.charAt(i - 1));
            if (i > from && (blankLine || line || sentence || length >= LONG)) {
                return after;
            }
            i = after - 1;
        }
        if (limit == text.length()) {
            return limit;
        }
        return Character.isLowSurrogate(text.charAt(limit)) && Character.isHighSurrogate(text.charAt(limit - 1))
                ? limit - 1
                : limit;
    }

    private static int afterSpace(CharSequence text, int from, int limit) {
        int i = from;
        while (i < limit && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int breaks(CharSequence text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u00A0' || c == '\u202F' || c == '\f';
    }

    private static boolean isStop(char c) {
        return ".!?\u2026;:\u00BB\u201D\u3002".indexOf(c) >= 0;
    }
}
