package fr.corpus.annotate;

import fr.corpus.annotate.model.Mix;
import java.util.Locale;
import java.util.Set;

/**
 * What tells whether a sentence without a mark, such as a heading, ends at a space: the words on both sides, their capitals, and
 * how the sentence stands so far. Confined to one thread; the time for a space is bounded.
 */
final class StopFeatures {

    /** Number of features. */
    static final int SIZE = 27;

    private static final int WORDS = 8;
    private static final int REACH = 220;
    private static final int[] LENGTHS = {8, 16, 28, 45, 70, 110, 180};

    private static final int DIGIT = 1;
    private static final int ONE_CAPITAL = 2;
    private static final int CAPITALS = 3;
    private static final int CAPITAL = 4;
    private static final int SMALL = 5;
    private static final int SIGN = 6;

    private static final Set<String> LINKS = Set.of(
            ("le la les un une des du de à au aux en et ou dans par pour sur avec l' d' l\u2019 d\u2019 m mme dr st")
                    .split(" "));

    private final String text;
    private final SentenceEnds ends;
    private final int[] out = new int[SIZE];
    private int size;
    private final String[] left = new String[WORDS];
    private final String[] right = new String[WORDS];

    StopFeatures(String text, SentenceEnds ends) {
        this.text = text;
        this.ends = ends;
    }

