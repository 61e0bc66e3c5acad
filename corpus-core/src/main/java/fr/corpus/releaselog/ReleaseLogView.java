package fr.corpus.releaselog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.optout.RegistryDirectory;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.TileReader;
import fr.corpus.tlog.TileSource;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A log of releases as it was published, for reading. Confined to one thread. Every entry that it gives was checked against
 * the signed checkpoint.
 */
public final class ReleaseLogView {

    private static final String CHECKPOINT = "checkpoint";

    private final SignedNote note;
    private final TileReader reader;

    private ReleaseLogView(SignedNote note, TileReader reader) {
        this.note = note;
        this.reader = reader;
    }

    /**
     * The log of a registry's directory.
     *
     * @return empty if the registry has none yet
     * @throws fr.corpus.error.EngineException if there is no registry
     * @throws IntegrityException if its checkpoint is not signed by its key
     */
    public static Optional<ReleaseLogView> open(Path registry) throws IOException {
        RegistryDirectory place = new RegistryDirectory(registry);
        place.requireRegistry();
        return place.hasReleases()
                ? Optional.of(of(TileSource.of(place.releases()), place.releasesPolicy()))
                : Optional.empty();
    }

    /**
     * What proofs of the entries of a registry's log are checked with: its {@code policy.txt}, witnesses included.
     *
     * @throws fr.corpus.error.MalformedSourceException if it is no policy
     */
    public static TlogPolicy policy(Path registry) throws IOException {
        return new RegistryDirectory(registry).readPolicy();
    }

    /**
     * The log behind some files, wherever they are served.
     *
     * @param policy whose signatures to trust
     * @throws IntegrityException if there is no checkpoint, the policy does not accept it, or it is not that of a log of releases
     */
    public static ReleaseLogView of(TileSource source, TlogPolicy policy) throws IOException {
        byte[] bytes =
                source.read(CHECKPOINT).orElseThrow(() -> new IntegrityException(UserMessage.of("releaselog.no-log")));
        SignedNote note = SignedNote.parse(bytes);
        Checkpoint checkpoint = policy.verify(note).checkpoint();
        if (!checkpoint.origin().endsWith(RegistryDirectory.RELEASES_SUFFIX)) {
            throw new IntegrityException(UserMessage.of(
                    "releaselog.other-log", checkpoint.origin(), "…" + RegistryDirectory.RELEASES_SUFFIX));
        }
        return new ReleaseLogView(note, TileReader.of(source, checkpoint));
    }

    static ReleaseLogView of(SignedNote note, TileReader reader) {
        return new ReleaseLogView(note, reader);
    }

    /** The log's state. */
    public Checkpoint checkpoint() {
        return reader.checkpoint();
    }

    /** Number of entries. */
    public long size() {
        return reader.size();
    }

    /**
     * An entry.
     *
     * @throws IllegalArgumentException if the log has no such index
     */
    public ReleaseLogEntry entry(long index) throws IOException {
        return ReleaseLogEntry.parse(reader.entry(index));
    }

    /** An entry with its proof under the checkpoint of now. */
    public LoggedEntry logged(long index) throws IOException {
        return LoggedEntry.of(reader.entry(index), TlogProof.of(reader.inclusion(index), note));
    }

    /**
     * The entry by which a release was published.
     *
     * @param manifest SHA-256 of its manifest
     */
    public Optional<LoggedEntry> release(Digest manifest) throws IOException {
        for (long index = size() - 1; index >= 0; index--) {
            if (entry(index) instanceof ReleaseEntry release
                    && release.manifest().equals(manifest)) {
                return Optional.of(logged(index));
            }
        }
        return Optional.empty();
    }

    /**
     * Every entry after which a release is stale, in the order of the log: its retractions, and releases that supersede it.
     *
     * @param manifest SHA-256 of its manifest
     */
    public List<LoggedEntry> successors(Digest manifest) throws IOException {
        List<LoggedEntry> found = new ArrayList<>();
        for (long index = 0; index < size(); index++) {
            ReleaseLogEntry entry = entry(index);
            boolean retracts =
                    entry instanceof RetractionEntry && entry.manifest().equals(manifest);
            boolean supersedes = entry instanceof ReleaseEntry release
                    && release.supersedes().equals(Optional.of(manifest));
            if (retracts || supersedes) {
                found.add(logged(index));
            }
        }
        return found;
    }

    /**
     * Requires that an entry that somebody holds is in this log, and that the log only grew since its proof was made.
     *
     * @throws IntegrityException if the log is shorter than that, or the two are not one history
     */
    public void verifyContinues(LoggedEntry held) throws IOException {
        Checkpoint then = held.log();
        if (!then.origin().equals(checkpoint().origin())) {
            throw new IntegrityException(UserMessage.of(
                    "releaselog.other-log", then.origin(), checkpoint().origin()));
        }
        if (then.size() > size() || held.index() >= size()) {
            throw new IntegrityException(UserMessage.of(
                    "releaselog.shorter", then.origin(), String.valueOf(size()), String.valueOf(then.size())));
        }
        if (then.size() > 0
                && !reader.consistency(then.size())
                        .proves(then.root(), checkpoint().root())) {
            throw contradiction(then);
        }
        if (!Arrays.equals(reader.entry(held.index()), held.entryBytes())) {
            throw contradiction(then);
        }
    }

    /**
     * An entry that somebody holds, with the proof under the checkpoint of now; the entry is the same, byte for byte. What is held
     * stays if the policy accepts it and does not yet accept the checkpoint of now, which then lacks cosignatures.
     *
     * @param policy whom those trust who will check the proof
     * @throws IntegrityException as {@link #verifyContinues}
     */
    public LoggedEntry renew(LoggedEntry held, TlogPolicy policy) throws IOException {
        verifyContinues(held);
        LoggedEntry fresh = logged(held.index());
        return !fresh.isAcceptedBy(policy) && held.isAcceptedBy(policy) ? held : fresh;
    }

    private IntegrityException contradiction(Checkpoint then) {
        return new IntegrityException(UserMessage.of(
                "releaselog.contradiction",
                then.origin(),
                String.valueOf(then.size()),
                then.root().hex(),
                String.valueOf(size()),
                checkpoint().root().hex()));
    }
}
