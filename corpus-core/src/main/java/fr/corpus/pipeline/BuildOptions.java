package fr.corpus.pipeline;

/**
 * How a build runs; what it produces does not depend on it. Immutable.
 *
 * @param threads worker threads, at least 1
 * @param listener told how far the run is
 */
public record BuildOptions(int threads, ProgressListener listener) {

    public BuildOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("need at least 1 thread, got " + threads);
        }
    }

    /** All cores, no progress. */
    public static BuildOptions standard() {
        return new BuildOptions(Runtime.getRuntime().availableProcessors(), ProgressListener.SILENT);
    }

    /** The same with this many threads. */
    public BuildOptions withThreads(int count) {
        return new BuildOptions(count, listener);
    }

    /** The same with this listener. */
    public BuildOptions withListener(ProgressListener other) {
        return new BuildOptions(threads, other);
    }
}
