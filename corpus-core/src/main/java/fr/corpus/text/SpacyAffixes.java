package fr.corpus.text;

/** What spaCy's French rules cut off at the beginning, at the end and inside of a chunk. Pure functions on a part of a text. */
final class SpacyAffixes {

    private static final char ELLIPSIS = '\u2026';

    private SpacyAffixes() {}

    /** Length of the prefix that is cut off, 0 for none. The first rule that matches counts, not the longest match. */
    static int prefix(char[] text, int from, int to) {
        char c = text[from];
        int next = from + 1;
        switch (c) {
            case '+':
                return next < to && isDigit(text[next]) ? 0 : 1;
            case '.':
                int stops = run(text, '.', from, to);
                return stops > 1 ? stops : 0;
            case 'U':
                return next + 1 < to && text[next] == 'S' && text[next + 1] == '$' ? 3 : 0;
            case 'A', 'C':
                return next < to && text[next] == '$' ? 2 : 0;
            case 'd', 'l', 'n', 'D', 'L', 'N':
                boolean elided = next < to
                        && SpacyCompounds.isApostrophe(text[next])
                        && (SpacyRules.bitsAt(text, next + 1, from, to) & SpacyRules.ALPHA) != 0;
                return elided ? 2 : 0;
            default:
                int codePoint = Characters.codePointAt(text, from, to);
                return (SpacyRules.bits(codePoint) & SpacyRules.PREFIX) == 0 ? 0 : Character.charCount(codePoint);
        }
    }

    /** Length of the suffix that is cut off, 0 for none. The longest match counts. */
    static int suffix(char[] text, int from, int to) {
        if (from >= to) {
            return 0;
        }
        char last = text[to - 1];
        if (last == '.') {
            return stops(text, from, to);
        }
        int longest = 0;
        int bits = SpacyRules.bitsBefore(text, to, from);
        if ((bits & SpacyRules.SUFFIX) != 0) {
            boolean two = last == ELLIPSIS && to - 2 >= from && text[to - 2] == ELLIPSIS;
            longest = two ? 2 : Character.isLowSurrogate(last) && to - 2 >= from ? 2 : 1;
        }
        if (last == '+' && to - 2 >= from && isDigit(text[to - 2])) {
            longest = 1;
        }
        longest = Math.max(longest, unit(text, from, to));
        return Math.max(longest, clitic(text, from, to));
    }

    private static int stops(char[] text, int from, int to) {
        int count = 1;
        while (to - count - 1 >= from && text[to - count - 1] == '.') {
            count++;
        }
        if (count > 1) {
            return count;
        }
        int before = to - 1;
        int bits = SpacyRules.bitsBefore(text, before, from);
        if ((bits & SpacyRules.BEFORE_STOP) != 0) {
            return 1;
        }
        if (before - 2 >= from && text[before - 2] == '\u00B0' && "FfCcKk".indexOf(text[before - 1]) >= 0) {
            return 1;
        }
        if ((bits & SpacyRules.UPPER) != 0) {
            int previous = before - (Character.isLowSurrogate(text[before - 1]) ? 2 : 1);
            return (SpacyRules.bitsBefore(text, previous, from) & SpacyRules.UPPER) == 0 ? 0 : 1;
        }
        return 0;
    }

    /** A unit or currency after an ASCII digit. */
    private static int unit(char[] text, int from, int to) {
        int limit = Math.max(from, to - SpacyRules.MAX_UNIT - 1);
        for (int i = to - 1; i >= limit; i--) {
            if (isDigit(text[i])) {
                int length = to - i - 1;
                return length > 0 && SpacyRules.UNITS.contains(TokenHash.of(text, i + 1, to)) ? length : 0;
            }
        }
        return 0;
    }

    /** A pronoun with its hyphen after a letter. */
    private static int clitic(char[] text, int from, int to) {
        int limit = Math.max(from + 1, to - SpacyRules.MAX_CLITIC - 1);
        for (int i = to - 2; i >= limit; i--) {
            if (SpacyCompounds.isHyphen(text[i])) {
                boolean cut = (SpacyRules.bitsBefore(text, i, from) & SpacyRules.ALPHA) != 0
                        && SpacyRules.CLITICS.contains(TokenHash.of(text, i + 1, to));
                return cut ? to - i : 0;
            }
        }
        return 0;
    }

    /** Length of the infix that starts at an index inside [from, to), 0 for an empty one, -1 for none. */
    static int infix(char[] text, int at, int from, int to) {
        char c = text[at];
        switch (c) {
            case '.':
                int stops = run(text, '.', at, to);
                return stops > 1
                        ? stops
                        : between(text, at, from, to, SpacyRules.LOWER_OR_QUOTE, SpacyRules.UPPER_OR_QUOTE);
            case ELLIPSIS:
                return 1;
            case ',':
                return between(text, at, from, to, SpacyRules.ALPHA, SpacyRules.ALPHA);
            case '+', '*', '^':
                return isSum(text, at, from, to) ? 1 : -1;
            case '-':
                return isSum(text, at, from, to) ? 1 : hyphen(text, at, from, to, 3);
            case '\u2014':
                return hyphen(text, at, from, to, 2);
            case '\u2013', '~':
                return hyphen(text, at, from, to, 1);
            case ':', '<', '>', '=', '/':
                boolean left = at > from && isDigit(text[at - 1]);
                return left
                        ? isAlpha(text, at + 1, from, to) ? 1 : -1
                        : between(text, at, from, to, SpacyRules.ALPHA, SpacyRules.ALPHA);
            default:
                int codePoint = Characters.codePointAt(text, at, to);
                int bits = SpacyRules.bits(codePoint);
                if ((bits & SpacyRules.ICON) != 0) {
                    return Character.charCount(codePoint);
                }
                boolean elided = at - 2 >= from
                        && SpacyCompounds.isApostrophe(text[at - 1])
                        && (bits & SpacyRules.ALPHA) != 0
                        && (SpacyRules.bitsBefore(text, at - 1, from) & SpacyRules.ALPHA) != 0;
                return elided ? 0 : -1;
        }
    }

    private static int between(char[] text, int at, int from, int to, int before, int after) {
        return (SpacyRules.bitsBefore(text, at, from) & before) != 0
                        && (SpacyRules.bitsAt(text, at + 1, from, to) & after) != 0
                ? 1
                : -1;
    }

    /** The shortest run of a hyphen sign up to {@code longest} with a letter on both sides. */
    private static int hyphen(char[] text, int at, int from, int to, int longest) {
        if ((SpacyRules.bitsBefore(text, at, from) & SpacyRules.ALPHA) == 0) {
            return -1;
        }
        for (int length = 1; length <= longest; length++) {
            if (isAlpha(text, at + length, from, to)) {
                return length;
            }
            if (at + length >= to || text[at + length] != text[at]) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isSum(char[] text, int at, int from, int to) {
        return at > from && isDigit(text[at - 1]) && at + 1 < to && (isDigit(text[at + 1]) || text[at + 1] == '-');
    }

    private static boolean isAlpha(char[] text, int at, int from, int to) {
        return (SpacyRules.bitsAt(text, at, from, to) & SpacyRules.ALPHA) != 0;
    }

    private static int run(char[] text, char c, int from, int to) {
        int i = from;
        while (i < to && text[i] == c) {
            i++;
        }
        return i - from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
