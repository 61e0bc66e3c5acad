package fr.corpus.fetch;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The end of the time for one question. Immutable. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * Milliseconds left, at least 1.
     *
     * @throws SocketTimeoutException if there are none
     */
    int millisLeft() throws SocketTimeoutException {
        long left = (nanoTime - System.nanoTime()) / 1_000_000;
        if (left < 1) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(Integer.MAX_VALUE, left);
    }
}
