package fr.corpus.eval.run;

import fr.corpus.eval.score.JsonValues;
import fr.corpus.hash.CanonicalJson;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes requests within limits, and again when what failed may pass. Thread-safe. */
final class PatientServer {

    /** A token of French is seldom shorter than this many bytes of UTF-8; for limits only, never for figures. */
    private static final int BYTES_PER_TOKEN = 3;

    private final ModelServer server;
    private final Throttle throttle;
    private final Backoff backoff;
    private final int attempts;
    private final RunClock clock;

    PatientServer(ModelServer server, Throttle throttle, Backoff backoff, int attempts, RunClock clock) {
        this.server = server;
        this.throttle = throttle;
        this.backoff = backoff;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Makes sense of a response. */
    interface Reading<T> {
        /** What a response says. */
        T read(Map<String, @Nullable Object> response) throws ServerFault;
    }

    /**
     * What a request brought.
     *
     * @param value what was read
     * @param attempts how often it was made
     * @param seconds that the successful one took
     */
    record Reply<T>(T value, int attempts, double seconds) {}

    /**
     * Makes a request until its response can be read.
     *
     * @param name of the request, by which waits differ
     * @throws ServerFault if it cannot be had, or not in so many attempts
     */
    <T> Reply<T> ask(String name, String path, Map<String, @Nullable Object> body, Reading<T> reading)
            throws ServerFault, InterruptedException {
        long estimate = estimate(body);
        for (int attempt = 1; ; attempt++) {
            throttle.enter(estimate);
            long start = clock.nanoTime();
            try {
                Map<String, @Nullable Object> response = server.post(path, body);
                double seconds = (clock.nanoTime() - start) / 1e9;
                settle(estimate, response);
                return new Reply<>(reading.read(response), attempt, seconds);
            } catch (ServerFault fault) {
                if (fault.reach() != ServerFault.Reach.AGAIN || attempt >= attempts) {
                    throw fault;
                }
                Duration wait = backoff.after(name, attempt);
                if (fault.retryAfter().isPresent()) {
                    throttle.pause(fault.retryAfter().get());
                    if (fault.retryAfter().get().compareTo(wait) > 0) {
                        continue;
                    }
                }
                clock.sleep(wait.toNanos());
            }
        }
    }

    private void settle(long estimate, Map<String, @Nullable Object> response) {
        Map<String, @Nullable Object> usage = JsonValues.map(response.get("usage"));
        OptionalLong in = JsonValues.whole(usage.get("prompt_tokens"));
        OptionalLong out = JsonValues.whole(usage.get("completion_tokens"));
        if (in.isPresent() && out.isPresent()) {
            throttle.settle(estimate, Math.max(0, in.getAsLong()) + Math.max(0, out.getAsLong()));
        }
    }

    private static long estimate(Map<String, @Nullable Object> body) {
        long asked = JsonValues.whole(body.get("max_tokens")).orElse(0);
        return CanonicalJson.of(body).length / BYTES_PER_TOKEN + Math.max(0, asked);
    }
}
