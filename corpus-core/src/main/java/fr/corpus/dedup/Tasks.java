package fr.corpus.dedup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs numbered tasks on a few threads. The first failure stops the rest and is thrown again. */
final class Tasks {

    private final int threads;
    private final DuplicateListener listener;

    Tasks(Barrier barrier) {
        this.threads = barrier.threads();
        this.listener = barrier.listener();
    }

    /** One task. */
    interface Body {
        void run(int task) throws IOException;
    }

    /**
     * Runs tasks 0 to {@code count - 1}, each once.
     *
     * @param body makes what runs tasks on one thread, with that thread's buffers
     */
    void run(DuplicateListener.Phase phase, int count, Supplier<Body> body) throws IOException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                Body mine = body.get();
                for (int task = next.getAndIncrement(); task < count; task = next.getAndIncrement()) {
                    if (failure.get() != null || Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    mine.run(task);
                    listener.progress(phase, done.incrementAndGet(), count);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, count); i++) {
            Thread thread = new Thread(worker, "duplicates-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        worker.run();
        join(others, failure);
        rethrow(failure.get());
    }

    private static void join(List<Thread> threads, AtomicReference<Throwable> failure) {
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    failure.compareAndSet(null, e);
                    threads.forEach(Thread::interrupt);
                }
            }
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while duplicates were joined");
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
