package fr.corpus.step;

/** Rewrites a text without changing what it says. Thread-safe. */
public non-sealed interface Normalizer extends Step {

    /** The normalized text; the same instance when there is nothing to change. */
    String normalize(String text);

    /** The normalized text and, from a step that takes something out of it, how much; the provenance keeps that. */
    default Rewritten rewrite(String text) {
        return Rewritten.of(normalize(text));
    }

    /**
     * A rewritten text. Immutable.
     *
     * @param text the text
     * @param remarks what was done, as counts: {@code ;running-heads=12;page-numbers=14}; empty when there is nothing to say
     */
    record Rewritten(String text, String remarks) {

        /** A text of which there is nothing to say. */
        public static Rewritten of(String text) {
            return new Rewritten(text, "");
        }

        /** The same with one more count, unless that is zero. */
        public Rewritten and(String name, long count) {
            return count == 0 ? this : new Rewritten(text, remarks + ";" + name + "=" + count);
        }
    }
}
