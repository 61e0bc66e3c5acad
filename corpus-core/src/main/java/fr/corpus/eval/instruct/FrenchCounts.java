package fr.corpus.eval.instruct;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences, words, paragraphs and lines as a French reader counts them (docs/formats/eval-pack.md, “Instructions”). Thread-safe. */
final class FrenchCounts {

    private static final Pattern END = Pattern.compile(
            "[.!?…]+(?:[\\s\\u00A0\\u202F]*[»”\"’)\\]])*(?=[\\s\\u00A0\\u202F]+[\\p{Lu}«“\"—–\\-•(\\d]|[\\s\\u00A0\\u202F]*$)");
    private static final Pattern SHORT =
            Pattern.compile("(?:^|[\\s\\u00A0(«’])(?:M|MM|Mme|Dr|p|art|cf|etc|J\\.-C|av|apr|\\p{Lu}|\\d+)\\.$");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t\\u00A0\\u202F]*(?:\\n[ \\t\\u00A0\\u202F]*)+");

    private FrenchCounts() {}

    /** A sentence ends at a final mark before a capital, an opening mark or the end; not after “M.”, an initial or a list number. */
    static int sentences(String text) {
        int sentences = 0;
        String trimmed = PythonText.strip(text);
        var matcher = END.matcher(trimmed);
        int last = 0;
        while (matcher.find()) {
            boolean atEnd = matcher.end() == trimmed.length();
            String before = trimmed.substring(Math.max(0, matcher.start() - 12), matcher.start() + 1);
            if (atEnd || !matcher.group().equals(".") || !SHORT.matcher(before).find()) {
                sentences++;
                last = matcher.end();
            }
        }
        return PythonText.isBlank(trimmed.substring(last)) ? sentences : sentences + 1;
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
