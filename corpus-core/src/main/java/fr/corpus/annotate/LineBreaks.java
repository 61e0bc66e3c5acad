package fr.corpus.annotate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a single line break means for sentences; a blank line always ends one. */
public enum LineBreaks {
    /** Told from the text: wrapped prose is joined, headings, lists and verse are not. */
    AUTO,
    /** Every line break ends a sentence: verse, lists, one paragraph a line. */
    END,
    /** A line break is a space: wrapped prose. */
    JOIN;

    /** Its name in recipes. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(LineBreaks::label).toList();
    }
}
