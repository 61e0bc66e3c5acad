package fr.corpus.eval.run;

/** Is told how far a run is, from one thread at a time. */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = progress -> {};

    /** One more question was answered, or failed. */
    void onProgress(RunProgress progress);
}
