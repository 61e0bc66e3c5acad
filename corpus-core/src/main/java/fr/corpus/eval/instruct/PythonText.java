package fr.corpus.eval.instruct;

import fr.corpus.text.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts and regular expressions as Python understands them, since published verdicts depend on it: white space, words, case. Thread-safe.
 */
final class PythonText {

    /** Inside a character class: what Python's {@code \s} matches in a text. */
    static final String SPACES =
            "\\t-\\r\\x1C-\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

    private static final String WORD = "[\\p{L}\\p{N}_]";
    private static final String BOUNDARY = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";

    private PythonText() {}

    /** A pattern written for Python, with {@code \s}, {@code \w}, {@code \b}, {@code \d} in their meaning there. */
    static Pattern pattern(String python, int flags) {
        String java = python.replace("\\s", "[" + SPACES + "]")
                .replace("\\w", WORD)
                .replace("\\b", BOUNDARY)
                .replace("\\d", "\\p{Nd}");
        return Pattern.compile(java, flags | Pattern.UNIX_LINES);
    }

    /** A pattern that ignores case by Unicode. */
    static Pattern ignoringCase(String python) {
        return pattern(python, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * A word of an item's arguments where the original takes it for a regular expression: a point means any character, whatever
     * else is special stands for itself.
     */
    static String asExpression(String argument) {
        StringBuilder expression = new StringBuilder();
        argument.codePoints().forEach(c -> {
            if (c == '.') {
                expression.append('.');
            } else {
                expression.append(Pattern.quote(Character.toString(c)));
            }
        });
        return expression.toString();
    }

    /** A text that stands for itself, whatever follows; never an escape that {@link #pattern} would rewrite. */
    static String asLiteral(String text) {
        StringBuilder expression = new StringBuilder();
        text.codePoints()
                .forEach(c -> expression
                        .append("[")
                        .append(Character.isLetterOrDigit(c) ? "" : "\\")
                        .appendCodePoint(c)
                        .append("]"));
        return expression.toString();
    }

    static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && WhiteSpace.is(text.charAt(start))) {
            start++;
        }
        while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Without a run of one character at both ends. */
    static String strip(String text, char c) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == c) {
            start++;
        }
        while (end > start && text.charAt(end - 1) == c) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isBlank(String text) {
        return strip(text).isEmpty();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The runs without white space. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || WhiteSpace.is(text.charAt(i));
            if (space && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** Whether there is a capital and neither small nor title-case letter. */
    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    /** Whether there is a small letter and neither capital nor title-case letter. */
    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }
}
