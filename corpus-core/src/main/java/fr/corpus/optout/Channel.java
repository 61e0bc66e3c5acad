package fr.corpus.optout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a reservation came in. */
public enum Channel {
    /** Declared to the registry itself. */
    REGISTRY,
    /** A table of reservations, CSV or JSONL. */
    TABLE,
    /** An ONIX for Books message. */
    ONIX,
    /** Read on a site or in a file: TDMRep, robots.txt, a header, metadata. */
    SIGNAL,
    /** Terms of use. */
    TERMS,
    /** A letter or a public notice. */
    LETTER;

    /** Its word in records and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of a word. */
    public static Optional<Channel> find(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }
}
