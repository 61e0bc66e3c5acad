package fr.corpus.parallel;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on items in several threads and hands on the results in the order of the items. Items are fetched and results taken
 * by one thread at a time, whichever has nothing better to do, so that no thread stands by for either; of items that are
 * fetched and whose results are not taken yet there are at most {@value #AHEAD} for each thread. Failures keep the order too:
 * whatever the threads, the results of all items before the first that fails are taken, and that failure is thrown.
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
    private final Map<Integer, Stage<R>> waiting = new HashMap<>();
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
     * @throws E what the first item that fails, in the order of the items, was fetched, worked on or taken with
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

    /** An item, or its result, or what was thrown in the place of either. */
    private record Stage<V>(
            int number, @Nullable V value, @Nullable Throwable failure) {}

    private void loop(Workers.Run run) throws E {
        boolean done = false;
        try {
            Work<? super T, ? extends R, ? extends E> mine = workers.get();
            for (Stage<T> next = fetch(run); next != null; next = fetch(run)) {
                give(worked(next, mine));
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

    private @Nullable Stage<T> fetch(Workers.Run run) {
        synchronized (fetching) {
            if (exhausted || !awaitRoom(run)) {
                return null;
            }
            T value = null;
            Throwable failure = null;
            try {
                value = source.next().orElse(null);
            } catch (Throwable e) {
                failure = e;
            }
            exhausted = value == null;
            if (exhausted && failure == null) {
                return null;
            }
            synchronized (this) {
                return new Stage<>(fetched++, value, failure);
            }
        }
    }

    /** Whether there is room; not when something has failed. */
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

    private Stage<R> worked(Stage<T> item, Work<? super T, ? extends R, ? extends E> mine) {
        T value = item.value();
        if (value == null) {
            return new Stage<>(item.number(), null, item.failure());
        }
        try {
            return new Stage<>(item.number(), mine.of(value), null);
        } catch (Throwable e) {
            return new Stage<>(item.number(), null, e);
        }
    }

    private void give(Stage<R> result) throws E {
        synchronized (this) {
            waiting.put(result.number(), result);
            failed |= result.failure() != null;
            if (taking) {
                return;
            }
            taking = true;
        }
        for (Stage<R> next = nextInOrder(); next != null; next = nextInOrder()) {
            Workers.<E>rethrow(next.failure());
            taker.take(Objects.requireNonNull(next.value()));
            synchronized (this) {
                taken++;
                notifyAll();
            }
        }
    }

    private synchronized @Nullable Stage<R> nextInOrder() {
        Stage<R> next = waiting.remove(taken);
        taking = next != null;
        return next;
    }
}
