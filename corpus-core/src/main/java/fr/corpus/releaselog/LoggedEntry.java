package fr.corpus.releaselog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.RegistryDirectory;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.InclusionProof;
import fr.corpus.tlog.MerkleHash;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import fr.corpus.tlog.VerifiedCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An entry of a log of releases with the proof that the log has it: what stands in a release as {@code release.entry} and {@code
 * release.tlog-proof}. Immutable. May come from a stranger: nothing holds until {@link #verify} has accepted it.
 */
public final class LoggedEntry {

    /** Name, without extension, of the files that say that a release was published. */
    public static final String RELEASE = "release";

    /** Extension of the entry's exact bytes. */
    public static final String ENTRY = ".entry";

    /** Extension of the proof. */
    public static final String PROOF = ".tlog-proof";

    private final byte[] bytes;
    private final ReleaseLogEntry entry;
    private final TlogProof proof;

    /** Refusals that say that nobody who is trusted signed. */
    private static final Set<String> UNKNOWN_SIGNER = Set.of("tlog.no-known-signature", "tlog.not-signed-by-log");

    private LoggedEntry(byte[] bytes, ReleaseLogEntry entry, TlogProof proof) {
        this.bytes = bytes;
        this.entry = entry;
        this.proof = proof;
    }

    /**
     * An entry and its proof.
     *
     * @param entry exact bytes of the entry
     * @param proof C2SP tlog-proof v1, without extra data
     * @throws MalformedSourceException if they are not such
     */
    public static LoggedEntry parse(byte[] entry, byte[] proof) {
        return of(entry.clone(), TlogProof.parse(proof));
    }

    static LoggedEntry of(byte[] entry, TlogProof proof) {
        if (proof.extra().isPresent()) {
            throw new MalformedSourceException(UserMessage.of("releaselog.extra"));
        }
        return new LoggedEntry(entry, ReleaseLogEntry.parse(entry), proof);
    }

    /**
     * Reads the two files of a release.
     *
     * @param name {@link #RELEASE}, or the name of a retraction
     * @return empty if neither is there
     * @throws MalformedSourceException if one is missing or not such
     */
    public static Optional<LoggedEntry> read(Path release, String name) throws IOException {
        Path entry = release.resolve(name + ENTRY);
        Path proof = release.resolve(name + PROOF);
        if (!Files.exists(entry) && !Files.exists(proof)) {
            return Optional.empty();
        }
        return Optional.of(parse(bounded(entry, ReleaseLogEntry.MAX_BYTES), bounded(proof, TlogProof.MAX_BYTES)));
    }

    /** At most one byte more than may be read, which the parser then refuses. */
    private static byte[] bounded(Path file, int max) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new MalformedSourceException(UserMessage.of("releaselog.file-missing", file.toString()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(max + 1);
        }
    }

    /** What the entry says. */
    public ReleaseLogEntry entry() {
        return entry;
    }

    /** The exact bytes of the entry, as a copy. */
    public byte[] entryBytes() {
        return bytes.clone();
    }

    /** The proof that the log has it. */
    public TlogProof proof() {
        return proof;
    }

    /** Its index in the log. */
    public long index() {
        return proof.index();
    }

    /** The state of the log that has it; not yet verified. */
    public Checkpoint log() {
        return Checkpoint.parse(proof.checkpoint().text());
    }

    /**
     * An entry that a policy accepts. Immutable.
     *
     * @param entry the entry
     * @param index its index
     * @param checkpoint the state of the log that has it
     * @param registry the state of the registry that it names, signed by the registry's log
     * @param witnessedSeconds when the first known witness saw that state of the log, seconds since 1970 UTC; empty without
     *     cosignature
     */
    public record Verified(
            ReleaseLogEntry entry,
            long index,
            VerifiedCheckpoint checkpoint,
            VerifiedCheckpoint registry,
            OptionalLong witnessedSeconds) {}

    /**
     * Checks what can be checked without knowing whose signatures to trust: the entry is in the tree of the checkpoint, and the
     * log is that of the registry that the entry names.
     *
     * @throws IntegrityException if it is not
     */
    public void check() {
        Checkpoint state = log();
        new InclusionProof(proof.index(), state.size(), proof.hashes()).verify(MerkleHash.leaf(bytes), state.root());
        String expected = entry.registry().origin() + RegistryDirectory.RELEASES_SUFFIX;
        if (!state.origin().equals(expected)) {
            throw new IntegrityException(UserMessage.of("releaselog.other-log", state.origin(), expected));
        }
    }

    /** Whether a policy accepts the checkpoint of the proof, its quorum of witnesses included. */
    public boolean isAcceptedBy(TlogPolicy policy) {
        try {
            policy.verify(proof.checkpoint());
            return true;
        } catch (IntegrityException | MalformedSourceException e) {
            return false;
        }
    }

    /**
     * Accepts the entry, offline: {@link #check}, the policy accepts the checkpoint, and a log of the policy signed the
     * registry's checkpoint.
     *
     * @throws MalformedSourceException if a checkpoint is none
     * @throws IntegrityException if something does not hold
     */
    public Verified verify(TlogPolicy policy) {
        check();
        VerifiedCheckpoint checkpoint = proof.verify(MerkleHash.leaf(bytes), policy);
        VerifiedCheckpoint registry = registry(policy);
        OptionalLong witnessed = checkpoint.cosignatures().stream()
                .mapToLong(SignedNote.Verified::posixSeconds)
                .min();
        return new Verified(entry, proof.index(), checkpoint, registry, witnessed);
    }

    /** The registry's state, signed by a log of the policy; a registry whose key was stolen is no longer one (decision 0124). */
    private VerifiedCheckpoint registry(TlogPolicy policy) {
        try {
            return policy.verifyLog(entry.registryNote());
        } catch (IntegrityException e) {
            if (!UNKNOWN_SIGNER.contains(e.message().key())) {
                throw e;
            }
            Checkpoint state = entry.registry();
            throw new IntegrityException(
                    UserMessage.of("releaselog.registry-not-accepted", state.origin(), String.valueOf(state.size())),
                    e);
        }
    }
}
