package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.MerkleHash;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.TileReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps database and log of one mind through crashes (decision 0100): entries are committed to the database as pending with
 * their exact bytes, appended to the log and forced, the checkpoint is signed and forced, and only then are they marked as
 * logged and acknowledged. Confined to one thread.
 */
final class Journal implements Closeable {

    private final RegistryStore store;
    private final TileLog log;
    private boolean broken;

    private Journal(RegistryStore store, TileLog log) {
        this.store = store;
        this.log = log;
    }

    /**
     * Opens both and completes what a crash cut short.
     *
     * @throws IntegrityException if the log has lost entries that were acknowledged, or the database has lost entries that the
     *     log has
     */
    static Journal open(RegistryStore store, TileLog log) throws IOException {
        Journal journal = new Journal(store, log);
        journal.recover();
        return journal;
    }

    private void recover() throws IOException {
        long known = store.loggedCount();
        if (known > log.size()) {
            throw new IntegrityException(
                    UserMessage.of("optout.log-truncated", String.valueOf(known), String.valueOf(log.size())));
        }
        TileReader reader = log.reader();
        if (known > 0) {
            Digest kept =
                    store.at(known - 1).orElseThrow(() -> differs(known - 1)).leaf();
            if (!kept.equals(MerkleHash.leaf(reader.entry(known - 1)))) {
                throw differs(known - 1);
            }
        }
        Map<Digest, StoredEntry> pending = new LinkedHashMap<>();
        store.pending().forEach(entry -> pending.put(entry.leaf(), entry));
        Map<Long, Long> found = new LinkedHashMap<>();
        List<StoredEntry> marked = new ArrayList<>();
        for (long index = known; index < log.size(); index++) {
            StoredEntry entry = pending.remove(MerkleHash.leaf(reader.entry(index)));
            if (entry == null) {
                throw new IntegrityException(UserMessage.of("optout.database-behind", String.valueOf(index)));
            }
            found.put(entry.seq(), index);
            marked.add(entry);
        }
        if (!found.isEmpty()) {
            store.logged(found, erased(marked));
        }
        if (!pending.isEmpty()) {
            append(List.copyOf(pending.values()));
        }
    }

    private static IntegrityException differs(long index) {
        return new IntegrityException(UserMessage.of("optout.log-differs", String.valueOf(index)));
    }

    /**
     * Makes entries durable in both; when this returns they are acknowledged.
     *
     * @param marks facts that become durable with them, by name
     * @return the indices in the log by seq
     */
    Map<Long, Long> commit(List<StoredEntry> entries, Map<String, String> marks) throws IOException {
        if (broken) {
            throw new EngineException(UserMessage.of("optout.reopen"));
        }
        broken = true; // until all is done: after a failure only a new opening knows where things stand
        store.add(entries, marks);
        Map<Long, Long> indices = entries.isEmpty() ? Map.of() : append(entries);
        broken = false;
        return indices;
    }

    private Map<Long, Long> append(List<StoredEntry> entries) throws IOException {
        Map<Long, Long> indices = new LinkedHashMap<>();
        for (StoredEntry entry : entries) {
            indices.put(entry.seq(), log.append(entry.bytes()));
        }
        log.publish();
        store.logged(indices, erased(entries));
        return indices;
    }

    private static List<ReservationId> erased(List<StoredEntry> entries) {
        return entries.stream()
                .map(StoredEntry::entry)
                .filter(entry -> entry.type() == EntryType.ERASURE)
                .map(LogEntry::id)
                .toList();
    }

    RegistryStore store() {
        return store;
    }

    /** From now on these keys sign, and they sign what is published. */
    void sign(List<SignerKey> keys) throws IOException {
        log.sign(keys);
    }

    /** The log, for what needs no database. */
    TileLog log() {
        return log;
    }

    SignedNote published() {
        return log.published();
    }

    TileReader reader() {
        return log.reader();
    }

    @Override
    public void close() throws IOException {
        try {
            store.close();
        } finally {
            log.close();
        }
    }
}
