package fr.corpus.text;

import org.jspecify.annotations.Nullable;

/** The working state of one folding ({@link Folding} says the rules); reused without allocation. Confined to one thread. */
final class Folder {

    private static final int NONE = 0;
    /** A hyphen stands directly after a letter. */
    private static final int HYPHEN = 1;
    /** A line break follows that hyphen. */
    private static final int BROKEN = 2;

    private long hash;
    private int units;
    private char pending;
    private int cut;
    private boolean inNumber;
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
     * Folds a part of a text.
     *
     * @param sink takes the folded text, when it is wanted
     * @return its {@link TokenHash}, 0 when nothing is left
     */
    long fold(char[] text, int from, int to, @Nullable StringBuilder sink) {
        hash = TokenHash.SEED;
        units = 0;
        pending = 0;
        cut = NONE;
        inNumber = false;
        out = sink;
        for (int i = from; i < to; ) {
            int c = Characters.codePointAt(text, i, to);
            byte kind = Characters.kind(c);
            if (inNumber && isSeparator(text, i, to)) {
                i++;
                continue;
            }
            take(c, kind);
            i += Character.charCount(c);
        }
        out = null;
        return units == 0 ? 0 : TokenHash.finish(hash, units);
    }

    private void take(int c, byte kind) {
        if (kind == Characters.DIGIT || kind == Characters.NUMBER) {
            if (!inNumber) {
                keep('0');
                inNumber = true;
            }
            return;
        }
        if (kind == Characters.MARK || kind == Characters.FORMAT && (c != '\u00AD' || inNumber)) {
            return;
        }
        boolean afterNumber = inNumber;
        inNumber = false;
        if (isApostrophe(c)) {
            pending = pending == 0 ? '\'' : pending;
            cut = NONE;
        } else if (kind == Characters.LETTER || kind == Characters.UPPER || kind == Characters.IDEOGRAPH) {
            letter(c);
        } else if (afterNumber) {
            pending = ' ';
        } else if (isHyphen(c) || c == '\u00AD') {
            cut = pending == 0 && units > 0 ? HYPHEN : NONE;
        } else if (cut != NONE && (c == '\n' || c == '\r' || cut == BROKEN && kind == Characters.SPACE)) {
            cut = BROKEN;
        } else {
            cut = NONE;
            pending = c == '.' ? pending : ' ';
        }
    }

    private void letter(int c) {
        int code = Folding.letter(c);
        if (code >= 0) {
            keep(code == 0 ? c : code);
            return;
        }
        String text = Folding.text(code);
        for (int i = 0; i < text.length(); i++) {
            keep(text.charAt(i));
        }
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
