package fr.corpus.step;

/**
 * A step of a recipe, built and immutable: it holds no mutable state, opens no file and knows no engine, so one instance
 * serves all threads.
 */
public sealed interface Step permits Normalizer, Filter, Deduplicator, RightsGate, Annotator {

    /** Its name and version. */
    StepId id();
}
