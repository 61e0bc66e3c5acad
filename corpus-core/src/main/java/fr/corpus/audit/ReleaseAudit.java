package fr.corpus.audit;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.match.RegistryReservations;
import fr.corpus.match.Reservations;
import fr.corpus.optout.RegistryDirectory;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.release.Finding;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseLogging;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseReport;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.release.RowAudit;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLogView;
import fr.corpus.tlog.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Audits a release with the registry that it heeded: its roots from its bytes, its entry in the log of releases, the history of
 * both logs, and that nothing is released that an active reservation of the state that it names would have kept out. Confined
 * to one thread, which starts its own workers; used once.
 *
 * <p>It cannot find again what was erased from the registry since, nor what a reservation said before normalizing changed the
 * record's text: released texts are all that an auditor has.
 */
public final class ReleaseAudit {

    private final Path release;
    private final Path registry;
    private final List<Finding> findings = new ArrayList<>();

    private ReleaseAudit(Path release, Path registry) {
        this.release = release;
        this.registry = registry;
    }

    /**
     * Audits a release.
     *
     * @param threads how many files are read at once, at least 1
     * @throws fr.corpus.error.EngineException if there is no release or no registry, or the registry's database cannot be read
     * @throws IOException if a file cannot be read though it is there
     */
    public static AuditReport check(Path release, Path registry, int threads) throws IOException {
        return new ReleaseAudit(release, registry).run(threads);
    }

    private AuditReport run(int threads) throws IOException {
        new RegistryDirectory(registry).requireRegistry();
        Optional<LoggedEntry> entry = entry();
        Optional<LoggedEntry.Verified> logged = entry.flatMap(this::accepted);
        List<LoggedEntry> successors = new ArrayList<>();
        if (logged.isPresent()) {
            lookIntoLog(entry.orElseThrow(), successors);
        }
        Optional<Checkpoint> state = logged.map(accepted -> accepted.registry().checkpoint());
        Optional<Reservations> reservations =
                state.isPresent() ? reservations(state.get(), rule(entry.orElseThrow())) : Optional.empty();
        Optional<ReservedRows> rows =
                manifest().flatMap(manifest -> reservations.map(reserved -> new ReservedRows(manifest, reserved)));
        ReleaseReport report = ReleaseVerifier.check(
                release, threads, rows.<RowAudit>map(each -> each).orElse(RowAudit.NONE));
        rows.ifPresent(found -> findings.addAll(found.findings()));
        return new AuditReport(
                report,
                logged,
                reservations.isPresent() ? state : Optional.empty(),
                reservations.map(each -> each.entries().size()).orElse(0),
                successors,
                findings,
                rows.map(ReservedRows::copiesWithoutCode).orElse(0L),
                rows.map(ReservedRows::more).orElse(false));
    }

    private void add(String file, UserMessage message) {
        findings.add(new Finding(file, 0, message));
    }

    private static String file() {
        return LoggedEntry.RELEASE + LoggedEntry.ENTRY;
    }

    /** The release's entry; what is wrong with it by itself, the verifier of the release says. */
    private Optional<LoggedEntry> entry() throws IOException {
        try {
            Optional<LoggedEntry> entry = ReleaseLogging.read(release);
            if (entry.isEmpty()) {
                add(file(), UserMessage.of("audit.not-logged", release.toString()));
            }
            return entry;
        } catch (IntegrityException | MalformedSourceException e) {
            add(file(), e.message());
            return Optional.empty();
        }
    }

    /** The registry's own keys must have signed both the log of releases and the state of the registry. */
    private Optional<LoggedEntry.Verified> accepted(LoggedEntry entry) {
        try {
            return Optional.of(entry.verify(new RegistryDirectory(registry).releasesPolicy()));
        } catch (IntegrityException | MalformedSourceException e) {
            add(file(), e.message());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookIntoLog(LoggedEntry entry, List<LoggedEntry> successors) throws IOException {
        try {
            ReleaseLogView log = ReleaseLogView.open(registry)
                    .orElseThrow(() -> new IntegrityException(UserMessage.of("releaselog.no-log")));
            log.verifyContinues(entry);
            successors.addAll(log.successors(entry.entry().manifest()));
        } catch (IntegrityException | MalformedSourceException e) {
            add(file(), e.message());
        }
    }

    /** What the registry reserved in the state that the entry names, if it ever was in it. */
    private Optional<Reservations> reservations(Checkpoint state, String rule) throws IOException {
        requireNamedByManifest(state);
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry, state)) {
            return Optional.of(RegistryReservations.load(snapshot, rule));
        } catch (IntegrityException e) {
            add(file(), e.message());
            return Optional.empty();
        }
    }

    /** By which rule the release found what is reserved. */
    private static String rule(LoggedEntry entry) {
        return entry.entry() instanceof ReleaseEntry release ? release.rules().match() : RegistryReservations.RULE;
    }

    /** The manifest, if there is one; what is wrong with it, the verifier of the release says. */
    private Optional<Manifest> manifest() throws IOException {
        try {
            return Optional.of(ReleaseReader.open(release).manifest());
        } catch (CorpusException e) {
            return Optional.empty();
        }
    }

    private void requireNamedByManifest(Checkpoint state) throws IOException {
        String named = state.origin() + " " + state.size() + " " + state.root().hex();
        try {
            String heeded = ReleaseReader.open(release)
                    .manifest()
                    .identity()
                    .components()
                    .getOrDefault("registry", "");
            if (!heeded.equals(named)) {
                add(file(), UserMessage.of("audit.other-state", named, heeded));
            }
        } catch (CorpusException e) {
            // The verifier of the release says so.
            return;
        }
    }
}
