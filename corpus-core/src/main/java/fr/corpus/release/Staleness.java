package fr.corpus.release;

import fr.corpus.error.CorpusException;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.releaselog.IdSet;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseLogView;
import fr.corpus.releaselog.RetractionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether another release has taken the place of one, as far as can be known: by a notice in its directory, or by the log of
 * releases of a registry. A notice may come from a stranger: it is checked to be in the log that it names and signed by nobody
 * in particular, and makes a copy suspect, not false. Immutable.
 *
 * @param state what is known
 * @param retraction by what; empty unless stale
 */
public record Staleness(State state, Optional<Retracted> retraction) {

    /** What is known. */
    public enum State {
        /** Nothing is known: there is no notice, and no registry was asked. */
        UNKNOWN,
        /** The log of the registry that was asked has nothing that takes its place. */
        CURRENT,
        /** Another release has taken its place. */
        STALE,
        /** There is a notice that is none. */
        NOTICE_UNREADABLE
    }

    /**
     * What has taken the place of a release. Immutable.
     *
     * @param supersededBy manifest digest of the release that has
     * @param documents which documents it lacks, when the entry says so
     * @param timeMillis when the log took the entry, milliseconds since 1970 UTC
     * @param log origin of the log
     * @param index of the entry in it
     */
    public record Retracted(Digest supersededBy, Optional<IdSet> documents, long timeMillis, String log, long index) {}

    private static final Staleness UNKNOWN = new Staleness(State.UNKNOWN, Optional.empty());

    /**
     * What is known of a release.
     *
     * @param registry a registry whose log of releases is asked as well
     * @throws CorpusException if the registry has a log that is not sound
     * @throws IOException if a file cannot be read though it is there
     */
    public static Staleness of(Path release, Optional<Path> registry) throws IOException {
        Path manifest = release.resolve(ReleaseFiles.MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return UNKNOWN;
        }
        Digest digest = Sha256.of(Files.readAllBytes(manifest));
        Staleness noticed = noticed(release, digest);
        if (noticed.state() == State.STALE || registry.isEmpty()) {
            return noticed;
        }
        Optional<ReleaseLogView> log = ReleaseLogView.open(registry.get());
        List<LoggedEntry> successors = log.isPresent() ? log.get().successors(digest) : List.of();
        if (!successors.isEmpty()) {
            return stale(successors.get(0));
        }
        return noticed.state() == State.UNKNOWN ? new Staleness(State.CURRENT, Optional.empty()) : noticed;
    }

    private static Staleness noticed(Path release, Digest digest) throws IOException {
        try {
            Optional<LoggedEntry> notice = RetractionNotice.read(release, digest);
            if (notice.isEmpty()) {
                return UNKNOWN;
            }
            LoggedEntry entry = notice.get();
            if (entry.entry() instanceof RetractionEntry
                    && entry.entry().manifest().equals(digest)) {
                entry.check();
                return stale(entry);
            }
        } catch (CorpusException e) {
            return new Staleness(State.NOTICE_UNREADABLE, Optional.empty());
        }
        return new Staleness(State.NOTICE_UNREADABLE, Optional.empty());
    }

    private static Staleness stale(LoggedEntry logged) {
        Digest successor = logged.entry().manifest();
        Optional<IdSet> documents = Optional.empty();
        if (logged.entry() instanceof RetractionEntry retraction) {
            successor = retraction.supersededBy();
            documents = Optional.of(retraction.documents());
        }
        long time = logged.entry().timeMillis();
        Retracted by = new Retracted(successor, documents, time, logged.log().origin(), logged.index());
        return new Staleness(State.STALE, Optional.of(by));
    }

    /** Whether another release is known to have taken its place. */
    public boolean isStale() {
        return state == State.STALE;
    }
}
