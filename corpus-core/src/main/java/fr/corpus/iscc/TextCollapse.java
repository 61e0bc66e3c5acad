package fr.corpus.iscc;

import java.text.Normalizer;

/**
 * The text of which a Text-Code is made: NFD, lower case, without white space and without code points of the general
 * categories C, M and P, then NFKC. Thread-safe.
 *
 * <p>Unicode data are the platform's: Unicode 13 on Java 17. Code points assigned later are dropped as unassigned.
 */
final class TextCollapse {

    /** Receives code points in order. */
    interface Sink {
        void accept(int codePoint);
    }

    /** Not looked at yet. */
    private static final char UNKNOWN = 0;
    /** Nothing is left of it. */
    private static final char DROPPED = '\uE000';
    /** Several code points are left of it. */
    private static final char SEVERAL = '\uE001';
    /** What is left of it depends on its neighbours. */
    private static final char CONTEXT = '\uE002';

    /**
     * What is left of each code unit when it stands alone, found when first needed; private-use characters, which are
     * always dropped, serve as marks. Threads may fill an entry twice with the same value.
     */
    private static final char[] TABLE = new char[1 << 16];

    private static final int SIGMA = 0x3A3;
    private static final int FINAL_SIGMA = 0x3C2;

    private TextCollapse() {}

    /** Gives the collapsed text of {@code text} to the sink. */
    static void collapse(String text, Sink sink) {
        if (!dependsOnNeighbours(text)) {
            collapseEach(text, sink);
            return;
        }
        String whole = collapseWhole(text);
        for (int i = 0; i < whole.length(); ) {
            int c = whole.codePointAt(i);
            sink.accept(c);
            i += Character.charCount(c);
        }
    }

    private static boolean dependsOnNeighbours(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && entry(c) == CONTEXT) {
                return true;
            }
        }
        return false;
    }

    private static void collapseEach(String text, Sink sink) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char left = entry(c);
            if (left < DROPPED || left > CONTEXT) {
                sink.accept(left);
            } else if (left == SEVERAL) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                collapseWhole(text.substring(i, pair ? i + 2 : i + 1))
                        .codePoints()
                        .forEach(sink::accept);
                i += pair ? 1 : 0;
            }
        }
    }

    private static char entry(char c) {
        char left = TABLE[c];
        if (left == UNKNOWN) {
            left = classify(c);
            TABLE[c] = left;
        }
        return left;
    }

    private static char classify(char c) {
        if (Character.isHighSurrogate(c)) {
            return SEVERAL;
        }
        if (c == SIGMA || isHangul(c)) {
            return CONTEXT;
        }
        String alone = collapseWhole(String.valueOf(c));
        if (alone.isEmpty()) {
            return DROPPED;
        }
        if (isMark(alone.codePointAt(0)) || alone.chars().anyMatch(unit -> isHangul((char) unit))) {
            return CONTEXT;
        }
        return alone.length() == 1 ? alone.charAt(0) : SEVERAL;
    }

    /** Jamo compose with each other, and compatibility forms become jamo. */
    private static boolean isHangul(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** The definition, for any text. */
    static String collapseWhole(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            int lower = c == SIGMA && endsWord(decomposed, i) ? FINAL_SIGMA : Character.toLowerCase(c);
            if (!isDropped(lower)) {
                kept.appendCodePoint(lower);
            }
            i += Character.charCount(c);
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFKC);
    }

    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The condition Final_Sigma (Unicode, SpecialCasing): a cased letter before, none after, ignorable ones apart. */
    private static boolean endsWord(String text, int sigma) {
        int before = sigma;
        while (before > 0 && isCaseIgnorable(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        if (before == 0 || !isCased(text.codePointBefore(before))) {
            return false;
        }
        int after = sigma + 1;
        while (after < text.length() && isCaseIgnorable(text.codePointAt(after))) {
            after += Character.charCount(text.codePointAt(after));
        }
        return after == text.length() || !isCased(text.codePointAt(after));
    }

    private static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static boolean isCaseIgnorable(int c) {
        int type = Character.getType(c);
        return isMark(c) && type != Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || type == Character.MODIFIER_LETTER
                || type == Character.MODIFIER_SYMBOL
                || "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A".indexOf(c)
                        >= 0;
    }
}
