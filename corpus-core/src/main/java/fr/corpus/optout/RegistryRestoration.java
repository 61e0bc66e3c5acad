package fr.corpus.optout;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.MerkleHash;
import fr.corpus.tlog.TileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Gives a database back what the log has and it has not. Confined to one thread.
 *
 * <p>The log has no people, no salts, no masked keys and no samples: of a restored reservation the keys that its entry lists are
 * known, and nobody's name.
 */
final class RegistryRestoration {

    private static final int BATCH = 1_000;

    private final RegistryStore store;
    private final TileReader log;
    private final Map<ReservationId, Long> declares = new HashMap<>();
    private final Map<Digest, StoredEntry> pending = new HashMap<>();
    private long seq;

    RegistryRestoration(RegistryStore store, TileReader log) {
        this.store = store;
        this.log = log;
        this.seq = store.lastSeq();
        store.pending().forEach(entry -> pending.put(entry.leaf(), entry));
    }

    /**
     * Adds every entry of the log that the database lacks.
     *
     * @return how many there were
     * @throws IntegrityException if the log is not the continuation of what the database has
     */
    long restore() throws IOException {
        long known = store.loggedCount();
        if (known > log.size()) {
            throw new IntegrityException(
                    UserMessage.of("optout.log-truncated", String.valueOf(known), String.valueOf(log.size())));
        }
        if (known > 0) {
            Optional<Digest> last = store.at(known - 1).map(StoredEntry::leaf);
            if (!last.equals(Optional.of(MerkleHash.leaf(log.entry(known - 1))))) {
                throw new IntegrityException(UserMessage.of("optout.log-differs", String.valueOf(known - 1)));
            }
        }
        long restored = 0;
        for (long from = known; from < log.size(); from += BATCH) {
            restored += batch(from, Math.min(log.size(), from + BATCH));
        }
        return restored;
    }

    private long batch(long from, long to) throws IOException {
        List<StoredEntry> lost = new ArrayList<>();
        List<ReservationId> erased = new ArrayList<>();
        Map<Long, Long> indices = new HashMap<>();
        for (long index = from; index < to; index++) {
            byte[] bytes = log.entry(index);
            StoredEntry entry = pending.remove(MerkleHash.leaf(bytes));
            if (entry == null) {
                entry = lost(bytes);
                lost.add(entry);
            }
            if (entry.entry().type() == EntryType.ERASURE) {
                erased.add(entry.entry().id());
            }
            declares.put(entry.entry().id(), entry.declares());
            indices.put(entry.seq(), index);
        }
        store.add(lost, Map.of());
        store.logged(new java.util.TreeMap<>(indices), erased);
        return lost.size();
    }

    private StoredEntry lost(byte[] bytes) {
        LogEntry entry = LogEntry.parse(bytes);
        long own = ++seq;
        long declaring = entry.type() == EntryType.KEY_ROTATION
                ? StoredEntry.DECLARES_NOTHING
                : entry.type().declares() ? own : declaring(entry.id());
        return new StoredEntry(own, OptionalLong.empty(), bytes, Optional.empty(), declaring);
    }

    private long declaring(ReservationId id) {
        Long known = declares.get(id);
        if (known != null) {
            return known;
        }
        List<StoredEntry> history = store.history(id);
        if (history.isEmpty()) {
            throw new IntegrityException(UserMessage.of("optout.log-differs", id.hex()));
        }
        return history.get(history.size() - 1).declares();
    }
}
