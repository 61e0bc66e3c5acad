package fr.corpus.parallel;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the same loop in several threads until all return or one fails. The first failure stops the others at their next look
 * at {@link Run#isStopped()} and is the one thrown. No thread is left when a method returns or throws, so that files may be
 * deleted then. Threads are never interrupted: that would close the files which they share.
 */
public final class Workers {

    /**
     * A loop that takes what there is to do from what it shares with the others.
     *
     * @param <E> what it throws beside unchecked exceptions
     */
    @FunctionalInterface
    public interface Body<E extends Exception> {

        /** Works until there is nothing left or the run is stopped. */
        void run(Run run) throws E;
    }

    /**
     * Does numbered tasks one after the other in one thread.
     *
     * @param <E> what it throws beside unchecked exceptions
     */
    @FunctionalInterface
    public interface Task<E extends Exception> {

        /** Does one task. */
        void run(int number) throws E;
    }

    /** The shared fate of the loops. Thread-safe. */
    public static final class Run {

        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        private Run() {}

        /** Whether a loop has failed or the caller wants to stop, so that the others should return. */
        public boolean isStopped() {
            return failure.get() != null;
        }

        private void stop(Throwable cause) {
            failure.compareAndSet(null, cause);
        }
    }

    private Workers() {}

    /**
     * Runs a loop in so many threads and waits for all; with one thread, in the caller’s.
     *
     * @param threads from 1
     * @param name what the threads are for; part of their names
     * @throws E the first that a loop threw
     * @throws UncheckedIOException if the caller is interrupted, once the loops have ended
     */
    public static <E extends Exception> void run(int threads, String name, Body<E> body) throws E {
        if (threads < 1) {
            throw new IllegalArgumentException("need at least one thread, got " + threads);
        }
        Run run = new Run();
        if (threads == 1) {
            body.run(run);
            return;
        }
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> guarded(body, run), "corpus-" + name + "-" + i);
            thread.setDaemon(true);
            started.add(thread);
            thread.start();
        }
        join(started, run);
        rethrow(run.failure.get());
    }

    /**
     * Runs the tasks 0 to {@code count - 1}, each once, in any order.
     *
     * @param threads from 1
     * @param name what the threads are for; part of their names
     * @param tasks makes what does tasks in one thread, with the buffers of that thread
     * @throws E the first that a task threw; tasks that had not begun by then are not done
     * @throws UncheckedIOException if the caller is interrupted, once the tasks that had begun have ended
     */
    public static <E extends Exception> void each(
            int threads, String name, int count, Supplier<? extends Task<E>> tasks) throws E {
        AtomicInteger next = new AtomicInteger();
        Body<E> body = run -> {
            Task<E> mine = tasks.get();
            for (int i = next.getAndIncrement(); i < count && !run.isStopped(); i = next.getAndIncrement()) {
                mine.run(i);
            }
        };
        if (count > 0) {
            run(Math.min(threads, count), name, body);
        }
    }

    private static void guarded(Body<?> body, Run run) {
        try {
            body.run(run);
        } catch (Throwable e) {
            run.stop(e);
        }
    }

    private static void join(List<Thread> threads, Run run) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    run.stop(new UncheckedIOException(new InterruptedIOException("interrupted")));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws what was thrown, if anything; whatever is checked can only be what the body declares. */
    @SuppressWarnings("unchecked")
    static <E extends Exception> void rethrow(@Nullable Throwable failure) throws E {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (E) failure;
        }
    }
}
