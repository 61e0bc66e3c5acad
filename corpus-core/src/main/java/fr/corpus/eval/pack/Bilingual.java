package fr.corpus.eval.pack;

import java.util.Locale;

/**
 * A text for people in both languages. Immutable.
 *
 * @param fr French
 * @param en English
 */
public record Bilingual(String fr, String en) {

    /** Nothing to say. */
    public static final Bilingual NONE = new Bilingual("", "");

    /** The text in a language of the users. */
    public String in(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? fr : en;
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return fr.isEmpty() && en.isEmpty();
    }
}
