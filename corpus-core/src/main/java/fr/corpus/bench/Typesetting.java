package fr.corpus.bench;

/** How a document of the generator is typeset; the grammar itself has typographic apostrophes and plain spaces. */
enum Typesetting {
    /** Typographic apostrophes, no-break spaces before high punctuation and inside quotation marks. */
    FINE,
    /** Typographic apostrophes, plain spaces. */
    PLAIN_SPACES,
    /** ASCII apostrophes, plain spaces. */
    TYPEWRITER;

    /** Typesets a text. */
    String apply(String text) {
        return switch (this) {
            case PLAIN_SPACES -> text.replace('\u00A0', ' ');
            case TYPEWRITER -> text.replace('’', '\'').replace('\u00A0', ' ').replace("…", "...");
            case FINE -> fine(text);
        };
    }

    private static String fine(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            char after = text.charAt(i + 1);
            if (c == ' ' && (after == ';' || after == '!' || after == '?')) {
                out.setCharAt(i, '\u202F');
            } else if (c == ' ' && (after == ':' || after == '»' || after == '%' || after == '€')) {
                out.setCharAt(i, '\u00A0');
            } else if (c == '«' && after == ' ') {
                out.setCharAt(i + 1, '\u00A0');
            }
        }
        return out.toString();
    }
}
