package fr.corpus.dedup;

import fr.corpus.parallel.Workers;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs numbered tasks on a few threads, and tells how far they are. */
final class Tasks {

    private final int threads;
    private final DuplicateListener listener;

    Tasks(Barrier barrier) {
        this.threads = barrier.threads();
        this.listener = barrier.listener();
    }

    /**
     * Runs tasks 0 to {@code count - 1}, each once; the first failure stops the rest.
     *
     * @param tasks makes what runs tasks on one thread, with that thread's buffers
     */
    void run(DuplicateListener.Phase phase, int count, Supplier<Workers.Task<IOException>> tasks) throws IOException {
        AtomicInteger done = new AtomicInteger();
        Workers.<IOException>each(threads, "duplicates", count, () -> {
            Workers.Task<IOException> mine = tasks.get();
            return task -> {
                mine.run(task);
                listener.progress(phase, done.incrementAndGet(), count);
            };
        });
    }
}
