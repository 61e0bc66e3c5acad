package fr.corpus.eval.instruct;

import fr.corpus.text.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences, words, paragraphs and lines as a French reader counts them (docs/formats/eval-pack.md, “Instructions”). Thread-safe. */
final class FrenchCounts {

    private static final Pattern SHORT =
            Pattern.compile("(?:^|[\\s\\u00A0(«’])(?:M|MM|Mme|Dr|p|art|cf|etc|J\\.-C|av|apr|\\p{Lu}|\\d+)\\.$");
    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t\u00A0\u202F]*+\n[ \t\n\u00A0\u202F]*+");
    private static final String MARKS = ".!?…";
    private static final String CLOSERS = "»”\"’)]";
    private static final String OPENERS = "«“\"—–-•(";

    private FrenchCounts() {}

    /** A sentence ends at a final mark before a capital, an opening mark or the end; not after “M.”, an initial or a list number. */
    static int sentences(String text) {
        String trimmed = PythonText.strip(text);
        int sentences = 0;
        int last = 0;
        int at = 0;
        while (at < trimmed.length()) {
            if (MARKS.indexOf(trimmed.charAt(at)) < 0) {
                at++;
                continue;
            }
            int start = at;
            while (at < trimmed.length() && MARKS.indexOf(trimmed.charAt(at)) >= 0) {
                at++;
            }
            int after = afterClosers(trimmed, at);
            if (after >= 0 && !(after < trimmed.length() && at == start + 1 && isShort(trimmed, start))) {
                sentences++;
                last = after;
                at = Math.max(at, after);
            }
        }
        return PythonText.isBlank(trimmed.substring(last)) ? sentences : sentences + 1;
    }

    /** Where the next sentence starts, past closing marks and spaces; -1 when none can start there. */
    private static int afterClosers(String text, int from) {
        boolean spaced = false;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (WhiteSpace.is(c)) {
                spaced = true;
            } else if (c == '»' || !spaced && CLOSERS.indexOf(c) >= 0) {
                spaced = false;
            } else {
                break;
            }
            at++;
        }
        if (at == text.length()) {
            return at;
        }
        int c = text.codePointAt(at);
        boolean opens = Character.isUpperCase(c) || Character.isDigit(c) || OPENERS.indexOf(c) >= 0;
        return spaced && opens ? at : -1;
    }

    private static boolean isShort(String text, int mark) {
        return text.charAt(mark) == '.'
                && SHORT.matcher(text.substring(Math.max(0, mark - 11), mark + 1))
                        .find();
    }

    /** Runs without white space that hold a letter or a digit: “l’été” is one word, a lone « ? » none. */
    static int words(String text) {
        return (int) PythonText.split(text).stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    /** Blocks of lines that a blank line parts. */
    static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String part : BLANK_LINES.split(text)) {
            if (!PythonText.isBlank(part)) {
                paragraphs.add(PythonText.strip(part));
            }
        }
        return paragraphs;
    }

    /** Lines that are not blank, without white space at their ends. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!PythonText.isBlank(line)) {
                lines.add(PythonText.strip(line));
            }
        }
        return lines;
    }
}
