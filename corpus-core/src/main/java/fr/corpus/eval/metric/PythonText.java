package fr.corpus.eval.metric;

import fr.corpus.text.WhiteSpace;

/** White space and lower case as Python 3.11 has them (Unicode 14), whatever the JDK’s Unicode is. */
final class PythonText {

    private static final int CAPITAL_SIGMA = 0x3A3;
    private static final int SMALL_SIGMA = 0x3C3;
    private static final int FINAL_SIGMA = 0x3C2;
    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int COMBINING_DOT_ABOVE = 0x307;
    /** Signs that a word may have inside (Word_Break MidLetter, MidNumLet, Single_Quote): ignored by the rule of the final sigma. */
    private static final String INNER_SIGNS =
            "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private PythonText() {}

    /** Whether {@code str.split()} splits here. */
    static boolean isSpace(int point) {
        return point <= Character.MAX_VALUE && WhiteSpace.is((char) point);
    }

    /** Lower case in place. */
    static void lower(TextBuffer text) {
        int[] points = text.array();
        boolean special = false;
        boolean sigma = false;
        for (int i = 0; i < text.length(); i++) {
            int point = points[i];
            if (point < 0x80) {
                if (point >= 'A' && point <= 'Z') {
                    points[i] = point + 32;
                }
            } else if (point == CAPITAL_SIGMA) {
                sigma = true;
            } else if (point == CAPITAL_I_WITH_DOT) {
                special = true;
            } else {
                points[i] = lower(point);
            }
        }
        if (sigma) {
            sigmas(text);
        }
        if (special) {
            text.rewrite();
            for (int i = 0; i < text.length(); i++) {
                if (text.at(i) == CAPITAL_I_WITH_DOT) {
                    text.put('i');
                    text.put(COMBINING_DOT_ABOVE);
                } else {
                    text.put(text.at(i));
                }
            }
            text.swap();
        }
    }

    /** A code point that has a lower case of one code point. */
    private static int lower(int point) {
        if (point >= 0x10570 && point <= 0x10595) {
            return point == 0x1057B || point == 0x1058B || point == 0x10593 ? point : point + 0x27;
        }
        return switch (point) {
            case 0x2C2F -> 0x2C5F;
            case 0xA7C0, 0xA7D0, 0xA7D6, 0xA7D8 -> point + 1;
            case 0xA7CB, 0xA7CC, 0xA7CE, 0xA7D2, 0xA7D4, 0xA7DA, 0xA7DC, 0x1C89 -> point; // younger than Unicode 14
            default ->
                point >= 0x10D50 && point <= 0x10D65 || point >= 0x16EA0 && point <= 0x16EB8
                        ? point // Garay and Beria Erfe, too
                        : Character.toLowerCase(point);
        };
    }

    private static void sigmas(TextBuffer text) {
        int[] points = text.array();
        for (int i = 0; i < text.length(); i++) {
            if (points[i] == CAPITAL_SIGMA) {
                points[i] = isCased(text, i, -1) && !isCased(text, i, 1) ? FINAL_SIGMA : SMALL_SIGMA;
            }
        }
    }

    /** Whether the nearest code point in a direction that the rule does not ignore has case. */
    private static boolean isCased(TextBuffer text, int from, int direction) {
        int i = from + direction;
        while (i >= 0 && i < text.length() && isIgnored(text.at(i))) {
            i += direction;
        }
        return i >= 0 && i < text.length() && hasCase(text.at(i));
    }

    private static boolean hasCase(int point) {
        return Character.isLowerCase(point) || Character.isUpperCase(point) || Character.isTitleCase(point);
    }

    private static boolean isIgnored(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> INNER_SIGNS.indexOf(point) >= 0;
        };
    }
}
