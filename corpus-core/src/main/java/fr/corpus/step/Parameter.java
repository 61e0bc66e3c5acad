package fr.corpus.step;

/**
 * A parameter of a step as recipes write it. Immutable. Its one-line description stands in both languages under {@code
 * <kind>.parameter.<name>}. Defaults are not here but in the table of profiles, since most depend on the profile.
 *
 * @param name kebab-case, unit included
 * @param type what a recipe may write
 */
public record Parameter(String name, Type type) {

    /** The shapes of a value. A threshold that may be switched off is OPTIONAL: the recipe writes {@code off}. */
    public enum Type {
        /** A finite number. */
        NUMBER,
        /** A finite number, or {@code off}. */
        OPTIONAL_NUMBER,
        /** A whole number. */
        INTEGER,
        /** A whole number, or {@code off}. */
        OPTIONAL_INTEGER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One word or identifier. */
        NAME,
        /** A list of words or identifiers. */
        NAMES
    }

    /** A parameter from its name and type. */
    public static Parameter of(String name, Type type) {
        return new Parameter(name, type);
    }
}
