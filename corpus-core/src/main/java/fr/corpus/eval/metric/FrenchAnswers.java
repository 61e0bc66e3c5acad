package fr.corpus.eval.metric;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The normalizer {@code fr-v1} (decision 0170): what a French reader takes for the same answer. Its steps are numbered there.
 */
final class FrenchAnswers {

    private static final Set<String> ARTICLES =
            Set.of("le", "la", "les", "l", "un", "une", "des", "du", "au", "aux", "de", "d");
    private static final Set<String> ELIDED =
            Set.of("l", "d", "j", "qu", "n", "s", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu");
    /** ’ ‘ ʼ ′ ＇ ` ´ and the apostrophe itself. */
    private static final String APOSTROPHES = "'\u2019\u2018\u02BC\u2032\uFF07`\u00B4";

    private static final String GROUPERS = " \u00A0\u202F\u2009";
    private static final int MINUS = 0x2212;
    private static final int GROUP = 3;

    private FrenchAnswers() {}

    static String normalize(String answer) {
        TextBuffer text = TextBuffer.of(Normalizer.normalize(answer, Normalizer.Form.NFC));
        text.lower();
        for (int i = 0; i < text.length(); i++) {
            if (APOSTROPHES.indexOf(text.at(i)) >= 0) {
                text.set(i, '\'');
            }
        }
        List<String> words = words(text);
        List<String> kept = new ArrayList<>(words);
        kept.removeAll(ARTICLES);
        return String.join(" ", kept.isEmpty() ? words : kept);
    }

    private static List<String> words(TextBuffer text) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int c = text.at(i);
            if (isDigit(c)) {
                i = number(text, i, words);
            } else if (UnicodeClasses.isWord(c)) {
                i = word(text, i, words);
            } else {
                if (UnicodeClasses.isSymbol(c) && c != MINUS || c == '%' || c == '\u2030') {
                    words.add(Character.toString(c));
                }
                i++;
            }
        }
        return words;
    }

    /** A word with the apostrophes inside it, unless it begins with an elided one, which is a word of its own. */
    private static int word(TextBuffer text, int start, List<String> words) {
        int end = run(text, start);
        String first = new String(text.array(), start, end - start);
        boolean apostrophe = end < text.length() && text.at(end) == '\'';
        if (!apostrophe || ELIDED.contains(first)) {
            words.add(first);
            return end;
        }
        while (end + 1 < text.length()
                && text.at(end) == '\''
                && UnicodeClasses.isWord(text.at(end + 1))
                && !isDigit(text.at(end + 1))) {
            end = run(text, end + 1);
        }
        words.add(new String(text.array(), start, end - start));
        return end;
    }

    private static int run(TextBuffer text, int start) {
        int end = start;
        while (end < text.length() && UnicodeClasses.isWord(text.at(end))) {
            end++;
        }
        return end;
    }

    /** A number: groups joined, a point for the comma, no zeros at the end of decimals, a sign where one stands before it. */
    private static int number(TextBuffer text, int start, List<String> words) {
        StringBuilder number = new StringBuilder();
        if (isNegative(text, start)) {
            number.append('-');
        }
        int end = digits(text, start, number);
        if (end - start <= GROUP) {
            end = groups(text, end, number);
        }
        if (end + 1 < text.length() && (text.at(end) == ',' || text.at(end) == '.') && isDigit(text.at(end + 1))) {
            StringBuilder decimals = new StringBuilder();
            end = digits(text, end + 1, decimals);
            int length = decimals.length();
            while (length > 0 && decimals.charAt(length - 1) == '0') {
                length--;
            }
            if (length > 0) {
                number.append('.').append(decimals, 0, length);
            }
        }
        words.add(number.toString());
        return end;
    }

    private static boolean isNegative(TextBuffer text, int start) {
        if (start == 0 || text.at(start - 1) != '-' && text.at(start - 1) != MINUS) {
            return false;
        }
        return start == 1 || PythonText.isSpace(text.at(start - 2));
    }

    private static int digits(TextBuffer text, int start, StringBuilder into) {
        int end = start;
        while (end < text.length() && isDigit(text.at(end))) {
            into.append((char) text.at(end++));
        }
        return end;
    }

    /** Groups of three digits behind a space, or behind points when a decimal comma follows them. */
    private static int groups(TextBuffer text, int start, StringBuilder number) {
        int end = start;
        while (isGroup(text, end, GROUPERS)) {
            end = digits(text, end + 1, number);
        }
        if (end > start) {
            return end;
        }
        while (isGroup(text, end, ".")) {
            end += GROUP + 1;
        }
        if (end == start || end + 1 >= text.length() || text.at(end) != ',' || !isDigit(text.at(end + 1))) {
            return start;
        }
        for (int i = start; i < end; i++) {
            if (isDigit(text.at(i))) {
                number.append((char) text.at(i));
            }
        }
        return end;
    }

    private static boolean isGroup(TextBuffer text, int at, String separators) {
        if (at + GROUP >= text.length() || separators.indexOf(text.at(at)) < 0) {
            return false;
        }
        for (int i = 1; i <= GROUP; i++) {
            if (!isDigit(text.at(at + i))) {
                return false;
            }
        }
        return at + GROUP + 1 >= text.length() || !isDigit(text.at(at + GROUP + 1));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
