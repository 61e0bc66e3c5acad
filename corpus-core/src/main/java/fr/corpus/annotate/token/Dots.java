package fr.corpus.annotate.token;

import java.util.Locale;
import java.util.Set;

/** Full stops, slashes and parentheses that belong to a word. Stateless. */
final class Dots {

    /** Abbreviations that keep their full stop inside a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "m", "mm", "mr", "mrs", "ms", "mme", "mlle", "mgr", "dr", "pr", "me", "st", "ste", "cf", "etc", "av", "apr",
            "vol", "no", "pp", "p", "art", "chap", "éd", "ed", "fig", "ex", "env", "hab", "boul", "op", "cit", "ibid",
            "jr", "sr", "vs", "c-à-d", "t", "tél", "janv", "févr", "juill", "sept", "oct", "nov", "déc", "inc", "corp",
            "ltd", "gén", "col", "cap", "lt", "sgt", "prof", "réf", "n", "bd", "dept", "dép", "arr", "c", "v", "r", "s",
            "b", "d", "a", "f", "g", "h", "j", "k", "l", "w", "e");

    private static final int LONGEST = 5;

    private Dots() {}

    /**
     * Whether the full stop at {@code at} goes with the word that starts at {@code start}.
     *
     * @param to end of the sentence
     */
    static boolean joins(String text, int start, int at, int to) {
        char before = text.charAt(at - 1);
        char next = at + 1 < to ? text.charAt(at + 1) : ' ';
        if (Glyphs.isLetter(next) || Glyphs.isDigit(next)) {
            boolean sentence = Character.isLowerCase(before) && Character.isUpperCase(next) && at - start > 3;
            return !sentence && !isElisionAhead(text, at + 1, to);
        }
        boolean last = isLast(text, at + 1, to);
        if (Glyphs.isHyphen(next)) {
            return isSingle(text, start, at) && at + 2 < to && Character.isUpperCase(text.charAt(at + 2));
        }
        if (next == '.') {
            return false;
        }
        if (isDotted(text, start, at)) {
            return true;
        }
        if (last) {
            return false;
        }
        if (isSingle(text, start, at) && Character.isUpperCase(before)) {
            return true;
        }
        return at - start <= LONGEST
                && ABBREVIATIONS.contains(text.substring(start, at).toLowerCase(Locale.ROOT));
    }

    private static boolean isElisionAhead(String text, int from, int to) {
        int i = from;
        while (i < to && i - from <= Clitics.LONGEST_ELISION && Glyphs.isLetter(text.charAt(i))) {
            i++;
        }
        return i < to && Glyphs.isApostrophe(text.charAt(i)) && Clitics.isElided(text, from, i);
    }

    private static boolean isLast(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Glyphs.isSpace(c) && c != '"' && c != '\u00BB' && c != ')') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSingle(String text, int start, int at) {
        return at - start == 1
                || at - start >= 2 && !Glyphs.isLetter(text.charAt(at - 2)) && !Glyphs.isDigit(text.charAt(at - 2));
    }

    /** Whether the word is letters with full stops between them: {@code S.N.C.F}. */
    private static boolean isDotted(String text, int start, int at) {
        if (at - start < 3) {
            return false;
        }
        boolean dot = false;
        int run = 0;
        for (int i = start; i < at; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dot = true;
                run = 0;
            } else if (Glyphs.isLetter(c)) {
                if (++run > 2) {
                    return false;
                }
            } else if (!Glyphs.isHyphen(c)) {
                return false;
            } else {
                run = 0;
            }
        }
        return dot;
    }

    /** Whether a slash stands inside a word: codes with digits, {@code IIb/IIIa}, {@code km/h}. */
    static boolean isSlashInside(String text, int start, int at, int to) {
        if (at + 1 >= to || !Glyphs.isLetter(text.charAt(at + 1)) && !Glyphs.isDigit(text.charAt(at + 1))) {
            return false;
        }
        if (at - start == 2 && text.startsWith("km", start) && text.charAt(at + 1) == 'h') {
            return true;
        }
        if (at - start == 1 && Character.isUpperCase(text.charAt(start))) {
            return at + 3 < to && text.charAt(at + 2) == '/';
        }
        if (at - start == 3 && text.charAt(start + 1) == '/') {
            return Glyphs.isDigit(text.charAt(at + 1));
        }
        return text.charAt(at + 1) == 'I' && text.charAt(at - 1) != 'I' && isNumeral(text, start, at - 1);
    }

    private static boolean isNumeral(String text, int start, int end) {
        int i = end;
        while (i > start && text.charAt(i - 1) == 'I') {
            i--;
        }
        return i < end;
    }

    /** The end of an optional ending, {@code (e)} or {@code (s)}, whose parenthesis opens at {@code at}, or -1. */
    static int ending(String text, int at, int to) {
        int i = at + 1;
        while (i < to && i - at <= 4 && Glyphs.isLetter(text.charAt(i))) {
            i++;
        }
        if (i == at + 1 || i >= to || text.charAt(i) != ')') {
            return -1;
        }
        return switch (text.substring(at + 1, i).toLowerCase(Locale.ROOT)) {
            case "s", "e", "es", "x", "ne", "nes", "le", "les", "te", "tes" -> i + 1;
            default -> -1;
        };
    }
}
