package fr.corpus.eval.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the rows of an official file become items: data, no code (docs/formats/eval-pack.md, “Adapter”). Immutable.
 *
 * @param format {@code table} (JSONL, JSON, CSV, TSV or Parquet, told by content), {@code squad} (JSON of SQuAD 1.1 and 2.0) or
 *     {@code lines} (two files, line by line)
 * @param columns names of the columns of a table without head; empty when it has one
 * @param quotedTabs whether quotation marks enclose fields in a table separated by tabs, as they do in CSV
 * @param where values that a row must have to be taken
 * @param fields for each field of the item one template, or several for a list
 * @param tags for each tag a template
 * @param answers how the answer's text becomes a choice
 */
public record Adapter(
        Format format,
        List<String> columns,
        boolean quotedTabs,
        Map<String, String> where,
        Map<String, List<String>> fields,
        Map<String, String> tags,
        AnswerRule answers) {

    public Adapter {
        columns = List.copyOf(columns);
        where = Collections.unmodifiableMap(new TreeMap<>(where));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** Shape of the official file. */
    public enum Format {
        /** Rows with named fields. */
        TABLE,
        /** Nested articles, paragraphs and questions. */
        SQUAD,
        /** Two texts, sentence for sentence. */
        LINES;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * How a set writes which choice is right.
     *
     * @param form the form
     * @param map for {@link AnswerForm#MAP}, the choice of each word, from 0
     */
    public record AnswerRule(AnswerForm form, Map<String, Integer> map) {
        /** Numbers from 0. */
        public static final AnswerRule FROM_0 = new AnswerRule(AnswerForm.FROM_0, Map.of());

        public AnswerRule {
            map = Collections.unmodifiableMap(new TreeMap<>(map));
        }

        /** The choice that a value means, from 0; empty when it means none. */
        Optional<Integer> choice(String value, List<String> choices) {
            return switch (form) {
                case FROM_0 -> number(value);
                case FROM_1 -> number(value).map(n -> n - 1);
                case LETTER ->
                    value.length() == 1 && Character.isLetter(value.charAt(0))
                            ? Optional.of(Character.toUpperCase(value.charAt(0)) - 'A')
                            : Optional.empty();
                case TEXT -> Optional.of(choices.indexOf(value)).filter(i -> i >= 0);
                case MAP -> Optional.ofNullable(map.get(value));
            };
        }

        private static Optional<Integer> number(String value) {
            String whole = value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
            return whole.matches("[0-9]{1,4}") ? Optional.of(Integer.parseInt(whole)) : Optional.empty();
        }
    }

    /** Forms of an answer. */
    public enum AnswerForm {
        /** A number, the first choice is 0. */
        FROM_0,
        /** A number, the first choice is 1. */
        FROM_1,
        /** A letter, the first choice is A. */
        LETTER,
        /** The text of the choice. */
        TEXT,
        /** A word of a map. */
        MAP;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
