package fr.corpus.retract;

import fr.corpus.hash.Digest;
import fr.corpus.match.Reservations;
import fr.corpus.optout.ReservationId;
import fr.corpus.pipeline.HeededRegistry;
import fr.corpus.release.DropRow;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseInfo;
import fr.corpus.release.ReleaseLogging;
import fr.corpus.release.ReleaseRewriter;
import fr.corpus.release.ReleaseTarget;
import fr.corpus.release.RetractionNotice;
import fr.corpus.release.SealedManifest;
import fr.corpus.release.Superseded;
import fr.corpus.releaselog.IdSet;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.releaselog.RetractionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the release that takes the place of one whose documents have been reserved since it was built. It withholds what {@code
 * corpus build} would withhold with the same reservations, and says so in the same rows; what a withdrawn reservation once kept
 * out does not come back. Untouched files are the same files. Thread-safe for different targets.
 */
public final class Retraction {

    private final Path release;
    private final Path out;
    private final int threads;
    private final String corpusVersion;

    /**
     * A retraction.
     *
     * @param release the release that is there; it is not changed
     * @param out where the new one will stand, absent or empty
     * @param threads how many parts are read and written at once, at least 1
     * @param corpusVersion version of the library that writes
     */
    public Retraction(Path release, Path out, int threads, String corpusVersion) {
        this.release = release;
        this.out = out.toAbsolutePath().normalize();
        this.threads = threads;
        this.corpusVersion = corpusVersion;
    }

    /**
     * Finds what a registry reserves now and writes the new release; nothing is written when nothing is reserved. The new
     * release and the retraction are entered together in the registry’s log of releases, and the old directory is told where it
     * can be written. On return all is on the disk. A run that was cut short leaves a work directory beside the target, which
     * the next run clears.
     *
     * @throws fr.corpus.error.EngineException if there is no release, or something else stands at the target
     * @throws fr.corpus.error.IntegrityException if the release is not what its manifest says
     * @throws IOException if it cannot be read or written
     */
    public RetractionReport run(HeededRegistry registry) throws IOException {
        return run(registry.reservations(), Optional.of(registry));
    }

    /** The same, entered in no log: to see what a retraction would be. */
    public RetractionReport run(Reservations reservations) throws IOException {
        return run(reservations, Optional.empty());
    }

    private RetractionReport run(Reservations reservations, Optional<HeededRegistry> registry) throws IOException {
        Path work = out.resolveSibling(out.getFileName() + ".retract");
        delete(work);
        Files.createDirectories(work);
        try {
            ReleaseRewriter rewriter = ReleaseRewriter.open(release, work, threads);
            ReleaseTarget.check(out, rewriter.manifest().identity().recipeDigest());
            ReservedDocuments.Found found = new ReservedDocuments(reservations).find(release, rewriter);
            List<Withheld> withheld = new ArrayList<>(found.withheld());
            withheld.sort(Comparator.comparing(Withheld::row, DropRow.ORDER));
            RetractionReport nothing = new RetractionReport(
                    release,
                    rewriter.manifestDigest(),
                    reservations.checkpoint(),
                    withheld,
                    found.broadClaims(),
                    found.copiesWithoutCode(),
                    Optional.empty());
            return withheld.isEmpty() ? nothing : publish(rewriter, nothing, registry);
        } finally {
            delete(work);
        }
    }

    private RetractionReport publish(
            ReleaseRewriter rewriter, RetractionReport found, Optional<HeededRegistry> registry) throws IOException {
        ReleaseRewriter.Written written =
                rewriter.write(found.withheld().stream().map(Withheld::row).toList(), info(rewriter, found));
        Path result = rewriter.result();
        Digest digest = SealedManifest.read(result).digest();
        for (Superseded earlier : rewriter.manifest().identity().supersedes()) {
            Optional<LoggedEntry> entry = RetractionNotice.read(release, earlier.manifest());
            if (entry.isPresent()) {
                RetractionNotice.write(result, entry.get());
            }
        }
        Optional<LoggedEntry> logged = Optional.empty();
        if (registry.isPresent()) {
            ReleaseTarget.verifyFree(result, out);
            logged = Optional.of(log(registry.get(), found, result, digest));
        }
        ReleaseTarget.publish(result, out);
        RetractionReport.Successor successor = new RetractionReport.Successor(
                out,
                written.manifest(),
                digest,
                written.partsWritten(),
                written.partsTakenOver(),
                logged,
                logged.isPresent() && tell(logged.get()));
        return new RetractionReport(
                release,
                found.manifest(),
                found.registry(),
                found.withheld(),
                found.broadClaims(),
                found.copiesWithoutCode(),
                Optional.of(successor));
    }

    /** Enters the new release and the retraction in the log, both or neither, and gives the new release the entries. */
    private static LoggedEntry log(HeededRegistry registry, RetractionReport found, Path result, Digest digest)
            throws IOException {
        List<String> documents =
                found.withheld().stream().map(document -> document.id().hex()).toList();
        List<ReservationId> reservations = found.withheld().stream()
                .map(document -> new ReservationId(document.binding().entry().id()))
                .toList();
        ReleaseEntry published = ReleaseLogging.entry(
                result, registry.checkpoint(), HeededRegistry.RULES, Optional.of(found.manifest()));
        RetractionEntry retracted = new RetractionEntry(
                found.manifest(),
                digest,
                IdSet.of(documents),
                fr.corpus.releaselog.Reservations.of(reservations),
                registry.checkpoint(),
                0);
        try (ReleaseLog log = ReleaseLog.open(registry.directory())) {
            List<LoggedEntry> logged = log.append(List.of(published, retracted));
            ReleaseLogging.write(result, LoggedEntry.RELEASE, logged.get(0));
            RetractionNotice.write(result, logged.get(1));
            return logged.get(1);
        }
    }

    /** Puts the notice into the old release; a disk that cannot be written is no fault. */
    private boolean tell(LoggedEntry retraction) {
        try {
            RetractionNotice.write(release, retraction);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private ReleaseInfo info(ReleaseRewriter rewriter, RetractionReport found) {
        Manifest.Identity identity = rewriter.manifest().identity();
        Map<String, String> components = new TreeMap<>(identity.components());
        components.put("registry", found.registry());
        List<Superseded> supersedes = new ArrayList<>();
        supersedes.add(new Superseded(
                found.manifest(), found.registry(), found.withheld().size(), found.clustersBanned()));
        supersedes.addAll(identity.supersedes());
        return new ReleaseInfo(
                identity.name(),
                corpusVersion,
                identity.seed(),
                identity.languages(),
                identity.recipe(),
                components,
                rewriter.manifest().statistics().sources().stream()
                        .map(source -> new ReleaseInfo.Input(
                                source.source(), source.counts().read(), source.textBytesRead()))
                        .toList(),
                supersedes,
                found.broadClaims());
    }

    private static void delete(Path work) throws IOException {
        if (!Files.isDirectory(work)) {
            return;
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
