package fr.corpus.text;

/**
 * White space as the rules of the field strip it: the bidirectional classes WS, B, S and the category Zs of Unicode,
 * so the no-break spaces U+00A0 and U+202F count and the zero-width space U+200B does not. Thread-safe.
 */
public final class WhiteSpace {

    private WhiteSpace() {}

    /** Whether this UTF-16 unit is white space; no supplementary character is. */
    public static boolean is(char c) {
        if (c <= ' ') {
            return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F;
        }
        if (c < 0x1680) {
            return c == 0x85 || c == 0xA0;
        }
        return c == 0x1680
                || c >= 0x2000 && c <= 0x200A
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** First index from {@code from} on that is not white space, or {@code to}. */
    static int skip(char[] text, int from, int to) {
        int i = from;
        while (i < to && is(text[i])) {
            i++;
        }
        return i;
    }

    /** Index after the last character before {@code to} that is not white space, or {@code from}. */
    static int skipBack(char[] text, int from, int to) {
        int i = to;
        while (i > from && is(text[i - 1])) {
            i--;
        }
        return i;
    }
}
