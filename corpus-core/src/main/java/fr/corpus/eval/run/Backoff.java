package fr.corpus.eval.run;

import fr.corpus.hash.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * How long to wait before a request is made again: twice as long after each attempt, up to a minute, less a share of up to one half
 * that depends on seed, request and attempt, so that requests which failed together do not return together. Immutable.
 *
 * @param first before the second attempt
 * @param seed of the shares
 */
record Backoff(Duration first, long seed) {

    static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * The wait after an attempt.
     *
     * @param request names the request
     * @param attempt from 1
     */
    Duration after(String request, int attempt) {
        long doubled = first.toNanos() << Math.min(attempt - 1, 20);
        long nanos = doubled < 0 || doubled >> Math.min(attempt - 1, 20) != first.toNanos()
                ? LONGEST.toNanos()
                : Math.min(doubled, LONGEST.toNanos());
        long bits = ByteBuffer.wrap(
                        Sha256.of(seed + "\n" + request + "\n" + attempt).bytes())
                .getLong();
        double share = (bits >>> 11) * 0x1p-53;
        return Duration.ofNanos((long) (nanos * (1 - share / 2)));
    }
}
