package fr.corpus.eval.instruct;

import fr.corpus.text.WhiteSpace;

/**
 * Counts what M-IFEval finds with patterns that backtrack over runs of blank lines or open brackets: the same counts, in time
 * proportional to the text. Thread-safe.
 */
final class MarkedLines {

    private MarkedLines() {}

    /** Matches of {@code ^\\s*\\*[^*].*$}: a star at the start of a line, blank lines before it aside, and not another after it. */
    static int stars(String text) {
        int count = 0;
        int line = 0;
        while (line < text.length()) {
            int mark = skipBlanks(text, line);
            boolean star = mark + 1 < text.length() && text.charAt(mark) == '*' && text.charAt(mark + 1) != '*';
            count += star ? 1 : 0;
            line = nextLine(text, star ? mark + 2 : mark);
        }
        return count;
    }

    /** Matches of {@code ^\\s*-.*$}. */
    static int dashes(String text) {
        int count = 0;
        int line = 0;
        while (line < text.length()) {
            int mark = skipBlanks(text, line);
            count += mark < text.length() && text.charAt(mark) == '-' ? 1 : 0;
            line = nextLine(text, mark);
        }
        return count;
    }

    /** Matches of {@code \\[.*?\\]}: brackets that close on the line where they open. */
    static int brackets(String text) {
        int count = 0;
        int open = text.indexOf('[');
        while (open >= 0) {
            int close = text.indexOf(']', open);
            int end = text.indexOf('\n', open);
            boolean closes = close >= 0 && (end < 0 || close < end);
            count += closes ? 1 : 0;
            int from = closes ? close + 1 : end;
            open = from < 0 ? -1 : text.indexOf('[', from);
        }
        return count;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && WhiteSpace.is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int nextLine(String text, int from) {
        int end = from >= text.length() ? -1 : text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
