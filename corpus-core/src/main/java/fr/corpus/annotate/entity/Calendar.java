package fr.corpus.annotate.entity;

import java.util.List;

/** Names of months, those of the Republic included, and of days. Stateless. */
final class Calendar {

    private static final List<String> MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
            "fevrier",
            "aout",
            "decembre",
            "janv.",
            "févr.",
            "juil.",
            "sept.",
            "oct.",
            "nov.",
            "déc.",
            "vendémiaire",
            "brumaire",
            "frimaire",
            "nivôse",
            "pluviôse",
            "ventôse",
            "germinal",
            "floréal",
            "prairial",
            "messidor",
            "thermidor",
            "fructidor");
    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    private Calendar() {}

    static boolean isMonth(String text, int start, int length) {
        return isOneOf(MONTHS, text, start, length);
    }

    static boolean isWeekday(String text, int start, int length) {
        return isOneOf(DAYS, text, start, length);
    }

    private static boolean isOneOf(List<String> words, String text, int start, int length) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.length() == length && text.regionMatches(true, start, word, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
