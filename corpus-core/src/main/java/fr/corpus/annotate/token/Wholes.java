package fr.corpus.annotate.token;

/** Words that look elided and are whole, and pronouns that stand after a space and a hyphen. Stateless. */
final class Wholes {

    private static final String[] WHOLE = {"c'est-à-dire", "l'on", "presqu'île", "presqu'ile", "presqu'îles"};

    private static final String[] CLITICS = {
        "-t-il",
        "-t-elle",
        "-t-on",
        "-t-ils",
        "-t-elles",
        "-il",
        "-ils",
        "-elle",
        "-elles",
        "-on",
        "-je",
        "-tu",
        "-ce",
        "-nous",
        "-vous",
        "-moi",
        "-toi",
        "-là",
        "-ci",
        "-lui",
        "-leur",
        "-les",
        "-y",
        "-en"
    };

    private Wholes() {}

    /**
     * The end of a whole word whose apostrophe stands at {@code apostrophe}, or -1 when what precedes is elided.
     *
     * @param start first character of the word
     * @param to end of the sentence
     */
    static int end(String text, int start, int apostrophe, int to) {
        for (String whole : WHOLE) {
            int end = start + whole.length();
            int split = whole.indexOf('\'');
            if (end <= to
                    && apostrophe - start == split
                    && text.regionMatches(true, start, whole, 0, split)
                    && text.regionMatches(true, apostrophe + 1, whole, split + 1, whole.length() - split - 1)
                    && isClosed(text, end, to)) {
                return end;
            }
        }
        return -1;
    }

    /** The end of a pronoun that starts with the hyphen at {@code at}, or -1. */
    static int clitic(String text, int at, int to) {
        for (String clitic : CLITICS) {
            int end = at + clitic.length();
            if (end <= to && text.regionMatches(true, at, clitic, 0, clitic.length()) && isClosed(text, end, to)) {
                return end;
            }
        }
        return -1;
    }

    private static boolean isClosed(String text, int end, int to) {
        return end == to
                || !Glyphs.isLetter(text.charAt(end))
                        && !Glyphs.isDigit(text.charAt(end))
                        && !Glyphs.isHyphen(text.charAt(end));
    }
}
