package fr.corpus.retract;

/** Hears what a synchronization fetches. */
@FunctionalInterface
public interface SyncListener {

    /** Nobody listens. */
    SyncListener SILENT = (path, bytes, done, total) -> {};

    /**
     * A file was fetched.
     *
     * @param bytes its size
     * @param done how many were fetched so far
     * @param total how many are to be fetched
     */
    void fetched(String path, long bytes, int done, int total);
}
