package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.sql.EntryRow;
import fr.corpus.internal.sql.ReservedRow;
import fr.corpus.internal.sql.SelectorRow;
import fr.corpus.internal.sql.SnapshotTables;
import fr.corpus.internal.sql.WorkRow;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.TileReader;
import fr.corpus.tlog.TileSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reservations of a registry at one checkpoint, whatever is registered meanwhile. Confined to one thread. Holds one
 * reservation in memory at a time.
 */
public final class RegistrySnapshot implements Closeable {

    private static final int ATTEMPTS = 100;
    private static final int WAIT_MILLIS = 50;

    /**
     * What a build must know of a reservation. Immutable; no personal data but the values of its patterns.
     *
     * @param id the reservation
     * @param status received, verified or contested
     * @param tier how well the operator knows the holder
     * @param categories the reserved uses
     * @param keys exact keys
     * @param patterns patterns of web addresses
     * @param works fingerprints
     */
    public record Reserved(
            ReservationId id,
            ReservationStatus status,
            IdentityTier tier,
            Set<UseCategory> categories,
            List<ReservedKey> keys,
            List<UrlPattern> patterns,
            List<WorkFingerprint> works) {

        /** Whether nobody vouches for it: of a tier that only suspends, and not accepted by the operator. */
        public boolean isUnverified() {
            return status != ReservationStatus.VERIFIED && tier.suspendsOnly();
        }

        /** Whether it withholds a work only until somebody has looked: contested, or of a tier that only suspends. */
        public boolean suspendsOnly() {
            return status == ReservationStatus.CONTESTED || tier.suspendsOnly();
        }
    }

    /**
     * An exact key.
     *
     * @param type what it is made of
     * @param digest of the key
     * @param code the 64 hexadecimal digits of a Text-Code; empty for other types, and where only the digest is known
     */
    public record ReservedKey(KeyType type, Digest digest, Optional<String> code) {

        /** A key whose value is not needed. */
        public ReservedKey(KeyType type, Digest digest) {
            this(type, digest, Optional.empty());
        }
    }

    /** Takes each reservation in turn. */
    @FunctionalInterface
    public interface Visitor {
        /** One reservation. */
        void visit(Reserved reserved) throws IOException;
    }

    /**
     * How much is reserved.
     *
     * @param reservations active reservations
     * @param selectors their exact keys and patterns
     * @param works their fingerprints
     */
    public record Counts(long reservations, long selectors, long works) {}

    private final SnapshotTables tables;
    private final SignedNote note;
    private final Checkpoint checkpoint;

    private RegistrySnapshot(SnapshotTables tables, SignedNote note, Checkpoint checkpoint) {
        this.tables = tables;
        this.note = note;
        this.checkpoint = checkpoint;
    }

