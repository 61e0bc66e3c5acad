package fr.corpus.text.language;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The letters of a text as the model sees them: lower case, long s as s, one space for whatever is not a letter. Confined
 * to one thread.
 *
 * <p>Apostrophes next to a letter are letters, since <i>l’</i>, <i>c’h</i> and the Polynesian stop tell languages apart.
 * Combining marks of other scripts are letters; Latin letters with a separate accent are composed first. Soft hyphens
 * and the hyphen of a cut word are dropped, web and mail addresses are a space. A letter beyond U+FFFF is folded into the
 * private use area.
 */
final class Letters {

    static final char SPACE = ' ';
    private static final char DROPPED = '\uFFFF';
    private static final char MARK_FIRST = '\u0300';
    private static final char MARK_LAST = '\u036F';
    private static final char[] FOLD = new char[0x3000];

    static {
        for (char c = 0; c < FOLD.length; c++) {
            FOLD[c] = fold(c);
        }
    }

    private char[] codes = new char[512];
    private int size;
    private boolean decomposed;

    /** Codes of letters and spaces; the first and the last are spaces. Longer than {@link #size()}. */
    char[] codes() {
        return codes;
    }

    /** Number of codes. */
    int size() {
        return size;
    }

    /** Forgets all letters. */
    Letters clear() {
        size = 0;
        return this;
    }

    /** Gives back the room that is left. */
    Letters trim() {
        codes = Arrays.copyOf(codes, size);
        return this;
    }

    /** Adds the letters of a range of the text after those that are here, with a space around them. */
    Letters add(CharSequence text, int from, int to) {
        int before = size;
        decomposed = false;
        scan(text, from, to);
        if (decomposed) {
            size = before;
            String composed = Normalizer.normalize(text.subSequence(from, to), Normalizer.Form.NFC);
            scan(composed, 0, composed.length());
        }
        return this;
    }

    private void scan(CharSequence text, int from, int to) {
        reserve(to - from + 2);
        space();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            char code = c < FOLD.length ? FOLD[c] : fold(c);
            if (code == SPACE) {
                i = other(text, i, to, c);
            } else if (code != DROPPED) {
                codes[size++] = code;
                decomposed |= c >= MARK_FIRST && c <= MARK_LAST;
            }
        }
        space();
    }

    /** Handles a character that is not a letter by itself; answers the index of the last one that it took. */
    private int other(CharSequence text, int i, int to, char c) {
        boolean afterLetter = codes[size - 1] != SPACE;
        if (isApostrophe(c)) {
            if (afterLetter || i + 1 < to && Character.isLetter(text.charAt(i + 1))) {
                codes[size++] = '\'';
            }
            return i;
        }
        if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            if (Character.isLetter(point)) {
                codes[size++] = (char) (0xE000 + Character.toLowerCase(point) % 6400);
            } else {
                space();
            }
            return i + 1;
        }
        if (afterLetter && isHyphen(c) && i + 1 < to) {
            int next = lineBreakEnd(text, i + 1, to);
            if (next > 0) {
                return next - 1;
            }
        }
        if (c == '@' || c == ':' && i + 2 < to && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/') {
            return address(text, i, to);
        }
        space();
        return i;
    }

    /** Takes back the letters of an address before its mark and skips to the white space after it. */
    private int address(CharSequence text, int i, int to) {
        while (codes[size - 1] != SPACE) {
            size--;
        }
        int end = i;
        while (end + 1 < to && !Character.isWhitespace(text.charAt(end + 1))) {
            end++;
        }
        return end;
    }

    private static int lineBreakEnd(CharSequence text, int i, int to) {
        int j = i;
        if (j < to && text.charAt(j) == '\r') {
            j++;
        }
        return j + 1 < to && text.charAt(j) == '\n' && Character.isLowerCase(text.charAt(j + 1)) ? j + 1 : -1;
    }

    private void space() {
        if (size == 0 || codes[size - 1] != SPACE) {
            codes[size++] = SPACE;
        }
    }

    private void reserve(int more) {
        if (size + more > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(size + more, codes.length * 2));
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '\u02BB';
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u00AC' || c == '\u2E17';
    }

    private static char fold(char c) {
        if (c == '\u00AD' || c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\u2060' || c == '\uFEFF') {
            return DROPPED;
        }
        if (c == '\u017F') {
            return 's';
        }
        if (isApostrophe(c)) {
            return SPACE;
        }
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return Character.isLetter(c) || mark ? (char) Character.toLowerCase((int) c) : SPACE;
    }
}
