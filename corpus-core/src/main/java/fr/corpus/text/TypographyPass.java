package fr.corpus.text;

/** The rules of {@link Typography}, sign by sign. Pure functions. */
final class TypographyPass {

    private static final char NO_BREAK = '\u00A0';
    private static final char NARROW = '\u202F';
    private static final char APOSTROPHE = '\u2019';
    private static final char ELLIPSIS = '\u2026';
    private static final char SOFT_HYPHEN = '\u00AD';
    /** The answer for a ligature, which becomes several letters. */
    private static final char SPELLED = 1;

    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "ſt", "st"};

    /** Which characters below U+0250 some rule looks at. */
    private static final boolean[] WATCHED = new boolean[0x250];

    static {
        for (char c : " '`.\u00A0\u00B4".toCharArray()) {
            WATCHED[c] = true;
        }
    }

    private TypographyPass() {}

    /** The text with all rules applied; the same instance when nothing changes. */
    static String apply(Typography rules, String text) {
        String visible = visible(rules, text);
        int length = visible.length();
        for (int i = 0; i < length; i++) {
            char c = visible.charAt(i);
            if ((c < 0x250 ? WATCHED[c] : isWatched(c)) && replacement(rules, visible, i, c) != 0) {
                return rewrite(rules, visible, i);
            }
        }
        return visible;
    }

    private static String rewrite(Typography rules, String text, int first) {
        int length = text.length();
        StringBuilder out = new StringBuilder(length).append(text, 0, first);
        int copied = first;
        for (int i = first; i < length; i++) {
            char c = text.charAt(i);
            char other = (c < 0x250 ? WATCHED[c] : isWatched(c)) ? replacement(rules, text, i, c) : 0;
            if (other != 0) {
                out.append(text, copied, i);
                if (other == SPELLED) {
                    out.append(LIGATURES[c - '\uFB00']);
                } else {
                    out.append(other);
                }
                i += other == ELLIPSIS ? 2 : 0;
                copied = i + 1;
            }
        }
        return out.append(text, copied, length).toString();
    }

    private static boolean isWatched(char c) {
        return c == '\u02BC' || c >= '\u1680' && c != APOSTROPHE && c != ELLIPSIS;
    }

    /** What the character at an index becomes, 0 when it stays. */
    private static char replacement(Typography rules, String text, int i, char c) {
        return switch (c) {
            case '\'', '\u02BC', '\uFF07' -> rules.apostrophes() && isApostrophe(text, i) ? APOSTROPHE : 0;
            case '`', '\u00B4', '\u2032', '\u2018' ->
                rules.apostrophes() && isLetter(text, i + 1) && isAfterElided(text, i) ? APOSTROPHE : 0;
            case '\u2010', '\u2011' -> rules.hyphens() ? '-' : 0;
            case '.' -> rules.ellipses() && isEllipsis(text, i) ? ELLIPSIS : 0;
            case '\uFB00', '\uFB01', '\uFB02', '\uFB03', '\uFB04', '\uFB05', '\uFB06' ->
                rules.ligatures() ? SPELLED : 0;
            default -> {
                char space = rules.spaces() && isSpace(c) ? space(text, i, c) : c;
                yield space == c ? 0 : space;
            }
        };
    }

    /** The space that French typography wants in this place. */
    private static char space(String text, int i, char c) {
        char before = at(text, i - 1);
        char after = at(text, i + 1);
        boolean alone = before > ' ' && after > ' ' && !isSpace(before) && !isSpace(after);
        if (alone) {
            switch (after) {
                case '!', '?':
                    if (isClosed(at(text, i + 2), true)) {
                        return NARROW;
                    }
                    break;
                case ';', ':':
                    if (isClosed(at(text, i + 2), false)) {
                        return after == ';' ? NARROW : NO_BREAK;
                    }
                    break;
                case '\u00BB':
                    return NO_BREAK;
                default:
                    if (before == '\u00AB') {
                        return NO_BREAK;
                    }
            }
        }
        if (c == ' ') {
            return c;
        }
        if (isDigit(before) && isGroup(text, i + 1) && (c == NO_BREAK || c == '\u2007' || c == '\u2009')) {
            return NARROW;
        }
        return c == NO_BREAK || c == NARROW ? c : ' ';
    }

    /** Whether a mark ends here, as in prose: before the end, white space, a quotation mark, or after ! and ? another sign. */
    private static boolean isClosed(char next, boolean orSign) {
        return switch (next) {
            case 0, '\n', '\r', '\t', '\u00AB', '\u00BB', '"', '\u201C', '\u201D' -> true;
            case ')', ']', '.', ',', ';', ':', '!', '?', ELLIPSIS, '\'', APOSTROPHE -> orSign;
            default -> isSpace(next);
        };
    }

    private static boolean isApostrophe(String text, int i) {
        if (!isLetter(text, i - 1)) {
            return false;
        }
        char next = at(text, i + 1);
        return isLetter(text, i + 1)
                || (isDigit(next) || next == '\u00AB' || next == '\u201C') && isAfterElided(text, i);
    }

    /** After l d j m t s n c as a word by itself, or a word in -qu. */
    private static boolean isAfterElided(String text, int i) {
        char last = (char) (at(text, i - 1) | 0x20);
        if (last == 'u') {
            return (at(text, i - 2) | 0x20) == 'q';
        }
        return "ldjmtsnc".indexOf(last) >= 0 && !isLetter(text, i - 2);
    }

    private static boolean isEllipsis(String text, int i) {
        return at(text, i + 1) == '.' && at(text, i + 2) == '.' && at(text, i + 3) != '.' && at(text, i - 1) != '.';
    }

    /** Exactly three digits. */
    private static boolean isGroup(String text, int i) {
        return isDigit(at(text, i))
                && isDigit(at(text, i + 1))
                && isDigit(at(text, i + 2))
                && !isDigit(at(text, i + 3));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(String text, int i) {
        char c = at(text, i);
        byte kind = Characters.kind(c);
        return c != '\u02BC' && (kind == Characters.LETTER || kind == Characters.UPPER || kind == Characters.MARK);
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == NO_BREAK
                || c == NARROW
                || c >= '\u2000' && c <= '\u200A'
                || c == '\u205F'
                || c == '\u3000'
                || c == '\u1680';
    }

    private static char at(String text, int i) {
        return i < 0 || i >= text.length() ? 0 : text.charAt(i);
    }

    /** The text without soft hyphens and zero-width spaces, as far as the rules say so. */
    private static String visible(Typography rules, String text) {
        boolean soft = rules.hyphens() && text.indexOf(SOFT_HYPHEN) >= 0;
        boolean zero = rules.spaces() && (text.indexOf('\u200B') >= 0 || text.indexOf('\u2060') >= 0);
        if (!soft && !zero) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (soft && c == SOFT_HYPHEN) {
                char next = at(text, i + 1);
                if (next == '\n' || next == '\r') {
                    out.append('-');
                }
            } else if (!zero || c != '\u200B' && c != '\u2060') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
