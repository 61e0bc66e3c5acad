package fr.corpus.pipeline;

import fr.corpus.match.Reservations;
import java.util.Optional;

/**
 * How a build runs; of all this only the reservations change what it produces. Immutable.
 *
 * @param threads worker threads, at least 1
 * @param listener told how far the run is
 * @param reservations the opt-outs to honour, if a registry is given: the one part that changes what is released
 * @param registry where they come from, and in whose log of releases the release is entered; without it the release has no
 *     entry and its proofs no signature
 */
public record BuildOptions(
        int threads,
        ProgressListener listener,
        Optional<Reservations> reservations,
        Optional<HeededRegistry> registry) {

    public BuildOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("need at least 1 thread, got " + threads);
        }
    }

    /** All cores, no progress. */
    public static BuildOptions standard() {
        return new BuildOptions(
                Runtime.getRuntime().availableProcessors(),
                ProgressListener.SILENT,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with this many threads. */
    public BuildOptions withThreads(int count) {
        return new BuildOptions(count, listener, reservations, registry);
    }

    /** The same with this listener. */
    public BuildOptions withListener(ProgressListener other) {
        return new BuildOptions(threads, other, reservations, registry);
    }

    /** The same, honouring these opt-outs, without an entry in a log of releases. */
    public BuildOptions withReservations(Reservations honoured) {
        return new BuildOptions(threads, listener, Optional.of(honoured), Optional.empty());
    }

    /** The same, honouring the opt-outs of a registry, in whose log of releases the release is entered. */
    public BuildOptions withRegistry(HeededRegistry heeded) {
        return new BuildOptions(threads, listener, Optional.of(heeded.reservations()), Optional.of(heeded));
    }
}
