package fr.corpus.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that do the same work until there is none left. */
public final class Workers {

    private Workers() {}

    /** Work that reads files. */
    public interface Work {
        /** Does a part of it, until there is none left. */
        void run() throws IOException;
    }

    /**
     * Does work in so many threads and waits for all; when one fails the others are interrupted.
     *
     * @throws IOException if one of them threw it
     */
    public static void run(int threads, Work work) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("need at least one thread, got " + threads);
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Void> done = new ExecutorCompletionService<>(pool);
            Callable<Void> task = () -> {
                work.run();
                return null;
            };
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(done.submit(task));
            }
            for (int i = 0; i < all.size(); i++) {
                done.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (CancellationException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException disk) {
                throw disk;
            }
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            end(pool);
        }
    }

    /** Nothing may still write when the caller deletes what was written. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
