package fr.corpus.dedup;

/** Hears how far the joining of duplicates is. Called from several threads; must be quick. */
@FunctionalInterface
public interface DuplicateListener {

    /** Hears nothing. */
    DuplicateListener SILENT = (phase, done, total) -> {};

    /** What is being done, in order. */
    enum Phase {
        /** Joining documents of equal canonical text. */
        EXACT,
        /** Looking for documents that share a band key. */
        CANDIDATES,
        /** Reading the candidates' texts again. */
        TEXTS,
        /** Comparing candidates and joining those that are alike. */
        VERIFICATION,
        /** Choosing survivors and measuring members against them. */
        SURVIVORS
    }

    /**
     * A task is done.
     *
     * @param done tasks of this phase done so far
     * @param total tasks of this phase
     */
    void progress(Phase phase, int done, int total);
}
