package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.fetch.WebFetcher;
import fr.corpus.identifier.PublicSuffix;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.TileReader;
import fr.corpus.tlog.TlogProof;
import fr.corpus.tlog.VerifierKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registry of reservations open for writing. Confined to one thread; other registrars of the same registry wait or are
 * refused. What a method answers is durable in log and database: neither a crash nor a power cut takes it back.
 *
 * <p>After an exception other than a {@link RecipeException}, close it and open it anew.
 */
public final class OptOutRegistry implements Closeable {

    /** How much later than its time the log has an entry at most, unless the registry promises otherwise. */
    public static final Duration DEFAULT_MERGE_DELAY = Duration.ofHours(24);

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

    private final RegistryDirectory place;
    private final Journal journal;
    private final Environment environment;
    private final EntryWriter writer;
    private final ReservationSteps steps;
    private final Quotas quotas;

    private OptOutRegistry(RegistryDirectory place, RegistryOpening.Opened opened, Environment environment) {
        this.place = place;
        this.journal = opened.journal();
        this.environment = environment;
        this.quotas = new Quotas(journal.store());
        this.writer = new EntryWriter(journal.store(), environment, opened.mmdSeconds());
        this.steps = new ReservationSteps(journal.store(), writer);
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
        at(directory).create(origin, databaseUrl, mergeDelay, environment.entropy());
    }

    private static RegistryOpening at(Path directory) {
        return new RegistryOpening(new RegistryDirectory(directory));
    }

    /**
     * Opens a registry and completes what a crash cut short.
     *
     * @param wait how long to wait for another registrar
     * @throws EngineException if there is no registry, or another registrar has it for longer
     * @throws IntegrityException if log and database contradict each other in a way that no crash explains
     */
    public static OptOutRegistry open(Path directory, Duration wait, Environment environment) throws IOException {
        return new OptOutRegistry(
                new RegistryDirectory(directory), at(directory).open(wait), environment);
    }

    /**
     * Gives the database back what the log has and it has not, after it was lost or replaced by an older copy. What is personal,
     * masked keys and samples do not come back: their holders' receipts have them.
     *
     * @return how many entries came back
     * @throws IntegrityException if the log is not the continuation of what the database has
     */
    public static long restore(Path directory, Duration wait) throws IOException {
        return at(directory).restore(wait);
    }

    /**
     * Registers the declaration of somebody.
     *
     * @throws RecipeException as {@link #register(List)}, or if it is one too many of the day, see {@link Quota}
     */
    public Registered register(Declaration declaration) throws IOException {
        requireRight(declaration);
        return register(List.of(declaration), quotas.count(declaration, writer.now()))
                .get(0);
    }

    /** How many reservations a day are taken of holders of a tier; empty for any number. */
    public Optional<Quota> quota(IdentityTier tier) {
        return quotas.of(tier);
    }

    /** Sets how many reservations a day are taken of holders of a tier; empty for any number. */
    public void setQuota(IdentityTier tier, Optional<Quota> quota) throws IOException {
        journal.commit(List.of(), Quotas.limit(tier, quota));
    }

    /**
     * Registers declarations that the operator brings in, whatever the quotas, all of them or, after a failure, none or all: they become durable together, which costs hardly
     * more than one alone.
     *
     * @throws RecipeException if one reserves sites of many ({@code *.fr}), or under a mandate that does not hold now;
     *     nothing is registered then
     */
    public List<Registered> register(List<Declaration> declarations) throws IOException {
        return declarations.isEmpty() ? List.of() : register(declarations, Map.of());
    }

    /** The same, with facts that become durable with them. */
    List<Registered> register(List<Declaration> declarations, Map<String, String> marks) throws IOException {
        declarations.forEach(this::requireRight);
        long time = writer.now();
        List<StoredEntry> entries = new ArrayList<>();
        declarations.forEach(declared -> entries.add(writer.reservation(declared, time)));
        return commit(entries, marks);
    }

    Instant instant() {
        return environment.clock().instant();
    }

    /** A fact that became durable with declarations. */
    Optional<String> mark(String name) {
        return journal.store().mark(name);
    }

    private void requireRight(Declaration declared) {
        declared.selectors().stream()
                .flatMap(selector -> selector.webHost().stream())
                .filter(PublicSuffix::is)
                .findFirst()
                .ifPresent(host -> {
                    throw new RecipeException(UserMessage.of("optout.domain.shared", host));
                });
        if (declared.mandate().isPresent()
                && !declared.mandate().get().holdsAt(environment.clock().instant())) {
            throw new RecipeException(UserMessage.of("optout.mandate-over"));
        }
    }

    private Registered commit(StoredEntry entry) throws IOException {
        return commit(List.of(entry), Map.of()).get(0);
    }

    private List<Registered> commit(List<StoredEntry> entries, Map<String, String> marks) throws IOException {
        Map<Long, Long> indices = journal.commit(entries, marks);
        List<Registered> registered = new ArrayList<>();
        for (StoredEntry entry : entries) {
            registered.add(new Registered(indices.get(entry.seq()), entry.entry()));
        }
        return registered;
    }

