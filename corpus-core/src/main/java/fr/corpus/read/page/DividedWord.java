package fr.corpus.read.page;

import org.jspecify.annotations.Nullable;

/**
 * Joins the halves of words at line ends as an ALTO file marks them. Where the file does not say what the whole word is, the
 * hyphen and the line end stay for a later step. Confined to one thread.
 */
final class DividedWord {

    private static final String HYPHENS = "-\u00AC\u00AD\u2010\u2014\u2013";

    private @Nullable ScannedLine open;
    private String start = "";
    private String whole = "";
    private String hyphen = "";

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
        line.text.setLength(line.text.length() - (start.length() - stem.length()));
        // "porte-feuille": the file itself keeps the hyphen
        boolean kept = whole.startsWith(stem + "-");
        line.text.append(kept ? "-" : "").append(rest);
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
        if (open != null) {
            open.text.append(hyphen);
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
