package fr.corpus.text;

/** The extent of tokens that are signs: punctuation, symbols, emoji. Pure functions. */
final class Signs {

    private static final String REPEATED = ".-\u2013\u2014_=*~#!?+\u2026\u2022\u00B7/\\|";
    private static final int JOINER = 0x200D;

    private Signs() {}

    /** The end of the sign that starts here: a run of one same sign, an emoji with its modifiers, or one code point. */
    static int end(char[] text, int from, int end) {
        char first = text[from];
        if (REPEATED.indexOf(first) >= 0) {
            int i = from + 1;
            while (i < end && text[i] == first) {
                i++;
            }
            return i;
        }
        if (first == '\u00B0') {
            return isDegree(text, from + 1, end) ? from + 2 : from + 1;
        }
        int c = Characters.codePointAt(text, from, end);
        int i = from + Character.charCount(c);
        return c < 0x2000 ? i : emoji(c, text, i, end);
    }

    private static boolean isDegree(char[] text, int at, int end) {
        return at < end
                && "CFK".indexOf(text[at]) >= 0
                && (at + 1 == end || !isLetter(Characters.codePointAt(text, at + 1, end)));
    }

    private static boolean isLetter(int c) {
        byte kind = Characters.kind(c);
        return kind == Characters.LETTER || kind == Characters.UPPER;
    }

    /** Takes in variation selectors, skin tones, joined emoji and the second letter of a flag. */
    private static int emoji(int first, char[] text, int from, int end) {
        int i = from;
        boolean flag = isFlagLetter(first);
        while (i < end) {
            int c = Characters.codePointAt(text, i, end);
            int next = i + Character.charCount(c);
            if (c == JOINER && next < end) {
                int joined = Characters.codePointAt(text, next, end);
                if (Characters.kind(joined) != Characters.SYMBOL) {
                    return i;
                }
                next += Character.charCount(joined);
            } else if (flag && isFlagLetter(c)) {
                flag = false;
            } else if (Characters.kind(c) != Characters.MARK && !(c >= 0x1F3FB && c <= 0x1F3FF)) {
                return i;
            }
            i = next;
        }
        return i;
    }

    private static boolean isFlagLetter(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
