package fr.corpus.recipe;

/**
 * The value of one parameter and who chose it. Immutable.
 *
 * @param name kebab-case, unit included
 * @param value in the types of {@link fr.corpus.step.Settings}
 * @param origin who chose it
 */
public record ResolvedParameter(String name, Object value, Origin origin) {

    /** Who chose a value. */
    public enum Origin {
        /** The step, for every profile. */
        DEFAULT,
        /** The profile of the source. */
        PROFILE,
        /** The author of the recipe. */
        RECIPE
    }
}
