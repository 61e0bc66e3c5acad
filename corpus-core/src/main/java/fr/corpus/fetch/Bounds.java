package fr.corpus.fetch;

import java.time.Duration;

/**
 * How much is asked of a server at most.
 *
 * @param maxBytes of a body; what follows is not read
 * @param time for everything together, redirects included
 * @param redirects followed
 */
public record Bounds(int maxBytes, Duration time, int redirects) {
    public Bounds {
        if (maxBytes < 1 || time.isNegative() || time.isZero() || redirects < 0) {
            throw new IllegalArgumentException("need bytes, time and no negative redirects");
        }
    }
}
