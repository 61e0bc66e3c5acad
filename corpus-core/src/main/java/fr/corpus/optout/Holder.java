package fr.corpus.optout;

/**
 * Who reserves: personal data, kept in the registry's database and in the holder's own receipt, never in the log. Immutable.
 *
 * @param name as the holder writes it, 1 to {@value #MAX_NAME} UTF-16 units without control characters
 * @param kind in what quality
 */
public record Holder(String name, HolderKind kind) {

    /** Longest name, in UTF-16 units. */
    public static final int MAX_NAME = 500;

    public Holder {
        if (!isName(name)) {
            throw new IllegalArgumentException("need a name of 1 to 500 characters without control characters");
        }
    }

    /** Whether a text can be a holder's name. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= MAX_NAME
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF);
    }

    /** Says nothing of the person, so that no log ever does. */
    @Override
    public String toString() {
        return "holder (" + kind.word() + ")";
    }
}
