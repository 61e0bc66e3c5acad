package fr.corpus.eval.run;

import fr.corpus.error.UserMessage;

/** Is told how far a run is, from one thread at a time. */
public interface RunListener {

    /** Something that people should know, though the run goes on. */
    default void onNotice(UserMessage notice) {}

    /** Hears nothing. */
    RunListener SILENT = progress -> {};

    /** One more question was answered, or failed. */
    void onProgress(RunProgress progress);
}
