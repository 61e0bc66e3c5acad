package fr.corpus.read.page;

import org.jspecify.annotations.Nullable;

/**
 * Joins the halves of words at line ends as an ALTO file marks them. What it does not mark as the two halves of one word keeps
 * its hyphen and line end for a later step. Confined to one thread.
 */
final class DividedWord {

    private static final String HYPHENS = "-\u00AC\u00AD\u2010\u2014\u2013";

    private final ScannedText text;
    private @Nullable ScannedLine open;
    private String start = "";
    private String whole = "";
    private String hyphen = "";

    /** For the lines of a text. */
    DividedWord(ScannedText text) {
        this.text = text;
    }

    /** Takes a string of a line. */
    void word(ScannedLine line, String content, String type, String substitute) {
        String word = ScannedLine.clean(content);
        ScannedLine first = open;
        if (first != null && type.equals("HypPart2") && substitute.equals(whole)) {
            join(first, word);
            return;
        }
        end();
        line.word(word);
        if (type.equals("HypPart1") && !word.isEmpty()) {
            open = line;
            start = word;
            whole = substitute;
        }
    }

    private void join(ScannedLine line, String rest) {
        String stem = start;
        while (!stem.isEmpty() && HYPHENS.indexOf(stem.charAt(stem.length() - 1)) >= 0) {
            stem = stem.substring(0, stem.length() - 1);
        }
        // "porte-feuille": the file itself keeps the hyphen
        boolean kept = whole.startsWith(stem + "-");
        text.end(line, start.length() - stem.length(), kept ? "-" + rest : rest);
        forget();
    }

    /** Takes the hyphen at the end of a line. */
    void hyphen(ScannedLine line, String content) {
        String sign = content.isEmpty() ? "-" : ScannedLine.clean(content);
        if (open == line) {
            hyphen = sign;
        } else if (!line.isEmpty()) {
            line.text.append(sign);
        }
    }

    /** No second half came. */
    void end() {
        ScannedLine line = open;
        if (line != null) {
            text.end(line, 0, hyphen);
        }
        forget();
    }

    private void forget() {
        open = null;
        hyphen = "";
        start = "";
        whole = "";
    }
}
