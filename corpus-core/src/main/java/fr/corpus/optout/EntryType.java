package fr.corpus.optout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a log entry records. */
public enum EntryType {
    /** A new reservation. */
    RESERVATION,
    /** The same reservation, declared anew: version + 1. */
    AMEND,
    /** Its holder takes it back. */
    WITHDRAW,
    /** Somebody says that it is wrong. */
    CONTEST,
    /** Its holder answers. */
    COUNTER_NOTICE,
    /** The operator decides: verified, rejected or superseded. */
    DECISION,
    /** The people behind it are erased from the registry. */
    ERASURE,
    /** About the registry itself: from the next checkpoint on, another key signs. */
    KEY_ROTATION;

    /** Its word in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says what is reserved. */
    public boolean declares() {
        return this == RESERVATION || this == AMEND;
    }

    /** The type of a word. */
    public static Optional<EntryType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
