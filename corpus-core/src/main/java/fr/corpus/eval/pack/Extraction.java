package fr.corpus.eval.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was found in a generated text, and where, so that people can audit it. Immutable.
 *
 * @param outcome whether something was found
 * @param value what was found; empty unless {@link Outcome#FOUND}
 * @param start where it starts in the output, in UTF-16 units, or -1
 * @param end where it ends, excluded, or -1
 */
public record Extraction(Outcome outcome, String value, int start, int end) {

    /** Whether something was found. */
    public enum Outcome {
        /** One answer. */
        FOUND,
        /** Several different answers, none of them marked: counted wrong, never guessed. */
        AMBIGUOUS,
        /** No answer. */
        NONE
    }

    private static final Extraction NOTHING = new Extraction(Outcome.NONE, "", -1, -1);
    private static final Extraction SEVERAL = new Extraction(Outcome.AMBIGUOUS, "", -1, -1);

    /** A letter alone: not part of a word, not an elided one (l’), not a word of a sentence (À, A suivi d’un mot). */
    private static final Pattern LETTER = Pattern.compile("(?<![\\p{L}\\p{N}’'_])\\(?([A-Za-z])(?![\\p{L}\\p{N}’'_])");

    /** A line of letters is short; a longer one is prose. */
    private static final int MAX_LETTERS_LINE = 80;

    /** Letters and what joins them: “a, c et e.”, “ACE”. */
    private static final Pattern LETTERS_ONLY =
            Pattern.compile("(?:[A-Z]{1,10}|[A-Za-z](?:(?:[\\s,;/+.)-]|\\bet\\b|\\bou\\b)+[A-Za-z])*)[\\s.)]*");

    private static final Pattern NUMBER = Pattern.compile(
            "[-−]?(?:[0-9]{1,3}(?:[\\u00A0\\u202F\\u2009 ][0-9]{3}){1,9}(?![0-9])|[0-9]++)(?:[.,][0-9]+)?");

    /** What a rule finds in a text. */
    public static Extraction of(ExtractionRule rule, PackItem item, String output) {
        int from = rule.after()
                .map(mark -> output.lastIndexOf(mark) < 0 ? 0 : output.lastIndexOf(mark) + mark.length())
                .orElse(0);
        return switch (rule.kind()) {
            case WHOLE -> trimmed(output, from, output.length());
            case FIRST_LINE -> firstLine(output, from);
            case LAST_NUMBER -> lastNumber(output, from);
            case LETTER -> letter(output, from, choices(item));
            case LETTERS -> letters(output, from, choices(item).size());
        };
    }

    private static List<String> choices(PackItem item) {
        if (item instanceof PackItem.MultipleChoice choice) {
            return choice.choices();
        }
        return item instanceof PackItem.MinimalPair pair ? List.of(pair.first(), pair.second()) : List.of();
    }

    /** The choice that a letter means, from 0. */
    public Optional<Integer> choice() {
        return outcome == Outcome.FOUND && value.length() == 1 && value.charAt(0) >= 'A' && value.charAt(0) <= 'Z'
                ? Optional.of(value.charAt(0) - 'A')
                : Optional.empty();
    }

    /** The choices that letters mean, from 0, ascending; none when nothing was found. */
    public List<Integer> choices() {
        return outcome == Outcome.FOUND && value.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                ? value.chars().map(c -> c - 'A').boxed().toList()
                : List.of();
    }

    /** The first line if it is made of letters of choices and what joins them, else all capitals of choices that stand alone. */
    private static Extraction letters(String text, int from, int choices) {
        Extraction line = firstLine(text, from);
        boolean only = line.value().length() <= MAX_LETTERS_LINE
                && LETTERS_ONLY.matcher(line.value()).matches();
        TreeSet<Character> letters = new TreeSet<>();
        if (only) {
            line.value()
                    .replaceAll("\\bet\\b|\\bou\\b", "")
                    .toUpperCase(Locale.ROOT)
                    .chars()
                    .filter(c -> c >= 'A' && c < 'A' + choices)
                    .forEach(c -> letters.add((char) c));
        } else {
            Matcher matcher = LETTER.matcher(text);
            for (boolean found = matcher.find(from); found; found = matcher.find()) {
                char c = matcher.group(1).charAt(0);
                if (c >= 'A' && c < 'A' + choices && !isWordOfASentence(text, matcher.end(1), c)) {
                    letters.add(c);
                }
            }
        }
        if (letters.isEmpty()) {
            return NOTHING;
        }
        StringBuilder value = new StringBuilder();
        letters.forEach(value::append);
        return only
                ? new Extraction(Outcome.FOUND, value.toString(), line.start(), line.end())
                : new Extraction(Outcome.FOUND, value.toString(), from, text.length());
    }

    private static Extraction trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? NOTHING : new Extraction(Outcome.FOUND, text.substring(start, end), start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static Extraction firstLine(String text, int from) {
        int start = from;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            Extraction line = trimmed(text, start, end);
            if (line.outcome() == Outcome.FOUND) {
                return line;
            }
            start = end + 1;
        }
        return NOTHING;
    }

    private static Extraction lastNumber(String text, int from) {
        Extraction last = NOTHING;
        Matcher matcher = NUMBER.matcher(text);
        for (boolean found = matcher.find(from); found; found = matcher.find()) {
            last = new Extraction(Outcome.FOUND, matcher.group(), matcher.start(), matcher.end());
        }
        return last;
    }

    /**
     * The letter of a choice: the first line if it starts with one (“B”, “B.”, “(B)”, “**B**”), else the only letter, in capitals,
     * that stands alone in the text, else the only choice whose whole text is the first line.
     */
    private static Extraction letter(String text, int from, List<String> choices) {
        Extraction line = firstLine(text, from);
        if (line.outcome() != Outcome.FOUND) {
            return NOTHING;
        }
        Extraction own = atStart(line, choices.size());
        if (own.outcome() == Outcome.FOUND) {
            return own;
        }
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).strip().equals(line.value())) {
                return new Extraction(Outcome.FOUND, PackItem.letter(i), line.start(), line.end());
            }
        }
        Extraction only = NOTHING;
        Matcher matcher = LETTER.matcher(text);
        for (boolean found = matcher.find(from); found; found = matcher.find()) {
            char c = matcher.group(1).charAt(0);
            if (c < 'A' || c >= 'A' + choices.size() || isWordOfASentence(text, matcher.end(1), c)) {
                continue;
            }
            if (only.outcome() == Outcome.FOUND && only.value().charAt(0) != c) {
                return SEVERAL;
            }
            only = new Extraction(Outcome.FOUND, String.valueOf(c), matcher.start(1), matcher.end(1));
        }
        return only;
    }

    private static Extraction atStart(Extraction line, int choices) {
        String text = line.value();
        int i = 0;
        while (i < text.length() && "*_([«\"`# ".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == text.length()) {
            return NOTHING;
        }
        char c = Character.toUpperCase(text.charAt(i));
        boolean alone = i + 1 == text.length() || ".):*_]»\"`,;".indexOf(text.charAt(i + 1)) >= 0;
        return c >= 'A' && c < 'A' + choices && alone
                ? new Extraction(Outcome.FOUND, String.valueOf(c), line.start() + i, line.start() + i + 1)
                : NOTHING;
    }

    /** “A” written for “À” or as the verb, before a word in small letters other than “ou”, “et”. */
    private static boolean isWordOfASentence(String text, int end, char c) {
        return c == 'A'
                && end + 1 < text.length()
                && text.charAt(end) == ' '
                && Character.isLowerCase(text.charAt(end + 1))
                && !text.startsWith("ou ", end + 1)
                && !text.startsWith("et ", end + 1);
    }
}
