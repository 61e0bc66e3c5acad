package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.sql.RegistryTables;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.TileReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** How a registry begins, is opened by one registrar at a time, and gets a lost database back. Immutable. */
record RegistryOpening(RegistryDirectory place) {

    private static final String ORIGIN = "origin";
    private static final String MERGE_DELAY = "mmd-seconds";
    private static final int WAIT_MILLIS = 50;

    /**
     * What a registrar works with.
     *
     * @param journal log and database, of one mind
     * @param mmdSeconds the promised maximum merge delay
     */
    record Opened(Journal journal, int mmdSeconds) {}

    /**
     * Starts a registry.
     *
     * @throws IntegrityException if there is a registry already
     * @throws RecipeException if the origin or the address cannot be one
     */
    void create(String origin, Optional<String> databaseUrl, Duration mergeDelay, Entropy entropy) throws IOException {
        SignerKey key = place.begin(origin, databaseUrl, entropy);
        try (RegistryTables tables = place.tables(true)) {
            Optional<String> other = tables.fact(ORIGIN)
                    .filter(known -> !known.equals(key.verifier().toString()));
            if (other.isPresent()) {
                throw new IntegrityException(UserMessage.of("optout.database-of-another", other.get()));
            }
            tables.putFact(MERGE_DELAY, String.valueOf(mergeDelay.toSeconds()));
            tables.putFact(ORIGIN, key.verifier().toString());
        }
        TileLog.create(place.log(), key).close();
    }

    /**
     * Opens a registry and completes what a crash cut short.
     *
     * @throws EngineException if there is no registry, or another registrar has it for longer than one waits
     * @throws IntegrityException if log and database contradict each other in a way that no crash explains
     */
    Opened open(Duration wait) throws IOException {
        place.requireRegistry();
        TileLog log = waitFor(wait);
        try {
            RegistryTables tables = place.tables(false);
            try {
                requireOwn(tables, tables.fact(ORIGIN).orElse(""));
                int delay = Integer.parseInt(tables.fact(MERGE_DELAY)
                        .orElse(String.valueOf(OptOutRegistry.DEFAULT_MERGE_DELAY.toSeconds())));
                Journal journal = Journal.open(new SqlRegistryStore(tables), log);
                new KeyRotation(place.keys(), log, journal).complete();
                return new Opened(journal, delay);
            } catch (IOException | RuntimeException e) {
                tables.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /**
     * Gives the database back what the log has and it has not.
     *
     * @return how many entries came back
     * @throws IntegrityException if the log is not the continuation of what the database has
     */
    long restore(Duration wait) throws IOException {
        try (TileLog log = waitFor(wait);
                RegistryTables tables = place.tables(true)) {
            String vkey = place.keys().newest().verifier().toString();
            requireOwn(tables, tables.fact(ORIGIN).orElse(vkey));
            TileReader reader = log.reader();
            if (tables.fact(MERGE_DELAY).isEmpty() && reader.size() > 0) {
                LogEntry last = LogEntry.parse(reader.entry(reader.size() - 1));
                tables.putFact(MERGE_DELAY, String.valueOf(last.stamp().mmdSeconds()));
            }
            tables.putFact(ORIGIN, vkey);
            return new RegistryRestoration(new SqlRegistryStore(tables), reader).restore();
        }
    }

    /** The fact is the key of the beginning; keys change, the log's name does not. */
    private void requireOwn(RegistryTables tables, String owner) throws IOException {
        if (!owner.startsWith(place.keys().newest().verifier().name() + "+")) {
            throw new IntegrityException(UserMessage.of("optout.database-of-another", owner));
        }
        if (!tables.lock()) {
            throw new EngineException(
                    UserMessage.of("optout.locked", place.root().toString()));
        }
    }

    private TileLog waitFor(Duration wait) throws IOException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                return TileLog.open(place.log(), place.keys().all());
            } catch (EngineException e) {
                if (!e.message().key().equals("tlog.locked") || System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(UserMessage.of("optout.interrupted"), e);
        }
    }
}
