package fr.corpus.annotate.lexicon;

import fr.corpus.internal.morfologik.FrenchForms;
import fr.corpus.internal.morfologik.FrenchForms.Reading;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What the lexicon says of forms: as written, else in lower case, else what follows the last hyphen. Confined to one
 * thread; the dictionary behind is shared.
 */
public final class Lexicon {

    /** Longer forms are in no lexicon. */
    private static final int LONGEST = 40;

    private final FrenchForms forms = new FrenchForms();

    /**
     * The readings of a form.
     *
     * @param readings in the order of the dictionary
     * @param source how the form was found
     */
    public record Entry(List<Reading> readings, Source source) {}

    /** How a form was found. */
    public enum Source {
        /** As written. */
        EXACT,
        /** In lower case. */
        LOWER,
        /** By what follows its last hyphen. */
        TAIL,
        /** Not at all. */
        NONE
    }

    /** The readings of a form. */
    public Entry find(String form) {
        if (form.length() > LONGEST) {
            return new Entry(List.of(), Source.NONE);
        }
        String plain = form.replace('\u2019', '\'');
        List<Reading> found = forms.readings(plain);
        if (!found.isEmpty()) {
            return new Entry(found, Source.EXACT);
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        found = lower.equals(plain) ? found : forms.readings(lower);
        if (!found.isEmpty()) {
            return new Entry(found, Source.LOWER);
        }
        int hyphen = lower.lastIndexOf('-');
        found = hyphen > 1 && hyphen < lower.length() - 2 ? forms.readings(lower.substring(hyphen + 1)) : found;
        return new Entry(found, found.isEmpty() ? Source.NONE : Source.TAIL);
    }

    /** The readings of a form in lower case only. */
    public List<Reading> lower(String form) {
        return form.length() > LONGEST
                ? List.of()
                : forms.readings(form.replace('\u2019', '\'').toLowerCase(Locale.ROOT));
    }

    /** The categories of readings, sorted, the kinds of verb forms told apart: {@code J N Vppa}. */
    public static String categories(List<Reading> readings) {
        TreeSet<String> categories = new TreeSet<>();
        for (Reading reading : readings) {
            categories.add(category(reading.tag()));
        }
        return String.join(" ", categories);
    }

    /** The tags of readings, sorted. */
    public static String tags(List<Reading> readings) {
        TreeSet<String> tags = new TreeSet<>();
        for (Reading reading : readings) {
            tags.add(reading.tag());
        }
        return String.join(" ", tags);
    }

    private static String category(String tag) {
        if (tag.startsWith("V")) {
            String aux = tag.startsWith("V etre") ? "e" : tag.startsWith("V avoir") ? "a" : "";
            return "V" + aux
                    + (tag.contains(" inf")
                            ? "inf"
                            : tag.contains("ppa")
                                    ? "ppa"
                                    : tag.contains("ppr") ? "ppr" : tag.contains("imp pres") ? "imp" : "");
        }
        if (tag.startsWith("C ") || tag.startsWith("R ")) {
            String[] parts = tag.split(" ");
            return parts[0] + parts[1];
        }
        int space = tag.indexOf(' ');
        return space < 0 ? tag : tag.substring(0, space);
    }
}
