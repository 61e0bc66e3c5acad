package fr.corpus.text;

/** A measured property of a text; the column of the same name in a release's {@code quality} struct. */
public enum Signal {
    DUPLICATE_LINES("duplicate_lines"),
    DUPLICATE_LINE_CHARS("duplicate_line_chars"),
    DUPLICATE_PARAGRAPHS("duplicate_paragraphs"),
    DUPLICATE_PARAGRAPH_CHARS("duplicate_paragraph_chars"),
    TOP_2GRAM("top_2gram"),
    TOP_3GRAM("top_3gram"),
    TOP_4GRAM("top_4gram"),
    DUPLICATE_5GRAMS("duplicate_5grams"),
    DUPLICATE_6GRAMS("duplicate_6grams"),
    DUPLICATE_7GRAMS("duplicate_7grams"),
    DUPLICATE_8GRAMS("duplicate_8grams"),
    DUPLICATE_9GRAMS("duplicate_9grams"),
    DUPLICATE_10GRAMS("duplicate_10grams"),
    LINE_END_MARKS("line_end_marks"),
    SHORT_LINES("short_lines"),
    REPEATED_LINE_CHARS("repeated_line_chars"),
    NEWLINES_PER_WORD("newlines_per_word"),
    WORDS("words"),
    MEAN_WORD_LENGTH("mean_word_length"),
    HASHES_PER_WORD("hashes_per_word"),
    ELLIPSES_PER_WORD("ellipses_per_word"),
    BULLET_LINES("bullet_lines"),
    ELLIPSIS_LINES("ellipsis_lines"),
    LETTER_WORDS("letter_words"),
    LETTER_TOKENS("letter_tokens"),
    STOP_WORDS("stop_words"),
    STOP_WORD_SHARE("stop_word_share"),
    LANGUAGE_SCORE("language_score");

    private final String column;

    Signal(String column) {
        this.column = column;
    }

    /** Its name in releases and documentation; evidence writes it with hyphens. */
    public String column() {
        return column;
    }
}
