package fr.corpus.annotate.token;

/** Classes of characters that cutting tokens asks for. Stateless. */
final class Glyphs {

    static final byte OTHER = 0;
    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    static final byte SPACE = 3;

    private static final byte[] NARROW = narrow();

    private Glyphs() {}

    private static byte[] narrow() {
        byte[] classes = new byte[0x300];
        for (char c = 0; c < classes.length; c++) {
            classes[c] = wide(c);
        }
        return classes;
    }

    /** Letter (marks that combine included), digit, white space or other. */
    static byte of(char c) {
        return c < NARROW.length ? NARROW[c] : wide(c);
    }

    private static byte wide(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085') {
            return SPACE;
        }
        if (Character.isLetterOrDigit(c) || c == '\u00AD' || isMark(c)) {
            return LETTER;
        }
        return OTHER;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK && c != '\uFE0F' && c != '\uFE0E'
                || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean isLetter(char c) {
        return of(c) == LETTER;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return of(c) == SPACE;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\u2018';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }
}
