package fr.corpus.pipeline;

/** Told about a run as it goes. Called from one thread at a time, about four times a second; must return quickly. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener SILENT = progress -> {};

    /** How far the run is now. */
    void onProgress(Progress progress);
}
