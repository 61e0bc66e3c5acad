package fr.corpus.release;

/** Text of others inside Markdown. */
final class Markdown {

    private static final String SPECIAL = "\\`*_[]<>|#";

    private Markdown() {}

    /** The text on one line, with nothing that Markdown or HTML would take for its own. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }
}
