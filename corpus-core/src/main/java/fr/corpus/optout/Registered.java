package fr.corpus.optout;

/**
 * An acknowledged entry: durable in log and database. Immutable.
 *
 * @param index its index in the log
 * @param entry what it says
 */
public record Registered(long index, LogEntry entry) {

    /** The reservation that it is about. */
    public ReservationId id() {
        return entry.id();
    }
}
