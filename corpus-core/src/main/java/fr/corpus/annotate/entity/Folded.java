package fr.corpus.annotate.entity;

import java.text.Normalizer;
import java.util.Locale;

/** Forms without capitals, accents and what printing and scanning add. Stateless. */
final class Folded {

    private Folded() {}

    /** The form without the signs of a word cut at a line end. */
    static String whole(String written) {
        boolean cut = false;
        for (int i = 0; i < written.length() && !cut; i++) {
            char c = written.charAt(i);
            cut = c == '\u00AC' || c == '\u00AD' || c == '\n' || c == '\r';
        }
        if (!cut || written.length() < 2) {
            return written;
        }
        String whole = written.replaceAll("-?[\\u00AC\\u00AD]?[ \\t]*[\\r\\n]+[ \\t]*|[\\u00AC\\u00AD][ \\t]*", "");
        return whole.isEmpty() ? written : whole;
    }

    /** The folded form: {@code Etats-Unis}, {@code ÉTATS-UNIS} and {@code États¬-Unis} are one. */
    static String of(String form) {
        String decomposed = Normalizer.normalize(form.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case '\u2019', '\u02BC', '`' -> folded.append('\'');
                case '\u2010', '\u2011' -> folded.append('-');
                case '\u017F' -> folded.append('s');
                case '\u0153' -> folded.append("oe");
                case '\u00E6' -> folded.append("ae");
                case '\u00AC', '\u00AD' -> {}
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }
}
