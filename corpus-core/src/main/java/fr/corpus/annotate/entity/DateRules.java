package fr.corpus.annotate.entity;

/**
 * Dates: a month with a day, a year or both, a day of the week before it if there is one ({@code lundi 3 mars 1914}, {@code
 * 1er mai}, {@code juin 1848}, {@code 9 thermidor an II}), and days in figures ({@code 03/05/1912}). Stateless.
 */
final class DateRules {

    private static final int LAST_DAY = 31;

    private DateRules() {}

    /** The unit after the last of the date that starts at a unit, or that unit when none does. */
    static int end(String text, Units units, byte[] labels, int from) {
        int i = from;
        if (is(text, units, labels, i, Word.FIGURES)) {
            return i + 1;
        }
        boolean weekday = is(text, units, labels, i, Word.WEEKDAY);
        i += weekday ? 1 : 0;
        boolean day = is(text, units, labels, i, Word.DAY);
        i += day ? 1 : 0;
        if (!is(text, units, labels, i, Word.MONTH)) {
            return from;
        }
        i++;
        if (is(text, units, labels, i, Word.YEAR)) {
            return i + 1;
        }
        if (is(text, units, labels, i, Word.AN) && is(text, units, labels, i + 1, Word.ROMAN)) {
            return i + 2;
        }
        return day ? i : from;
    }

    private enum Word {
        FIGURES,
        WEEKDAY,
        DAY,
        MONTH,
        YEAR,
        AN,
        ROMAN
    }

    private static boolean is(String text, Units units, byte[] labels, int i, Word word) {
        if (i >= units.size || labels[i] != Labels.OUTSIDE) {
            return false;
        }
        int start = units.starts[i];
        int length = units.ends[i] - start;
        char first = text.charAt(start);
        return switch (word) {
            case FIGURES -> length >= 6 && length <= 10 && first >= '0' && first <= '9' && figures(text, start, length);
            case WEEKDAY -> length >= 5 && length <= 8 && Calendar.isWeekday(text, start, length);
            case DAY -> isDay(text, start, length);
            case MONTH -> length >= 3 && length <= 11 && Calendar.isMonth(text, start, length);
            case YEAR -> length == 4 && (first == '1' || first == '2') && number(text, start, 4) >= 1000;
            case AN -> length == 2 && (first == 'a' || first == 'A') && (text.charAt(start + 1) | 32) == 'n';
            case ROMAN -> isRoman(text, start, length);
        };
    }

    private static boolean isDay(String text, int start, int length) {
        if (length > 2 && length <= 4 && text.charAt(start) == '1') {
            return text.startsWith("er", start + 1) && length == 3 || text.startsWith("\u1D49\u02B3", start + 1);
        }
        int day = length <= 2 ? number(text, start, length) : -1;
        return day >= 1 && day <= LAST_DAY;
    }

    /** Day, month and year in figures with one sign between them. */
    private static boolean figures(String text, int start, int length) {
        int one = digits(text, start, start + length);
        if (one == 0 || one > 2 || start + one >= start + length) {
            return false;
        }
        char sign = text.charAt(start + one);
        int second = start + one + 1;
        int two = digits(text, second, start + length);
        int third = second + two + 1;
        if (sign != '/' && sign != '.' && sign != '-' || two == 0 || two > 2 || third >= start + length) {
            return false;
        }
        int three = digits(text, third, start + length);
        int day = number(text, start, one);
        int month = number(text, second, two);
        return text.charAt(third - 1) == sign
                && third + three == start + length
                && three == 4
                && day >= 1
                && day <= LAST_DAY
                && month >= 1
                && month <= 12;
    }

    private static int digits(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }

    private static int number(String text, int start, int length) {
        int value = 0;
        for (int i = start; i < start + length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static boolean isRoman(String text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if ("IVX".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return length <= 4;
    }
}
