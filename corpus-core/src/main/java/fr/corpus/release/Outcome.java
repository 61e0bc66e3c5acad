package fr.corpus.release;

import java.util.Locale;

/** Why a record has no document in a release, duplicates apart. */
public enum Outcome {
    /** A filter dropped it. */
    DROPPED,
    /** A rights gate withheld it. */
    WITHHELD,
    /** It could not be read. */
    MALFORMED;

    /** Its word in the {@code drops} table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The outcome of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Outcome parse(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome \"" + word + "\"");
    }
}
