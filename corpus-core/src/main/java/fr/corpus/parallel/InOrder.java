package fr.corpus.parallel;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on items in several threads and hands on the results in the order of the items. Items are fetched and results taken
 * by one thread at a time, whichever has nothing better to do, so that no thread stands by for either; of items that are
 * fetched and whose results are not taken yet there are at most {@value #AHEAD} for each thread.
 *
 * @param <T> item
 * @param <R> result
 * @param <E> what may be thrown beside unchecked exceptions
 */
public final class InOrder<T, R, E extends Exception> {

    private static final int AHEAD = 3;

    /** Gives items, one after the other. */
    @FunctionalInterface
    public interface Source<T, E extends Exception> {

        /** The next item, or empty after the last. */
        Optional<T> next() throws E;
    }

    /** Works on one item after the other in one thread. */
    @FunctionalInterface
    public interface Work<T, R, E extends Exception> {

        /** The result of an item. */
        R of(T item) throws E;
    }

    /** Takes results in the order of their items. */
    @FunctionalInterface
    public interface Taker<R, E extends Exception> {

        /** Takes one result. */
        void take(R result) throws E;
    }

    private final Source<? extends T, ? extends E> source;
    private final Supplier<? extends Work<? super T, ? extends R, ? extends E>> workers;
    private final Taker<? super R, ? extends E> taker;
    private final int window;
    private final Object fetching = new Object();
    private final Map<Integer, R> waiting = new HashMap<>();
    private int fetched;
    private int taken;
    private boolean taking;
    private boolean exhausted;
    private boolean failed;

    private InOrder(
            Source<? extends T, ? extends E> source,
            Supplier<? extends Work<? super T, ? extends R, ? extends E>> workers,
            Taker<? super R, ? extends E> taker,
            int window) {
        this.source = source;
        this.workers = workers;
        this.taker = taker;
        this.window = window;
    }

    /**
     * Works until the source is empty.
     *
     * @param threads from 1; with one, all is done in the caller’s
     * @param name what the threads are for; part of their names
     * @param workers makes what works in one thread
     * @throws E the first that was thrown
     */
    public static <T, R, E extends Exception> void run(
            int threads,
            String name,
            Source<? extends T, ? extends E> source,
            Supplier<? extends Work<? super T, ? extends R, ? extends E>> workers,
            Taker<? super R, ? extends E> taker)
            throws E {
        InOrder<T, R, E> all = new InOrder<>(source, workers, taker, threads * AHEAD);
        Workers.<E>run(threads, name, all::loop);
    }

    private record Numbered<T>(int number, T item) {}

    private void loop(Workers.Run run) throws E {
        boolean done = false;
        try {
            Work<? super T, ? extends R, ? extends E> mine = workers.get();
            for (Numbered<T> next = fetch(run); next != null; next = fetch(run)) {
                give(next.number(), mine.of(next.item()));
            }
            done = true;
        } finally {
            leave(done);
        }
    }

    /** Whoever waits for room must not wait for a loop that has failed. */
    private synchronized void leave(boolean done) {
        failed |= !done;
        notifyAll();
    }

    private @Nullable Numbered<T> fetch(Workers.Run run) throws E {
        synchronized (fetching) {
            if (exhausted || !awaitRoom(run)) {
                return null;
            }
            Optional<? extends T> item = source.next();
            if (item.isEmpty()) {
                exhausted = true;
                return null;
            }
            synchronized (this) {
                return new Numbered<>(fetched++, item.get());
            }
        }
    }

    /** Whether there is room; not when a loop has failed. */
    private synchronized boolean awaitRoom(Workers.Run run) {
        while (fetched - taken >= window && !failed && !run.isStopped()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new InterruptedIOException("interrupted"));
            }
        }
        return !failed && !run.isStopped();
    }

    private void give(int number, R result) throws E {
        synchronized (this) {
            waiting.put(number, result);
            if (taking) {
                return;
            }
            taking = true;
        }
        for (R next = nextInOrder(); next != null; next = nextInOrder()) {
            taker.take(next);
            synchronized (this) {
                taken++;
                notifyAll();
            }
        }
    }

    private synchronized @Nullable R nextInOrder() {
        R next = waiting.remove(taken);
        taking = next != null;
        return next;
    }
}
