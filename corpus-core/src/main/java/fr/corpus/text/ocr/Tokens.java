package fr.corpus.text.ocr;

/**
 * What stands between white spaces; a token that ends in a hyphen at the end of a line is joined to the next. Confined to
 * one thread.
 */
final class Tokens {

    private static final int LONGEST = 200;

    private final String text;
    private int at;
    private int to;
    private CharSequence token = "";

    Tokens(String text) {
        this.text = text;
    }

    /** Turns to a range. */
    void turn(int from, int end) {
        at = from;
        to = end;
    }

    /** Goes to the next token; false at the end. */
    boolean next() {
        int start = afterSpace(at);
        if (start == to) {
            at = to;
            return false;
        }
        at = end(start);
        token = text.subSequence(start, at);
        if (isHyphen(text.charAt(at - 1)) && at - start > 1 && at < to) {
            int next = afterSpace(at);
            if (next < to && Character.isLowerCase(text.charAt(next)) && breaks(at, next) == 1) {
                int last = end(next);
                token = text.substring(start, at - 1) + text.substring(next, last);
                at = last;
            }
        }
        return true;
    }

    /** The token. */
    CharSequence token() {
        return token;
    }

    private int afterSpace(int from) {
        int i = from;
        while (i < to && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int end(int start) {
        int limit = Math.min(to, start + LONGEST);
        int i = start;
        while (i < limit && !isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int breaks(int from, int end) {
        int count = 0;
        for (int i = from; i < end; i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u00AC' || c == '\u2010' || c == '\u2E17';
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\u3000' || c == '\u0085';
    }
}
