package fr.corpus.pipeline;

import fr.corpus.hash.Digest;
import fr.corpus.match.Binding;
import fr.corpus.match.BroadChoice;
import fr.corpus.match.RegistryReservations;
import fr.corpus.match.Reservations;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.release.ReleaseLogging;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A registry at the checkpoint that a build heeds, and whose log of releases the finished release is entered in. Immutable.
 *
 * @param directory the registry
 * @param reservations what it reserves at the checkpoint
 * @param checkpoint the signed checkpoint
 */
public record HeededRegistry(Path directory, Reservations reservations, SignedNote checkpoint) {

    /** The rules that builds of this version follow. */
    public static final ReleaseEntry.Rules RULES =
            new ReleaseEntry.Rules(RegistryReservations.RULE, Binding.STEP.toString());

    /**
     * Loads what a registry reserves now, and makes sure that its log of releases can be written.
     *
     * @throws fr.corpus.error.EngineException if there is no registry there, or its log of releases cannot be opened
     * @throws fr.corpus.error.IntegrityException if a checkpoint is not signed by its key
     */
    public static HeededRegistry open(Path directory) throws IOException {
        ReleaseLog.open(directory).close();
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory)) {
            return new HeededRegistry(
                    directory, RegistryReservations.load(snapshot), SignedNote.parse(snapshot.note()));
        }
    }

    /** The same with another choice for selectors of unverified claims that take too much. */
    public HeededRegistry with(BroadChoice choice) {
        return new HeededRegistry(directory, reservations.with(choice), checkpoint);
    }

    /**
     * Enters a finished release in the log of releases, and writes the entry and its proof into it. On return they are on the
     * disk. A release that was entered before a crash keeps its entry.
     *
     * @param release directory of the finished release, before it gets its name
     * @param supersedes manifest digest of the release that this one takes the place of
     */
    public LoggedEntry enter(Path release, Optional<Digest> supersedes) throws IOException {
        ReleaseEntry entry = ReleaseLogging.entry(release, checkpoint, RULES, supersedes);
        try (ReleaseLog log = ReleaseLog.open(directory)) {
            LoggedEntry logged = log.append(entry);
            ReleaseLogging.write(release, LoggedEntry.RELEASE, logged);
            return logged;
        }
    }
}
