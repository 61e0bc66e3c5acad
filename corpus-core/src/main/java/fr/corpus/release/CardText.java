package fr.corpus.release;

import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The Markdown of a data card in one language, as it is put together. Confined to one thread. */
final class CardText {

    private static final int TENTHS = 10;

    private final Locale locale;
    private final StringBuilder out = new StringBuilder();

    CardText(Locale locale) {
        this.locale = locale;
    }

    /** A sentence or a title of data cards. */
    String say(String key, String... arguments) {
        return UserMessage.of("release.card." + key, (Object[]) arguments).in(locale);
    }

    /** Appends text as it is. */
    void append(String text) {
        out.append(text);
    }

    /** Appends a title or a paragraph. */
    void line(String text) {
        out.append(text).append("\n\n");
    }

    /**
     * Appends a table.
     *
     * @param columns keys of their titles
     * @param texts how many columns, from the left, are texts; the others are numbers
     * @param rows cells; without any, a word says so
     */
    void table(List<String> columns, int texts, List<List<String>> rows) {
        if (rows.isEmpty()) {
            line(say("nothing"));
            return;
        }
        List<String> titles =
                columns.stream().map(column -> say("column." + column)).toList();
        List<String> rule = new ArrayList<>(Collections.nCopies(texts, "---"));
        rule.addAll(Collections.nCopies(columns.size() - texts, "---:"));
        tableRow(titles);
        tableRow(rule);
        rows.forEach(this::tableRow);
        out.append('\n');
    }

    private void tableRow(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A number, grouped by hand, since the separators of a locale change with the version of Java. */
    String number(long value) {
        String digits = Long.toString(value);
        String separator = locale.equals(Locale.FRENCH) ? "\u202F" : ",";
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(separator);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** A number to a tenth. */
    String tenths(double value) {
        long rounded = Math.round(Math.abs(value) * TENTHS);
        String sign = value < 0 && rounded > 0 ? "\u2212" : "";
        return sign + number(rounded / TENTHS) + (locale.equals(Locale.FRENCH) ? "," : ".") + rounded % TENTHS;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
