package fr.corpus.optout;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a registry keeps beside its log. Confined to one thread. Each change is whole, and durable when its call returns. */
interface RegistryStore extends Closeable {

    /**
     * Adds entries that are not yet in the log, all or none.
     *
     * @param marks facts to keep in the same transaction, by name
     */
    void add(List<StoredEntry> pending, Map<String, String> marks);

    /** A fact that was kept. */
    Optional<String> mark(String name);

    /** The entries that are not yet known to be in the log, oldest first. */
    List<StoredEntry> pending();

    /**
     * Says where entries stand in the log, by seq, and destroys the openings of some reservations and those of their selectors
     * that the log masks; all or none.
     */
    void logged(Map<Long, Long> indexBySeq, List<ReservationId> erased);

    /** The largest seq, 0 when there is none. */
    long lastSeq();

    /** How many entries are known to be in the log. */
    long loggedCount();

    /** The entry at an index of the log. */
    Optional<StoredEntry> at(long index);

    /** Every entry of a reservation, oldest first. */
    List<StoredEntry> history(ReservationId id);

    @Override
    void close();
}
