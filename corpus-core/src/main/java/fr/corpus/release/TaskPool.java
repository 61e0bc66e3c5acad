package fr.corpus.release;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that read files, for as long as a verification takes. */
final class TaskPool implements AutoCloseable {

    private final ExecutorService threads;

    TaskPool(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /**
     * Runs tasks and waits for all.
     *
     * @throws IOException if one of them threw it
     */
    void run(List<Callable<Void>> tasks) throws IOException {
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("verification was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException disk) {
                throw disk;
            }
            if (e.getCause() instanceof UncheckedIOException disk) {
                throw disk.getCause();
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
