package fr.corpus.optout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of a reservation. */
public enum ReservationStatus {
    /** Registered; nobody has checked it yet. */
    RECEIVED,
    /** The operator has checked who reserves and by what right. */
    VERIFIED,
    /** Somebody says that it is wrong, and nobody has decided yet. */
    CONTESTED,
    /** The operator has found that it is wrong. */
    REJECTED,
    /** Its holder has taken it back. */
    WITHDRAWN,
    /** A later reservation has taken its place. */
    SUPERSEDED;

    /** Its word in logs and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether builds heed it: until it is rejected, withdrawn or superseded. */
    public boolean isActive() {
        return compareTo(CONTESTED) <= 0;
    }

    /** The status of a word. */
    public static Optional<ReservationStatus> find(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
