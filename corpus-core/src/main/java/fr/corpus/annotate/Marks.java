package fr.corpus.annotate;

/** Classes of characters that sentence rules ask for. Stateless. */
final class Marks {

    private Marks() {}

    /** White space of any kind, no-break spaces included; the byte order mark is none. */
    static boolean isSpace(char c) {
        return c <= ' ' ? c == ' ' || c >= '\t' && c <= '\r' || c >= '\u001C' : c >= '\u0085' && isWideSpace(c);
    }

    private static boolean isWideSpace(char c) {
        return c == '\u0085' || c == '\u00A0' || c >= '\u1680' && Character.isSpaceChar(c);
    }

    /** A character that ends a line. */
    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\f' || c == '\u000B';
    }

    /** A mark that may end a sentence. */
    static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u203D' || c == '\u3002';
    }

    /** A mark that closes what was opened and belongs to the sentence before it. */
    static boolean isClosing(char c) {
        return c == '\u00BB'
                || c == '\u201D'
                || c == '"'
                || c == ')'
                || c == ']'
                || c == '\u2019'
                || c == '\''
                || c == '}';
    }

    /** A mark that opens a quotation or parenthesis. */
    static boolean isOpening(char c) {
        return c == '\u00AB'
                || c == '\u201C'
                || c == '"'
                || c == '('
                || c == '['
                || c == '\u2018'
                || c == '\''
                || c == '{'
                || c == '\u201E'
                || c == '\u00BF'
                || c == '\u00A1';
    }

    /** A dash that may open a line of dialogue or an item. */
    static boolean isDash(char c) {
        return c == '\u2014' || c == '\u2013' || c == '-' || c == '\u2015' || c == '\u2212';
    }

    /** A sign that opens an item of a list. */
    static boolean isBullet(char c) {
        return c == '\u2022'
                || c == '*'
                || c == '\u25AA'
                || c == '\u25CF'
                || c == '\u25E6'
                || c == '\u2023'
                || c == '\u00B7'
                || c == '\u2013'
                || c == '\u2014'
                || c == '-'
                || c == '\u25A0'
                || c == '\u203A'
                || c == '\u2015';
    }
}
