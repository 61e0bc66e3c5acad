package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.sql.RegistryTables;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.TileReader;
import fr.corpus.tlog.TlogProof;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A registry of reservations open for writing. Confined to one thread; other registrars of the same registry wait or are
 * refused. What a method answers is durable in log and database: neither a crash nor a power cut takes it back.
 *
 * <p>After an exception other than a {@link RecipeException}, close it and open it anew.
 */
public final class OptOutRegistry implements Closeable {

    /** How much later than its time the log has an entry at most, unless the registry promises otherwise. */
    public static final Duration DEFAULT_MERGE_DELAY = Duration.ofHours(24);

    /** A clock may be set back by so much; entries then keep the time of the last one. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final String ORIGIN = "origin";
    private static final String MERGE_DELAY = "mmd-seconds";
    private static final int WAIT_MILLIS = 50;

    /**
     * Where time and chance come from.
     *
     * @param clock the operator's clock
     * @param entropy of ids, salts and keys
     */
    public record Environment(InstantSource clock, Entropy entropy) {

        /** The clock and the secure random numbers of the system. */
        public static Environment system() {
            SecureRandom random = new SecureRandom();
            return new Environment(InstantSource.system(), random::nextBytes);
        }
    }

    private final Journal journal;
    private final Environment environment;
    private final int mmdSeconds;
    private long seq;
    private long lastMillis;

    private OptOutRegistry(Journal journal, Environment environment, int mmdSeconds) {
        this.journal = journal;
        this.environment = environment;
        this.mmdSeconds = mmdSeconds;
        this.seq = journal.store().lastSeq();
        this.lastMillis = journal.store()
                .at(journal.store().loggedCount() - 1)
                .map(last -> last.entry().stamp().timeMillis())
                .orElse(0L);
    }

