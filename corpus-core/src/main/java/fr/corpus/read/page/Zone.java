package fr.corpus.read.page;

import java.util.Locale;
import java.util.Set;

/**
 * What a region of a page is for, by the names of the SegmOnto vocabulary that ALTO tags and eScriptorium use and by the region
 * types of PAGE 2019-07-15.
 */
enum Zone {
    /** Running text, and all that has no other name here: notes and tables too. */
    TEXT,
    /** A large first letter that belongs to the line beside it. */
    DROP_CAPITAL,
    /** Not part of the work’s text: running titles, page numbers, signatures of sheets, catchwords, stamps. */
    LEFT_OUT;

    private static final Set<String> OUT = Set.of(
            "runningtitlezone",
            "numberingzone",
            "quiremarkszone",
            "stampzone",
            "digitizationartefactzone",
            "header",
            "footer",
            "pagenumber",
            "signaturemark",
            "catchword",
            "runninghead",
            "runningtitle");

    /** The zone of a label: its part before a colon counts, letters only, in any case. */
    static Zone of(String label) {
        int colon = label.indexOf(':');
        String name = (colon < 0 ? label : label.substring(0, colon))
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
        if (OUT.contains(name)) {
            return LEFT_OUT;
        }
        return name.startsWith("dropcapital") ? DROP_CAPITAL : TEXT;
    }

    /** The stronger of two: what is left out stays out whatever it holds. */
    Zone within(Zone outer) {
        return outer == LEFT_OUT ? outer : this;
    }
}
