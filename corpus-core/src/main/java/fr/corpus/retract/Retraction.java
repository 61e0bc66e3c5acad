package fr.corpus.retract;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.match.Reservations;
import fr.corpus.release.DropRow;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseInfo;
import fr.corpus.release.ReleaseRewriter;
import fr.corpus.release.ReleaseTarget;
import fr.corpus.release.Superseded;
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
     * Finds what is reserved and writes the new release; nothing is written when nothing is reserved. On return it is on the
     * disk. A run that was cut short leaves a work directory beside the target, which the next run clears.
     *
     * @throws fr.corpus.error.EngineException if there is no release, or something else stands at the target
     * @throws fr.corpus.error.IntegrityException if the release is not what its manifest says
     * @throws IOException if it cannot be read or written
     */
    public RetractionReport run(Reservations reservations) throws IOException {
        Path work = out.resolveSibling(out.getFileName() + ".retract");
        delete(work);
        Files.createDirectories(work);
        try (ReleaseRewriter rewriter = ReleaseRewriter.open(release, work, threads)) {
            ReleaseTarget.check(out, rewriter.manifest().identity().recipeDigest());
            List<Withheld> withheld = new ArrayList<>(new ReservedDocuments(reservations).find(release, rewriter));
            withheld.sort(Comparator.comparing(Withheld::row, DropRow.ORDER));
            RetractionReport nothing = new RetractionReport(
                    release, rewriter.manifestDigest(), reservations.checkpoint(), withheld, Optional.empty());
            return withheld.isEmpty() ? nothing : publish(rewriter, nothing);
        } finally {
            delete(work);
        }
    }

    private RetractionReport publish(ReleaseRewriter rewriter, RetractionReport found) throws IOException {
        ReleaseRewriter.Written written =
                rewriter.write(found.withheld().stream().map(Withheld::row).toList(), info(rewriter, found));
        ReleaseTarget.publish(rewriter.result(), out);
        Digest digest = Sha256.of(Files.readAllBytes(out.resolve("manifest.json")));
        RetractionReport.Successor successor = new RetractionReport.Successor(
                out, written.manifest(), digest, written.partsWritten(), written.partsTakenOver());
        return new RetractionReport(
                release, found.manifest(), found.registry(), found.withheld(), Optional.of(successor));
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
                supersedes);
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
