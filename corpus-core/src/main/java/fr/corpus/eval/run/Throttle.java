package fr.corpus.eval.run;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Spaces requests so that a server’s limits hold, and stands still when it asks to be left alone. Requests are evenly spaced, so no
 * minute holds more than its limit, the first instant apart; tokens count as estimated when a request starts, and as used when it
 * ends. Thread-safe.
 */
final class Throttle {

    private static final double MINUTE = 60e9;

    private final RunClock clock;
    private final double nanosPerRequest;
    private final double nanosPerToken;
    private long nextRequest;
    private long nextToken;
    private long pausedUntil;

    Throttle(OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, RunClock clock) {
        this.clock = clock;
        nanosPerRequest = requestsPerMinute.isPresent() ? MINUTE / requestsPerMinute.getAsLong() : 0;
        nanosPerToken = tokensPerMinute.isPresent() ? MINUTE / tokensPerMinute.getAsLong() : 0;
        nextRequest = clock.nanoTime();
        nextToken = nextRequest;
        pausedUntil = nextRequest;
    }

    /** Waits for the turn of a request of about so many tokens. */
    void enter(long tokens) throws InterruptedException {
        long turn;
        synchronized (this) {
            turn = Math.max(clock.nanoTime(), Math.max(nextRequest, nextToken));
            nextRequest = turn + (long) nanosPerRequest;
            nextToken = turn + (long) (tokens * nanosPerToken);
        }
        while (true) {
            long wait = Math.max(turn, paused()) - clock.nanoTime();
            if (wait <= 0) {
                return;
            }
            clock.sleep(wait);
        }
    }

    private synchronized long paused() {
        return pausedUntil;
    }

    /** Says how many tokens a request really took. */
    synchronized void settle(long estimated, long used) {
        nextToken += (long) ((used - estimated) * nanosPerToken);
    }

    /** Lets no request start for so long. */
    synchronized void pause(Duration wait) {
        pausedUntil = Math.max(pausedUntil, clock.nanoTime() + wait.toNanos());
    }
}
