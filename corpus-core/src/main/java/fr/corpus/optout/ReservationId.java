package fr.corpus.optout;

import java.util.regex.Pattern;

/**
 * Names a reservation and says nothing else. Immutable.
 *
 * @param hex 32 lower-case hexadecimal digits, drawn at random
 */
public record ReservationId(String hex) implements Comparable<ReservationId> {

    // Before REGISTRY, whose making needs it.
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /** No reservation: the registry itself, in entries about it. */
    static final ReservationId REGISTRY = new ReservationId("0".repeat(32));

    static final int BYTES = 16;

    public ReservationId {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("a reservation id has 32 hexadecimal digits, got " + hex);
        }
    }

    /** Whether a text is one. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ReservationId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
