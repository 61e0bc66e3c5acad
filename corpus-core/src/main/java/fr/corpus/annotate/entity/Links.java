package fr.corpus.annotate.entity;

import java.util.List;

/** The few kinds of tokens for which the step from one label to the next has weights of its own. Stateless. */
final class Links {

    private static final List<String> WORDS = List.of(
            "", "de", "du", "des", "d'", "la", "le", "les", "l'", "et", "a", "au", "aux", "en", ",", ".", "-", "(", ")",
            "«", "»", "\"", ";", ":", "sur", "sous", "von");

    /** Number of kinds. */
    static final int SIZE = WORDS.size() + 13;

    private Links() {}

    /** The kind of a token. */
    static int of(String form, String folded, int gazetteer, boolean common) {
        int word = WORDS.indexOf(folded);
        if (word >= 0 && (word != 0 || folded.isEmpty()) && (form.length() < 2 || !isAllCapitals(form))) {
            return word;
        }
        int kind = WORDS.size();
        int first = form.codePointAt(0);
        if (Character.isDigit(first)) {
            return kind;
        }
        boolean capital = Character.isUpperCase(first);
        if (!capital) {
            boolean lower = Character.isLetter(first);
            boolean title = (gazetteer & Gazetteer.TITLE) != 0;
            return kind + (!lower ? 1 : title ? 2 : (gazetteer & Gazetteer.ORGANIZATION) != 0 ? 3 : 4);
        }
        if (form.length() <= 2 && (form.length() == 1 || form.endsWith("."))) {
            return kind + 5;
        }
        if ((gazetteer & Gazetteer.TITLE) != 0) {
            return kind + 6;
        }
        if ((gazetteer & Gazetteer.FIRST) != 0) {
            return kind + 7;
        }
        if ((gazetteer & Gazetteer.PLACE) != 0) {
            return kind + 8;
        }
        if ((gazetteer & (Gazetteer.ORGANIZATION | Gazetteer.STREET)) != 0) {
            return kind + 9;
        }
        return kind + (isAllCapitals(form) ? 10 : common ? 11 : 12);
    }

    /** Whether a form of more than one letter has no letter that is not a capital. */
    static boolean isAllCapitals(String form) {
        int letters = 0;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (Character.isLetter(c)) {
                if (!Character.isUpperCase(c)) {
                    return false;
                }
                letters++;
            }
        }
        return letters > 1;
    }
}
