package fr.corpus.engine.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs the same loop in several threads until all return or one fails; the first failure is the one thrown. */
final class Workers {

    /** A loop that watches {@link Run#isStopped()}. */
    interface Body {
        void run(Run run) throws IOException;
    }

    /** The shared fate of the loops. Thread-safe. */
    static final class Run {
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        /** Whether a loop has failed, so that the others should return. */
        boolean isStopped() {
            return failure.get() != null;
        }
    }

    private Workers() {}

    /**
     * Runs the loop in this many threads and waits.
     *
     * @throws IOException if a loop throws it; runtime exceptions and errors are passed on as well
     */
    static void run(int threads, String name, Body body) throws IOException {
        Run run = new Run();
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> guarded(body, run), "corpus-" + name + "-" + i);
            started.add(thread);
            thread.start();
        }
        for (Thread thread : started) {
            join(thread, run);
        }
        Throwable failure = run.failure.get();
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof UncheckedIOException e) {
            throw e.getCause();
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private static void guarded(Body body, Run run) {
        try {
            body.run(run);
        } catch (IOException | RuntimeException | Error e) {
            run.failure.compareAndSet(null, e);
        }
    }

    private static void join(Thread thread, Run run) {
        while (true) {
            try {
                thread.join();
                return;
            } catch (InterruptedException e) {
                // The caller wants to stop: the loops end at their next look, nothing is lost.
                run.failure.compareAndSet(null, new UncheckedIOException(new IOException("interrupted", e)));
            }
        }
    }
}
