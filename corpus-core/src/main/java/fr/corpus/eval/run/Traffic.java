package fr.corpus.eval.run;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How hard a server may be pressed, and how patiently. Immutable.
 *
 * @param concurrency questions under way at a time, from 1 to 256
 * @param requestsPerMinute most requests started in a minute, evenly spaced
 * @param tokensPerMinute most tokens in a minute, those of prompts and answers together
 * @param attempts times that a request is made before its item counts as failed, at least 1
 * @param firstWait before the second attempt; doubled for each further one, with a random share taken off
 * @param timeouts when to give up waiting
 * @param maxResponseBytes largest body of a response
 */
public record Traffic(
        int concurrency,
        OptionalLong requestsPerMinute,
        OptionalLong tokensPerMinute,
        int attempts,
        Duration firstWait,
        Timeouts timeouts,
        int maxResponseBytes) {

    /** Four at a time, six attempts, no limits but the server’s own. */
    public static final Traffic USUAL = new Traffic(
            4, OptionalLong.empty(), OptionalLong.empty(), 6, Duration.ofSeconds(1), Timeouts.USUAL, 16 << 20);

    /** Most questions at a time. */
    public static final int MAX_CONCURRENCY = 256;

    public Traffic {
        if (concurrency < 1
                || concurrency > MAX_CONCURRENCY
                || attempts < 1
                || firstWait.isNegative()
                || maxResponseBytes < 1
                || requestsPerMinute.orElse(1) < 1
                || tokensPerMinute.orElse(1) < 1) {
            throw new IllegalArgumentException("need limits of at least 1 and a concurrency up to " + MAX_CONCURRENCY);
        }
    }

    /** The same with so many questions at a time. */
    public Traffic withConcurrency(int questions) {
        return new Traffic(
                questions, requestsPerMinute, tokensPerMinute, attempts, firstWait, timeouts, maxResponseBytes);
    }

    /**
     * When to give up waiting.
     *
     * @param connect until a connection stands
     * @param silence between two pieces of a response, and until its first
     * @param total for one request
     */
    public record Timeouts(Duration connect, Duration silence, Duration total) {

        /** 10 seconds, 5 minutes, 10 minutes: a long answer comes in one piece. */
        public static final Timeouts USUAL =
                new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(10));

        public Timeouts {
            if (connect.toMillis() < 1 || silence.toMillis() < 1 || total.toMillis() < 1) {
                throw new IllegalArgumentException("need at least a millisecond");
            }
        }
    }
}
