package fr.corpus.optout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what quality somebody reserves. */
public enum HolderKind {
    AUTHOR,
    HEIR,
    PUBLISHER,
    /** A collective management organisation. */
    SOCIETY,
    PRODUCER,
    /** Somebody who acts for others. */
    AGENT;

    /** Its word in records and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word. */
    public static Optional<HolderKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
