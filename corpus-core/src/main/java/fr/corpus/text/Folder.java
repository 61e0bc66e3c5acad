package fr.corpus.text;

import org.jspecify.annotations.Nullable;

/** The working state of one folding ({@link Folding} says the rules); reused without allocation. Confined to one thread. */
final class Folder {

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final int NONE = 0;
    /** A hyphen stands directly after a letter. */
    private static final int HYPHEN = 1;
    /** A line break follows that hyphen. */
    private static final int BROKEN = 2;

    private long hash;
    private int units;
    private char pending;
    private int cut;
    private @Nullable StringBuilder out;

    /** Whether a character is an apostrophe of some form. */
    static boolean isApostrophe(int c) {
        return switch (c) {
            case '\'', '\u2019', '\u02BC', '\u2018', '\u2032', '`', '\u00B4', '\u201B', '\uFF07' -> true;
            default -> false;
        };
    }

    /** Whether a character is a hyphen inside words: ASCII, U+2010 or the no-break U+2011. */
    static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /**
     * Folds a part of a text. One long method on purpose: over 325 bytecodes HotSpot compiles it once and does not copy it
     * into each of its many callers, which would take longer than folding does.
     *
     * @param sink takes the folded text, when it is wanted
     * @return its {@link TokenHash}, 0 when nothing is left
     */
    long fold(char[] text, int from, int to, @Nullable StringBuilder sink) {
        hash = TokenHash.SEED;
        units = 0;
        pending = 0;
        cut = NONE;
        out = sink;
        boolean inNumber = false;
        for (int i = from; i < to; ) {
            int c = Characters.codePointAt(text, i, to);
            if (inNumber && isSeparator(text, i, to)) {
                i++;
                continue;
            }
            i += Character.charCount(c);
            byte kind = Characters.kind(c);
            boolean afterNumber = inNumber;
            switch (kind) {
                case Characters.MARK:
                    break;
                case Characters.FORMAT:
                    if (c == SOFT_HYPHEN && !inNumber) {
                        cut = pending == 0 && units > 0 ? HYPHEN : NONE;
                    }
                    break;
                case Characters.DIGIT, Characters.NUMBER:
                    if (!inNumber) {
                        keep('0');
                        inNumber = true;
                    }
                    break;
                case Characters.LETTER, Characters.UPPER, Characters.IDEOGRAPH:
                    inNumber = false;
                    int code = Folding.letter(c);
                    if (c == '\u02BC') {
                        pending = pending == 0 ? '\'' : pending;
                        cut = NONE;
                    } else if (code >= 0) {
                        keep(code == 0 ? c : code);
                    } else {
                        String spelled = Folding.text(code);
                        for (int k = 0; k < spelled.length(); k++) {
                            keep(spelled.charAt(k));
                        }
                    }
                    break;
                default:
                    inNumber = false;
                    if (isApostrophe(c)) {
                        pending = pending == 0 ? '\'' : pending;
                        cut = NONE;
                    } else if (afterNumber) {
                        pending = ' ';
                    } else if (isHyphen(c)) {
                        cut = pending == 0 && units > 0 ? HYPHEN : NONE;
                    } else if (cut != NONE && (c == '\n' || c == '\r' || cut == BROKEN && kind == Characters.SPACE)) {
                        cut = BROKEN;
                    } else {
                        cut = NONE;
                        pending = c == '.' ? pending : ' ';
                    }
            }
        }
        out = null;
        return units == 0 ? 0 : TokenHash.finish(hash, units);
    }

    private void keep(int c) {
        if (pending != 0) {
            if (units > 0) {
                unit(pending);
            }
            pending = 0;
        }
        cut = NONE;
        if (c < 0x10000) {
            unit((char) c);
        } else {
            unit(Character.highSurrogate(c));
            unit(Character.lowSurrogate(c));
        }
    }

    private void unit(char c) {
        hash = TokenHash.step(hash, c);
        units++;
        if (out != null) {
            out.append(c);
        }
    }

    /** A sign between two digits, or a space before exactly three. */
    private static boolean isSeparator(char[] text, int i, int to) {
        return switch (text[i]) {
            case '.', ',', '/', ':', '\u066B', '\u066C' -> isDigit(text, i + 1, to);
            case ' ', '\u00A0', '\u202F', '\u2009' ->
                isDigit(text, i + 1, to)
                        && isDigit(text, i + 2, to)
                        && isDigit(text, i + 3, to)
                        && !isDigit(text, i + 4, to);
            default -> false;
        };
    }

    private static boolean isDigit(char[] text, int i, int to) {
        return i < to && Characters.kind(Characters.codePointAt(text, i, to)) == Characters.DIGIT;
    }
}