    /**
     * Declares an active reservation anew.
     *
     * @throws RecipeException if there is no such reservation, or it is no longer active
     */
    public Registered amend(ReservationId id, Declaration declaration) throws IOException {
        requireRight(declaration);
        return commit(steps.amend(id, declaration));
    }

    /**
     * Records that the holder of an active reservation was seen to control a host. When every selector of the reservation is about
     * web addresses of such hosts, its tier becomes {@link IdentityTier#DOMAIN} and, unless it is contested, its status verified.
     *
     * @throws RecipeException if there is no such reservation, it is no longer active, who made it was erased, or none of its
     *     selectors is of that host
     */
    public Registered prove(ReservationId id, DomainControl control) throws IOException {
        return commit(steps.prove(id, control));
    }

    /**
     * What an active reservation declares now. Personal data.
     *
     * @throws RecipeException if there is no such reservation, it is no longer active, or who made it was erased
     */
    public Declaration declaration(ReservationId id) {
        return steps.declared(id);
    }

    /**
     * Takes an active reservation back.
     *
     * @param reason for the private record, may be empty
     * @throws RecipeException if there is no such reservation, or it is no longer active
     */
    public Registered withdraw(ReservationId id, String reason) throws IOException {
        return commit(steps.change(EntryType.WITHDRAW, id, ReservationStatus.WITHDRAWN, reason));
    }

    /**
     * Records that somebody says that an active reservation is wrong; until a decision it suspends only.
     *
     * @throws RecipeException as {@link #withdraw}
     */
    public Registered contest(ReservationId id, String reason) throws IOException {
        return commit(steps.change(EntryType.CONTEST, id, ReservationStatus.CONTESTED, reason));
    }

    /**
     * Records the holder's answer to a contest, which decides nothing.
     *
     * @throws RecipeException if the reservation is not contested
     */
    public Registered counterNotice(ReservationId id, String reason) throws IOException {
        return commit(steps.counterNotice(id, reason));
    }

    /**
     * Records the operator's decision.
     *
     * @param status verified, rejected or superseded
     * @throws RecipeException as {@link #withdraw}, or if that is its status already
     * @throws IllegalArgumentException if the status is another
     */
    public Registered decide(ReservationId id, ReservationStatus status, String reason) throws IOException {
        return commit(steps.decide(id, status, reason));
    }

    /**
     * Destroys all that the registry keeps of the people behind a reservation: records, salts, and the selectors that the log
     * masks. The works that the log shows stay reserved. The log has an entry that says so; its tree stays whole.
     *
     * @throws RecipeException if there is no such reservation
     */
    public Registered erase(ReservationId id) throws IOException {
        return commit(steps.erase(id));
    }

    /** Whether a reservation is active, of a tier that only suspends, and not contested yet. */
    public boolean suspendsUncontested(ReservationId id) {
        return steps.suspendsUncontested(id);
    }

    /**
     * The newest entry of a reservation.
     *
     * @throws RecipeException if there is no such reservation
     */
    public Registered last(ReservationId id) {
        StoredEntry last = steps.last(id, false);
        return new Registered(last.index().orElseThrow(), last.entry());
    }

    /**
     * Gives the log another key. The log has an entry that says so, signed by the old key; from then on the new key signs, and beside it
     * the old one until {@link #retireKeys}. The policy of the registry gets a line for it, and receipts of before still hold.
     *
     * @param compromised whether others may have the old key: it then signs no more and leaves the policy at once, and receipts of
     *     before must be issued anew
     * @return the new key
     */
    public VerifierKey rotateKey(boolean compromised) throws IOException {
        return rotation().rotate(writer, environment.entropy(), compromised);
    }

    /** Lets the newest key sign alone from now on; the policy still trusts the older ones, for receipts of before. */
    public void retireKeys() throws IOException {
        rotation().retire();
    }

    private KeyRotation rotation() {
        return new KeyRotation(place.keys(), journal.log(), journal);
    }

    /** The keys that sign, the newest first. */
    public List<VerifierKey> keys() throws IOException {
        return place.keys().all().stream().map(SignerKey::verifier).toList();
    }

    /**
     * Gives the log of releases of this registry another key, as {@link #rotateKey} does with its own: the log of reservations has the
     * entry that names it. A rotation that was cut short is completed by the next one, with the same key.
     *
     * @param releases that log, open
     * @param compromised whether others may have the old key; proofs of before must then be made anew
     * @return the new key
     */
    public VerifierKey rotateReleasesKey(TileLog releases, boolean compromised) throws IOException {
        return releasesRotation(releases).rotate(writer, environment.entropy(), compromised);
    }

    /** Lets the newest key of the log of releases sign alone from now on; the policy still trusts the older ones. */
    public void retireReleasesKeys(TileLog releases) throws IOException {
        releasesRotation(releases).retire();
    }

    private KeyRotation releasesRotation(TileLog releases) {
        return new KeyRotation(place.releasesKeys(), releases, journal);
    }

    /** What lets others vouch for the published checkpoint; asks by a fetcher. */
    public Witnessing witnessing(WebFetcher fetcher) {
        return new Witnessing(place, journal.log(), place.timestamps(), fetcher);
    }

    /** The time-stamp token over the published checkpoint, as its authority answered it, if there is one. */
    public Optional<byte[]> timestamp() throws IOException {
        return place.timestamp(size());
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