    /**
     * Starts a registry.
     *
     * @param directory made if it is not there
     * @param origin the log's name, best an address without scheme: {@code registre.exemple.fr/reservations}
     * @param databaseUrl a {@code jdbc:postgresql:} address; empty for a SQLite file inside the directory
     * @param mergeDelay the promise of every receipt, whole seconds
     * @throws IntegrityException if there is a registry already
     * @throws RecipeException if the origin or the address cannot be one
     */
    public static void create(
            Path directory, String origin, Optional<String> databaseUrl, Duration mergeDelay, Environment environment)
            throws IOException {
        RegistryDirectory place = new RegistryDirectory(directory);
        SignerKey key = place.begin(origin, databaseUrl, environment.entropy());
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
     * @param wait how long to wait for another registrar
     * @throws EngineException if there is no registry, or another registrar has it for longer
     * @throws IntegrityException if log and database contradict each other in a way that no crash explains
     */
    public static OptOutRegistry open(Path directory, Duration wait, Environment environment) throws IOException {
        RegistryDirectory place = new RegistryDirectory(directory);
        if (!place.exists()) {
            throw new EngineException(UserMessage.of(
                    "optout.no-registry",
                    directory.toString(),
                    place.log().resolve("checkpoint").toString()));
        }
        SignerKey key = place.key();
        TileLog log = waitFor(place.log(), key, wait);
        try {
            RegistryTables tables = place.tables(false);
            try {
                String vkey = key.verifier().toString();
                String owner = tables.fact(ORIGIN).orElse("");
                if (!owner.equals(vkey)) {
                    throw new IntegrityException(UserMessage.of("optout.database-of-another", owner));
                }
                if (!tables.lock()) {
                    throw new EngineException(UserMessage.of("optout.locked", directory.toString()));
                }
                int delay = Integer.parseInt(
                        tables.fact(MERGE_DELAY).orElse(String.valueOf(DEFAULT_MERGE_DELAY.toSeconds())));
                return new OptOutRegistry(Journal.open(new SqlRegistryStore(tables), log), environment, delay);
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
     * Gives the database back what the log has and it has not, after it was lost or replaced by an older copy. What is personal,
     * masked keys and samples do not come back: their holders' receipts have them.
     *
     * @return how many entries came back
     * @throws IntegrityException if the log is not the continuation of what the database has
     */
    public static long restore(Path directory, Duration wait) throws IOException {
        RegistryDirectory place = new RegistryDirectory(directory);
        SignerKey key = place.key();
        try (TileLog log = waitFor(place.log(), key, wait);
                RegistryTables tables = place.tables(true)) {
            String vkey = key.verifier().toString();
            String owner = tables.fact(ORIGIN).orElse(vkey);
            if (!owner.equals(vkey)) {
                throw new IntegrityException(UserMessage.of("optout.database-of-another", owner));
            }
            if (!tables.lock()) {
                throw new EngineException(UserMessage.of("optout.locked", directory.toString()));
            }
            TileReader reader = log.reader();
            if (tables.fact(MERGE_DELAY).isEmpty() && reader.size() > 0) {
                LogEntry last = LogEntry.parse(reader.entry(reader.size() - 1));
                tables.putFact(MERGE_DELAY, String.valueOf(last.stamp().mmdSeconds()));
            }
            tables.putFact(ORIGIN, vkey);
            return new RegistryRestoration(new SqlRegistryStore(tables), reader).restore();
        }
    }

    private static TileLog waitFor(Path log, SignerKey key, Duration wait) throws IOException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                return TileLog.open(log, key);
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

    /** Registers a declaration. */
    public Registered register(Declaration declaration) throws IOException {
        return register(List.of(declaration)).get(0);
    }

    /**
     * Registers declarations, all of them or, after a failure, none or all: they become durable together, which costs hardly
     * more than one alone.
     *
     * @throws RecipeException if one reserves a domain without proof of control, or under a mandate that does not hold now;
     *     nothing is registered then
     */
    public List<Registered> register(List<Declaration> declarations) throws IOException {
        return declarations.isEmpty() ? List.of() : register(declarations, Map.of());
    }

    /** The same, with facts that become durable with them. */
    List<Registered> register(List<Declaration> declarations, Map<String, String> marks) throws IOException {
        declarations.forEach(this::requireRight);
        long time = now();
        List<StoredEntry> entries = new ArrayList<>();
        for (Declaration declared : declarations) {
            String id = HexFormat.of().formatHex(environment.entropy().bytes(ReservationId.BYTES));
            long own = seq + entries.size() + 1;
            entries.add(declaring(
                    own,
                    declared,
                    new Step(EntryType.RESERVATION, new ReservationId(id), 1, OptionalLong.empty(), time)));
        }
        return commit(entries, marks);
    }

    java.time.Instant instant() {
        return environment.clock().instant();
    }

    /** A fact that became durable with declarations. */
    Optional<String> mark(String name) {
        return journal.store().mark(name);
    }

    private void requireRight(Declaration declared) {
        boolean domain = declared.selectors().stream()
                .anyMatch(selector ->
                        selector instanceof Selector.Exact exact && exact.key().type() == KeyType.DOMAIN);
        if (domain && declared.tier().compareTo(IdentityTier.DOMAIN) < 0) {
            throw new RecipeException(UserMessage.of("optout.domain-unproven"));
        }
        if (declared.mandate().isPresent()
                && !declared.mandate().get().holdsAt(environment.clock().instant())) {
            throw new RecipeException(UserMessage.of("optout.mandate-over"));
        }
    }

    /** What every entry of one step has. */
    private record Step(EntryType type, ReservationId id, int version, OptionalLong previous, long timeMillis) {}

    private StoredEntry declaring(long own, Declaration declared, Step step) {
        byte[] salt = environment.entropy().bytes(Opening.SALT_BYTES);
        Opening opening = Opening.of(salt, PrivateRecord.write(declared));
        LogEntry.Scope scope =
                new LogEntry.Scope(declared.categories(), declared.tier(), EntryKeys.of(declared.selectors(), salt));
        LogEntry entry = entry(step, ReservationStatus.RECEIVED, Optional.of(opening), Optional.of(scope));
        return new StoredEntry(own, OptionalLong.empty(), entry.bytes(), Optional.of(opening), own);
    }

    private LogEntry entry(
            Step step, ReservationStatus status, Optional<Opening> opening, Optional<LogEntry.Scope> scope) {
        return new LogEntry(
                step.type(),
                step.id(),
                step.version(),
                step.previous(),
                status,
                new LogEntry.Stamp(step.timeMillis(), mmdSeconds),
                opening.map(Opening::commitment),
                scope);
    }

    private List<Registered> commit(List<StoredEntry> entries) throws IOException {
        return commit(entries, Map.of());
    }

    private List<Registered> commit(List<StoredEntry> entries, Map<String, String> marks) throws IOException {
        Map<Long, Long> indices = journal.commit(entries, marks);
        seq += entries.size();
        List<Registered> registered = new ArrayList<>();
        for (StoredEntry entry : entries) {
            LogEntry what = entry.entry();
            lastMillis = what.stamp().timeMillis();
            registered.add(new Registered(indices.get(entry.seq()), what));
        }
        return registered;
    }

    /** Times never go back along the log; a clock that is far behind it is not believed. */
    private long now() {
        long now = environment.clock().millis();
        if (now + CLOCK_SLACK.toMillis() < lastMillis) {
            throw new EngineException(UserMessage.of(
                    "optout.clock-behind",
                    environment.clock().instant().toString(),
                    java.time.Instant.ofEpochMilli(lastMillis).toString()));
        }
        return Math.max(now, lastMillis);
    }

    /**
     * Declares an active reservation anew.
     *
     * @throws RecipeException if there is no such reservation, or it is no longer active
     */
    public Registered amend(ReservationId id, Declaration declaration) throws IOException {
        requireRight(declaration);
        StoredEntry last = last(id, true);
        int version = last.entry().version() + 1;
        Step step = new Step(EntryType.AMEND, id, version, last.index(), now());
        return commit(List.of(declaring(seq + 1, declaration, step))).get(0);
    }

    /**
     * Takes an active reservation back.
     *
     * @param reason for the private record, may be empty
     * @throws RecipeException if there is no such reservation, or it is no longer active
     */
    public Registered withdraw(ReservationId id, String reason) throws IOException {
        return change(EntryType.WITHDRAW, last(id, true), ReservationStatus.WITHDRAWN, reason);
    }

    /**
     * Records that somebody says that an active reservation is wrong; until a decision it suspends only.
     *
     * @throws RecipeException as {@link #withdraw}
     */
    public Registered contest(ReservationId id, String reason) throws IOException {
        return change(EntryType.CONTEST, last(id, true), ReservationStatus.CONTESTED, reason);
    }

    /**
     * Records the holder's answer to a contest, which decides nothing.
     *
     * @throws RecipeException if the reservation is not contested
     */
    public Registered counterNotice(ReservationId id, String reason) throws IOException {
        StoredEntry last = last(id, true);
        if (last.entry().status() != ReservationStatus.CONTESTED) {
            throw new RecipeException(UserMessage.of("optout.not-contested", id.hex()));
        }
        return change(EntryType.COUNTER_NOTICE, last, ReservationStatus.CONTESTED, reason);
    }

    /**
     * Records the operator's decision.
     *
     * @param status verified, rejected or superseded
     * @throws RecipeException as {@link #withdraw}
     * @throws IllegalArgumentException if the status is another
     */
    public Registered decide(ReservationId id, ReservationStatus status, String reason) throws IOException {
        if (status != ReservationStatus.VERIFIED
                && status != ReservationStatus.REJECTED
                && status != ReservationStatus.SUPERSEDED) {
            throw new IllegalArgumentException("no decision: " + status);
        }
        return change(EntryType.DECISION, last(id, true), status, reason);
    }

    /**
     * Destroys all that the registry keeps of the people behind a reservation: records, salts, and the selectors that the log
     * masks. The works that the log shows stay reserved. The log has an entry that says so; its tree stays whole.
     *
     * @throws RecipeException if there is no such reservation
     */
    public Registered erase(ReservationId id) throws IOException {
        return change(EntryType.ERASURE, last(id, false), null, "");
    }

    private Registered change(
            EntryType type, StoredEntry last, @org.jspecify.annotations.Nullable ReservationStatus to, String reason)
            throws IOException {
        LogEntry before = last.entry();
        Optional<Opening> opening = type == EntryType.ERASURE
                ? Optional.empty()
                : Optional.of(Opening.of(
                        environment.entropy().bytes(Opening.SALT_BYTES),
                        CanonicalJson.of(Map.of("reason", reason, "v", LogEntry.FORMAT))));
        Step step = new Step(type, before.id(), before.version(), last.index(), now());
        LogEntry entry = entry(step, to == null ? before.status() : to, opening, Optional.empty());
        return commit(List.of(new StoredEntry(seq + 1, OptionalLong.empty(), entry.bytes(), opening, last.declares())))
                .get(0);
    }

    /**
     * The newest entry of a reservation.
     *
     * @throws RecipeException if there is no such reservation
     */
    public Registered last(ReservationId id) {
        StoredEntry last = last(id, false);
        return new Registered(last.index().orElseThrow(), last.entry());
    }

    private StoredEntry last(ReservationId id, boolean active) {
        List<StoredEntry> history = journal.store().history(id);
        if (history.isEmpty()) {
            throw new RecipeException(UserMessage.of("optout.no-reservation", id.hex()));
        }
        StoredEntry last = history.get(history.size() - 1);
        if (active && !last.entry().status().isActive()) {
            throw new RecipeException(UserMessage.of(
                    "optout.not-active", id.hex(), last.entry().status().word()));
        }
        return last;
    }

    /**
     * The receipt of an entry under the checkpoint of now.
     *
     * @throws IllegalArgumentException if the log has no such index
     */
    public Receipt receipt(long index) throws IOException {
        TileReader reader = journal.reader();
        TlogProof proof = TlogProof.of(reader.inclusion(index), journal.published());
        Optional<Opening> opening = journal.store().at(index).flatMap(StoredEntry::opening);
        return Receipt.of(
                reader.entry(index),
                opening.map(open -> proof.withExtra(open.bytes())).orElse(proof));
    }

    /** The signed checkpoint that has everything acknowledged so far. */
    public SignedNote checkpoint() {
        return journal.published();
    }

    /** Number of entries of the log. */
    public long size() {
        return Checkpoint.parse(journal.published().text()).size();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