    /**
     * The state of a registry at its published checkpoint; a registrar may go on writing.
     *
     * @throws EngineException if there is no registry, or its database has not yet what its log has
     * @throws IntegrityException if the checkpoint is not signed by the registry's key
     */
    public static RegistrySnapshot open(Path registry) throws IOException {
        RegistryDirectory place = new RegistryDirectory(registry);
        place.requireRegistry();
        SnapshotTables tables = place.snapshot();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                SignedNote note =
                        SignedNote.parse(Files.readAllBytes(place.log().resolve("checkpoint")));
                Checkpoint checkpoint = place.ownPolicy().verify(note).checkpoint();
                // The database is read after the checkpoint, so it lacks at most what is being marked right now.
                if (tables.loggedCount() >= checkpoint.size()) {
                    return new RegistrySnapshot(tables, note, checkpoint);
                }
                tables.renew();
                Thread.sleep(WAIT_MILLIS);
            }
            throw new EngineException(UserMessage.of("optout.unfinished", registry.toString()));
        } catch (InterruptedException e) {
            tables.close();
            Thread.currentThread().interrupt();
            throw new EngineException(UserMessage.of("optout.interrupted"), e);
        } catch (IOException | RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    /**
     * The same registry as it stood at an earlier size of its log. What was erased since is gone.
     *
     * @throws IntegrityException if the log never was in this state
     */
    public static RegistrySnapshot open(Path registry, Checkpoint earlier) throws IOException {
        RegistrySnapshot now = open(registry);
        TileReader reader = TileReader.of(TileSource.of(new RegistryDirectory(registry).log()), now.checkpoint);
        boolean known = earlier.origin().equals(now.origin())
                && earlier.size() <= now.checkpoint.size()
                && reader.root(earlier.size()).equals(earlier.root());
        if (!known) {
            now.close();
            throw new IntegrityException(UserMessage.of(
                    "optout.checkpoint-unknown",
                    earlier.origin(),
                    String.valueOf(earlier.size()),
                    earlier.root().hex()));
        }
        return new RegistrySnapshot(now.tables, now.note, earlier);
    }

    /** The name of the registry's log. */
    public String origin() {
        return checkpoint.origin();
    }

    /** The state of the log that this is the state of. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The signed note of the newest checkpoint, byte for byte: what a manifest names. */
    public byte[] note() {
        return note.bytes();
    }

    /** How much is reserved. */
    public Counts counts() {
        long[] counts = tables.counts(checkpoint.size());
        return new Counts(counts[0], counts[1], counts[2]);
    }

    /** The entries that were accepted and are not yet in the log, oldest first. */
    List<LogEntry> pending() {
        return tables.pending().stream().map(row -> LogEntry.parse(row.bytes())).toList();
    }

    /** Takes the hash of each leaf in turn. */
    @FunctionalInterface
    interface LeafVisitor {
        void visit(Digest leaf) throws IOException;
    }

    /** Gives the hash of every leaf that the database knows, in the order of the log. */
    void visitLeaves(LeafVisitor visitor) throws IOException {
        tables.visitLeaves(checkpoint.size(), leaf -> visitor.visit(Digest.of(leaf)));
    }

    /** Gives every active reservation, in the order in which they were declared. */
    public void visit(Visitor visitor) throws IOException {
        tables.visit(checkpoint.size(), true, row -> visitor.visit(reserved(row)));
    }

    /** Gives every reservation, active or not, as it stands. */
    public void visitAll(Visitor visitor) throws IOException {
        tables.visit(checkpoint.size(), false, row -> visitor.visit(reserved(row)));
    }

    private static Reserved reserved(ReservedRow row) {
        List<ReservedKey> keys = new ArrayList<>();
        List<UrlPattern> patterns = new ArrayList<>();
        for (SelectorRow selector : row.selectors()) {
            @Nullable String value = selector.value();
            if (!selector.type().equals(EntryKeys.PATTERN)) {
                KeyType type = KeyType.find(selector.type()).orElseThrow();
                keys.add(new ReservedKey(
                        type,
                        Digest.of(selector.digest()),
                        Optional.ofNullable(value).filter(code -> type == KeyType.ISCC)));
            } else if (value != null) {
                int path = value.indexOf('/');
                patterns.add(new UrlPattern(value.substring(0, path), value.substring(path)));
            }
        }
        EntryRow state = row.state();
        EnumSet<UseCategory> categories = EnumSet.noneOf(UseCategory.class);
        for (String word : state.categories().split(" ")) {
            UseCategory.find(word).ifPresent(categories::addAll);
        }
        return new Reserved(
                new ReservationId(state.reservation()),
                ReservationStatus.find(state.status()).orElseThrow(),
                IdentityTier.find(state.tier()).orElseThrow(),
                categories,
                keys,
                patterns,
                row.works().stream().map(RegistrySnapshot::work).toList());
    }

    private static WorkFingerprint work(WorkRow row) {
        long[] samples = new long[row.samples().length / Long.BYTES];
        ByteBuffer.wrap(row.samples()).asLongBuffer().get(samples);
        return WorkFingerprint.of(
                Optional.ofNullable(row.bytes()).map(Digest::of), Digest.of(row.text()), row.iscc(), samples);
    }

    /**
     * One step of a reservation's history. Immutable.
     *
     * @param index in the log
     * @param entry what the log says
     * @param declaration what was declared; empty for other types, and once erased
     */
    public record Event(OptionalLong index, LogEntry entry, Optional<Declaration> declaration) {}

    /** The history of a reservation, oldest first, with personal data; empty if there is none. */
    public List<Event> history(ReservationId id) {
        List<Event> events = new ArrayList<>();
        for (EntryRow row : tables.history(id.hex(), checkpoint.size())) {
            StoredEntry stored = SqlRegistryStore.entry(row);
            LogEntry entry = stored.entry();
            Optional<Declaration> declared = entry.type().declares()
                    ? stored.opening().map(opening -> PrivateRecord.read(opening.record()))
                    : Optional.empty();
            events.add(new Event(stored.index(), entry, declared));
        }
        return events;
    }

    @Override
    public void close() {
        tables.close();
    }
}
