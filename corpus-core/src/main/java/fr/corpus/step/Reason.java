package fr.corpus.step;

import java.util.regex.Pattern;

/**
 * Why a step rejects, as a code for ledgers and queries: {@code too-short}. Immutable. Each code has a sentence in both
 * languages under {@code <kind>.reason.<code>}, the kind being that of the step: read, filter, dedup, rights.
 *
 * @param code lower-case words and digits joined by hyphens
 */
public record Reason(String code) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Reason {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not a reason code: \"" + code + "\"");
        }
    }

    /** A reason from its code. */
    public static Reason of(String code) {
        return new Reason(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
