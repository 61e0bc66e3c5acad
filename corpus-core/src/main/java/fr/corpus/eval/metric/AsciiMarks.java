package fr.corpus.eval.metric;

/**
 * The marks that the tokenizers of mteval-v13a and Tercom set apart, one pass after the other as those programs do. Each pass
 * takes what it has matched, so that an overlap is left to the next pass.
 */
final class AsciiMarks {

    private AsciiMarks() {}

    /** The four entities of mteval, in its order, so that {@code &amp;lt;} becomes {@code <}. */
    static void unescape(TextBuffer text) {
        text.replace("&quot;", "\"");
        text.replace("&amp;", "&");
        text.replace("&lt;", "<");
        text.replace("&gt;", ">");
    }

    /** Puts a space before and behind the text. */
    static void pad(TextBuffer text) {
        text.rewrite();
        text.put(' ');
        for (int i = 0; i < text.length(); i++) {
            text.put(text.at(i));
        }
        text.put(' ');
        text.swap();
    }

    /** Sets apart every ASCII mark but apostrophe, comma, hyphen and full stop. */
    static void isolateMarks(TextBuffer text) {
        text.rewrite();
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (isMark(c)) {
                text.put(' ');
                text.put(c);
                text.put(' ');
            } else {
                text.put(c);
            }
        }
        text.swap();
    }

    private static boolean isMark(int c) {
        return c < 0x7F
                && (c >= ' ' && c <= '&'
                        || c >= '(' && c <= '+'
                        || c == '/'
                        || c >= ':' && c <= '@'
                        || c >= '[' && c <= '`'
                        || c >= '{');
    }

    /** Sets stops and commas apart where no digit touches them on both sides, then the hyphen behind a digit. */
    static void splitNumbers(TextBuffer text) {
        text.rewrite();
        int n = text.length();
        for (int i = 0; i < n; i++) { // a stop or comma behind what is no digit
            int c = text.at(i);
            text.put(c);
            if (!isDigit(c) && i + 1 < n && isStop(text.at(i + 1))) {
                text.put(' ');
                text.put(text.at(++i));
                text.put(' ');
            }
        }
        text.swap();
        text.rewrite();
        n = text.length();
        for (int i = 0; i < n; i++) { // a stop or comma before what is no digit
            int c = text.at(i);
            if (isStop(c) && i + 1 < n && !isDigit(text.at(i + 1))) {
                text.put(' ');
                text.put(c);
                text.put(' ');
                text.put(text.at(++i));
            } else {
                text.put(c);
            }
        }
        text.swap();
        text.rewrite();
        n = text.length();
        for (int i = 0; i < n; i++) { // a hyphen behind a digit
            int c = text.at(i);
            text.put(c);
            if (isDigit(c) && i + 1 < n && text.at(i + 1) == '-') {
                text.put(' ');
                text.put(text.at(++i));
                text.put(' ');
            }
        }
        text.swap();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isStop(int c) {
        return c == '.' || c == ',';
    }
}
