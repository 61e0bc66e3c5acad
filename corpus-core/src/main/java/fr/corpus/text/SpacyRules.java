package fr.corpus.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The facts of spaCy's French rules, read once from {@code spacy-fr.tsv} and {@code spacy-fr-characters.tsv}. Immutable. */
final class SpacyRules {

    /** A letter in the sense of the rules, which differs from Unicode's. */
    static final int ALPHA = 0x1;
    /** A lower-case or caseless letter of the rules. */
    static final int LOWER = 0x2;
    /** An upper-case or caseless letter of the rules. */
    static final int UPPER = 0x4;
    /** A symbol that is always cut off. */
    static final int ICON = 0x8;
    /** May stand before a final full stop that is cut off. */
    static final int BEFORE_STOP = 0x10;
    /** Lower case or quotation mark. */
    static final int LOWER_OR_QUOTE = 0x20;
    /** Upper case or quotation mark. */
    static final int UPPER_OR_QUOTE = 0x40;
    /** Cut off as the first character. */
    static final int PREFIX = 0x80;
    /** Cut off as the last character. */
    static final int SUFFIX = 0x100;
    /** A letter of the rules when case is ignored. */
    static final int ALPHA_ANY_CASE = 0x200;
    /** A lower-case letter of the rules when case is ignored. */
    static final int LOWER_ANY_CASE = 0x400;
    /** A word character of regular expressions. */
    static final int WORD = 0x800;
    /** A decimal digit of any script. */
    static final int DECIMAL = 0x1000;
    /** In datatrove's set of punctuation. */
    static final int PUNCTUATION = 0x2000;
    /** Alphabetic in the sense of Python, hence of datatrove. */
    static final int ALPHABETIC = 0x4000;
    /** Upper case in the sense of Python. */
    static final int CAPITAL = 0x8000;

    /** Chunks with a cut of their own; each is an array of its tokens. */
    static final List<String[]> SPECIALS = new ArrayList<>();
    /** First parts of compounds that stay whole, before a hyphen. */
    static final Set<Long> PREFIXES = new HashSet<>();
    /** First parts of compounds that stay whole, before an apostrophe. */
    static final Set<Long> ELIDED = new HashSet<>();
    /** Middle parts of compounds that stay whole. */
    static final Set<Long> MIDDLES = new HashSet<>();
    /** Beginnings of compounds that stay whole, as written in the resource. */
    static final List<String> STEMS = new ArrayList<>();
    /** Units and currencies cut after a digit. */
    static final Set<Long> UNITS = new HashSet<>();
    /** Length of the longest unit in UTF-16 units. */
    static final int MAX_UNIT;
    /** Words cut with their hyphen after a letter. */
    static final Set<Long> CLITICS = new HashSet<>();
    /** Length of the longest of these words in UTF-16 units. */
    static final int MAX_CLITIC;

    private static final char[][] PAGES = new char[0x1100][];
    private static final char[] EMPTY = new char[256];
    private static final char[] ANY_CASE = new char[0x250];
    private static final char KELVIN = '\u212A';

    static {
        Arrays.fill(PAGES, EMPTY);
        Characters.readTable("spacy-fr-characters.tsv", SpacyRules::characters);
        for (char c = 0; c < ANY_CASE.length; c++) {
            ANY_CASE[c] = c;
        }
        int[] longest = new int[2];
        Characters.readTable("spacy-fr.tsv", row -> words(row, longest));
        MAX_UNIT = longest[0];
        MAX_CLITIC = longest[1];
    }

    private SpacyRules() {}

    /** The bits of a code point. */
    static int bits(int codePoint) {
        return PAGES[codePoint >> 8][codePoint & 0xFF];
    }

    /** The bits of the character at an index, 0 outside [from, to). */
    static int bitsAt(char[] text, int index, int from, int to) {
        return index < from || index >= to ? 0 : bits(Characters.codePointAt(text, index, to));
    }

    /** The bits of the character before an index, 0 at the beginning. */
    static int bitsBefore(char[] text, int index, int from) {
        if (index <= from) {
            return 0;
        }
        char c = text[index - 1];
        boolean pair = Character.isLowSurrogate(c) && index - 2 >= from && Character.isHighSurrogate(text[index - 2]);
        return bits(pair ? Character.toCodePoint(text[index - 2], c) : c);
    }

    /** The letter for which a unit counts in a list when case is ignored. */
    static char anyCase(char c) {
        return c < ANY_CASE.length ? ANY_CASE[c] : c == KELVIN ? 'k' : c;
    }

    /** The hash of a part of a text without regard to case, as the sets hold it. */
    static long anyCase(char[] text, int from, int to) {
        long h = TokenHash.SEED;
        for (int i = from; i < to; i++) {
            h = TokenHash.step(h, anyCase(text[i]));
        }
        return TokenHash.finish(h, to - from);
    }

    /** White space in the sense of Python, at which chunks are cut. */
    static boolean isSpace(char c) {
        if (c <= ' ') {
            return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C;
        }
        return c >= 0x85
                && (c == 0x85
                        || c == 0xA0
                        || c >= 0x1680
                                && (c == 0x1680
                                        || c >= 0x2000 && c <= 0x200A
                                        || c == 0x2028
                                        || c == 0x2029
                                        || c == 0x202F
                                        || c == 0x205F
                                        || c == 0x3000));
    }

    private static void characters(String[] row) {
        int first = Integer.parseInt(row[0], 16);
        int last = Integer.parseInt(row[1], 16);
        char[] bits = {(char) Integer.parseInt(row[2], 16), (char) Integer.parseInt(row[row.length - 1], 16)};
        for (int c = first; c <= last; c++) {
            if (PAGES[c >> 8] == EMPTY) {
                PAGES[c >> 8] = new char[256];
            }
            PAGES[c >> 8][c & 0xFF] = bits[c - first & 1];
        }
    }

    private static void words(String[] row, int[] longest) {
        List<String> words = Arrays.asList(row).subList(1, row.length);
        switch (row[0]) {
            case "special" -> SPECIALS.add(words.toArray(String[]::new));
            case "prefix" -> addAll(words, PREFIXES);
            case "elided" -> addAll(words, ELIDED);
            case "middle" -> addAll(words, MIDDLES);
            case "stem" -> STEMS.addAll(words);
            case "unit" -> longest[0] = Math.max(longest[0], addAll(words, UNITS));
            case "clitic" -> longest[1] = Math.max(longest[1], addAll(words, CLITICS));
            case "fold" -> {
                for (String other : words) {
                    if (other.charAt(0) < ANY_CASE.length) {
                        ANY_CASE[other.charAt(0)] = words.get(0).charAt(0);
                    }
                }
            }
            default -> throw new IllegalStateException("unknown kind " + row[0]);
        }
    }

    private static int addAll(List<String> words, Set<Long> set) {
        int longest = 0;
        for (String word : words) {
            set.add(TokenHash.of(word));
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