    /** Whether the question is asked at a space: before a capital, an item or a quotation, but not after a colon or semicolon. */
    static boolean isCandidate(String text, int space) {
        if (space == 0 || space + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(space - 1);
        char next = text.charAt(space + 1);
        if (before == ':'
                || before == ';'
                || Marks.isStop(before)
                || Marks.isSpace(before)
                || Marks.isSpace(next)
                || Marks.isClosing(before) && isAfterStop(text, space - 2)) {
            return false;
        }
        if (Character.isUpperCase(next)) {
            return true;
        }
        if (space + 2 >= text.length()) {
            return false;
        }
        char second = text.charAt(space + 2);
        return Marks.isBullet(next) && second == ' '
                || (next == '"' || next == '\u00AB' || next == '(') && Character.isUpperCase(second);
    }

    private static boolean isAfterStop(String text, int at) {
        int i = at;
        while (i >= 0 && Marks.isSpace(text.charAt(i))) {
            i--;
        }
        return i >= 0 && Marks.isStop(text.charAt(i));
    }

    /** The hashes of the features of a space in a sentence that starts at {@code start}; valid until the next call. */
    int[] at(int space, int start) {
        int rule = ends.isMissingBefore(space, start) ? 1 : 0;
        readLeft(space, start);
        int small = readRight(space + 1);
        size = 0;
        String last = left[0].toLowerCase(Locale.ROOT);
        int starter = Abbreviations.FRENCH.isStarter(right[0]) ? 1 : 0;
        int s0 = shape(right[0]);
        int s1 = shape(right[1]);
        int s2 = shape(right[2]);
        int q0 = shape(left[0]);
        int q1 = shape(left[1]);
        int length = length(space - start);
        int sides = q0 * 256 + s0;
        add(Mix.text(right[0]), 0);
        add(s0, starter);
        add(s0 * 256 + s1, s2);
        add(Mix.text(right[1].toLowerCase(Locale.ROOT)), 0);
        add(s1, starter);
        add(Mix.text(left[0]), 0);
        add(Mix.text(last.substring(Math.max(0, last.length() - 3))), 0);
        add(q0, 0);
        add(q0, q1);
        add(Mix.text(left[1].toLowerCase(Locale.ROOT)), 0);
        add(sides, starter);
        add(q1 * 65536 + sides, s1 * 2 + starter);
        add(Abbreviations.FRENCH.isBeforeName(last) ? 1 : 0, s1 * 2 + starter);
        add(sides * 256 + s1, s2 * 2 + starter);
        add(length, 0);
        add(length, sides * 2 + starter);
        add(isInCapitals() ? 1 : 0, sides);
        add(small, starter);
        add(small, sides);
        add(length * 2 + starter, shape(text.substring(start, wordEnd(start))));
        add(Mix.text(last), s0);
        add(hasColon() ? 1 : 0, sides);
        add(open(space, start), s0);
        add(LINKS.contains(last) ? 1 : 0, s0);
        add(rule, 0);
        add(rule, sides);
        add(rule, length);
        return out;
    }

    private void add(int a, int b) {
        out[size] = Mix.three(900 + size, a, b);
        size++;
    }

    private static int length(int units) {
        int rank = 0;
        while (rank < LENGTHS.length && units > LENGTHS[rank]) {
            rank++;
        }
        return rank;
    }

    /** The words before the space, the nearest first; empty where the sentence has none. */
    private void readLeft(int space, int start) {
        int end = space;
        for (int i = 0; i < WORDS; i++) {
            while (end > start && Marks.isSpace(text.charAt(end - 1))) {
                end--;
            }
            int from = wordStart(end, start);
            left[i] = text.substring(from, end);
            end = from;
        }
    }

    /** The words after the space up to a stop, empty beyond it; gives how many are in small letters. */
    private int readRight(int from) {
        int at = from;
        int small = 0;
        boolean ended = false;
        for (int i = 0; i < WORDS; i++) {
            while (at < text.length() && Marks.isSpace(text.charAt(at))) {
                ended |= Marks.isLineEnd(text.charAt(at));
                at++;
            }
            ended |= at == text.length() || Marks.isStop(text.charAt(at));
            int end = ended ? at : wordEnd(at);
            right[i] = text.substring(at, end);
            small += shape(right[i]) == SMALL ? 1 : 0;
            at = end;
        }
        return small;
    }

    private int wordStart(int end, int start) {
        if (end == start) {
            return end;
        }
        int from = end - 1;
        boolean elided = isApostrophe(text.charAt(from)) && from > start && Character.isLetter(text.charAt(from - 1));
        from -= elided ? 1 : 0;
        if (Character.isLetter(text.charAt(from))) {
            while (from > start && Character.isLetter(text.charAt(from - 1)) && end - from < REACH) {
                from--;
            }
        } else if (Character.isDigit(text.charAt(from))) {
            while (from > start && Character.isDigit(text.charAt(from - 1)) && end - from < REACH) {
                from--;
            }
        }
        return from;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end)) && end - from < REACH) {
            end++;
        }
        if (end > from) {
            return end < text.length() && isApostrophe(text.charAt(end)) ? end + 1 : end;
        }
        while (end < text.length() && Character.isDigit(text.charAt(end)) && end - from < REACH) {
            end++;
        }
        return end > from ? end : Math.min(from + 1, text.length());
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static int shape(String word) {
        if (word.isEmpty()) {
            return 0;
        }
        char first = word.charAt(0);
        if (Character.isDigit(first)) {
            return DIGIT;
        }
        if (!Character.isLetter(first)) {
            return SIGN + (first & 0x7F);
        }
        if (!Character.isUpperCase(first)) {
            return SMALL;
        }
        if (word.length() == 1) {
            return ONE_CAPITAL;
        }
        return word.chars().noneMatch(Character::isLowerCase) ? CAPITALS : CAPITAL;
    }

    private boolean isInCapitals() {
        boolean capitals = false;
        for (String word : left) {
            int shape = shape(word);
            if (shape == SMALL) {
                return false;
            }
            capitals |= shape == CAPITALS;
        }
        return capitals;
    }

    private boolean hasColon() {
        for (String word : left) {
            if (word.equals(":") || word.equals(";")) {
                return true;
            }
        }
        return false;
    }

    /** Which brackets and quotation marks stand open, as bits. */
    private int open(int space, int start) {
        int round = 0;
        int quotes = 0;
        int guillemets = 0;
        for (int i = Math.max(start, space - REACH); i < space; i++) {
            switch (text.charAt(i)) {
                case '(' -> round++;
                case ')' -> round--;
                case '"' -> quotes ^= 1;
                case '\u00AB' -> guillemets++;
                case '\u00BB' -> guillemets--;
                default -> {}
            }
        }
        return (round > 0 ? 1 : 0) + 2 * quotes + (guillemets > 0 ? 4 : 0);
    }
}
