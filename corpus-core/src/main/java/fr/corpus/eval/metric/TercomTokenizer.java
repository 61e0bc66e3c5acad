package fr.corpus.eval.metric;

/** What Tercom does to a segment before it is split on white space. */
final class TercomTokenizer {

    private static final String PUNCTUATION = ".,?:;!\"()";

    private TercomTokenizer() {}

    static void apply(Ter metric, TextBuffer text) {
        if (!metric.caseSensitive()) {
            text.lower();
        }
        if (metric.normalized() && text.length() > 0) {
            normalize(text);
            if (metric.asianSupport()) {
                isolateIdeographs(text);
            }
        }
        if (metric.noPunct()) {
            remove(text, metric.asianSupport());
        }
    }

    private static void normalize(TextBuffer text) {
        text.replace("\n-", "");
        text.replace("\n", " ");
        AsciiMarks.unescape(text);
        AsciiMarks.pad(text);
        AsciiMarks.isolateMarks(text);
        text.replace("'s ", " 's ");
        AsciiMarks.splitNumbers(text);
    }

    private static void isolateIdeographs(TextBuffer text) {
        text.rewrite();
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            boolean apart = isIdeograph(c) || isWideMark(c);
            if (apart) {
                text.put(' ');
            }
            text.put(c);
            if (apart) {
                text.put(' ');
            }
        }
        text.swap();
    }

    private static void remove(TextBuffer text, boolean wide) {
        text.rewrite();
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (PUNCTUATION.indexOf(c) < 0 && !(wide && isWideMark(c))) {
                text.put(c);
            }
        }
        text.swap();
    }

    /** Ideographs by the blocks of the original, whose block of enclosed letters runs on to U+3F22. Kana are left together. */
    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3200 && c <= 0x4DBF
                || c >= 0x31C0 && c <= 0x31EF
                || c >= 0x2E80 && c <= 0x2EFF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F;
    }

    private static boolean isWideMark(int c) {
        return c == 0x3001
                || c == 0x3002
                || c >= 0x3008 && c <= 0x3011
                || c >= 0x3014 && c <= 0x301F
                || c >= 0xFF61 && c <= 0xFF65
                || c == 0x30FB
                || "\uFF0E\uFF0C\uFF1F\uFF1A\uFF1B\uFF01\uFF02\uFF08\uFF09".indexOf(c) >= 0;
    }
}
