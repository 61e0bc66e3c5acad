package fr.corpus.step;

/** Rewrites a text without changing what it says. Thread-safe. */
public non-sealed interface Normalizer extends Step {

    /** The normalized text; the same instance when there is nothing to change. */
    String normalize(String text);
}
