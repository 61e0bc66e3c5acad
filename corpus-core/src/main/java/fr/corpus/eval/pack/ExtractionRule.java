package fr.corpus.eval.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the answer is found in a generated text (docs/formats/eval-pack.md, “Extraction”). Immutable.
 *
 * @param kind what is looked for
 * @param after what precedes it, as {@code La réponse est}; the last occurrence counts, and without any the whole text is searched
 */
public record ExtractionRule(Kind kind, Optional<String> after) {

    /** The whole text, trimmed. */
    public static final ExtractionRule WHOLE = new ExtractionRule(Kind.WHOLE, Optional.empty());

    /** What may be looked for. */
    public enum Kind {
        /** The letter of a choice. */
        LETTER,
        /** The letters of one or several choices. */
        LETTERS,
        /** The first line that is not blank. */
        FIRST_LINE,
        /** The last number, written in French or English. */
        LAST_NUMBER,
        /** Everything. */
        WHOLE;

        /** The word in {@code pack.yaml}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
