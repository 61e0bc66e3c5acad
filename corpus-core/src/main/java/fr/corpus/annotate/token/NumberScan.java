package fr.corpus.annotate.token;

import java.util.Locale;
import java.util.Set;

/** Where a number ends: decimals, groups, dates, ranges, fractions. Confined to one thread. */
final class NumberScan {

    private static final Set<String> UNITS = Set.of(
            "h", "km", "m", "cm", "mm", "kg", "g", "mg", "µg", "l", "ml", "cl", "dl", "min", "mn", "ha", "kw", "mw",
            "hz", "ghz", "mhz", "ko", "mo", "go", "to", "eur", "f", "frs", "fr", "ans", "k€", "w", "v", "kwh", "pts");

    private final String text;
    private final int to;

    NumberScan(String text, int to) {
        this.text = text;
        this.to = to;
    }

    /**
     * The end of the digits and what joins them.
     *
     * @param start first character of the token, a sign or a digit
     * @param from first digit
     */
    int end(int start, int from) {
        int i = digits(from);
        if (i - from <= 3) {
            i = groups(from, i);
        }
        while (i + 1 < to && Glyphs.isDigit(text.charAt(i + 1)) && joins(text.charAt(i))) {
            i = digits(i + 1);
        }
        return i;
    }

    private static boolean joins(char c) {
        return c == ','
                || c == '.'
                || c == '/'
                || c == ':'
                || Glyphs.isHyphen(c)
                || Glyphs.isApostrophe(c)
                || c == '\u2044';
    }

    private int digits(int from) {
        int i = from;
        while (i < to && Glyphs.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Groups of exactly three digits, each after one space. */
    private int groups(int from, int end) {
        int i = end;
        while (i + 3 < to && isGroupSpace(text.charAt(i)) && digits(i + 1) == i + 4) {
            i += 4;
        }
        return i;
    }

    private static boolean isGroupSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    /** Whether the letters at a position, against a number, are a unit of their own rather than the end of the word. */
    boolean isUnit(int at) {
        int i = at;
        while (i < to && i - at < 5 && Glyphs.isLetter(text.charAt(i))) {
            i++;
        }
        if (i - at >= 5) {
            return false;
        }
        String letters = text.substring(at, i).toLowerCase(Locale.ROOT);
        if (letters.equals("h")) {
            return true;
        }
        return UNITS.contains(letters)
                && (i == to || !Glyphs.isDigit(text.charAt(i)) && !Glyphs.isHyphen(text.charAt(i)));
    }
}
