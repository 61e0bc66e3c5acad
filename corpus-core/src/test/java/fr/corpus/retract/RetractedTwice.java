package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.error.CorpusException;
import fr.corpus.hash.FileDigest;
import fr.corpus.release.SealedManifest;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;

/** A published release and the two that took its place, one after the other: what copies are synchronized with. */
final class RetractedTwice {

    static final HttpOrigin.Limits HASTY =
            new HttpOrigin.Limits(Duration.ofMillis(250), Duration.ofMillis(200), 4096, 3);

    final PublishedCorpus corpus;
    final Path folder;

    /** The first release as it was before anything was said of it. */
    final Path untouched;

    final RetractionReport first;
    final Path v11;
    final Path v12;
    private int places;

    private RetractedTwice(Path folder) throws IOException {
        this.folder = folder;
        corpus = PublishedCorpus.in(folder);
        untouched = corpus.copy(corpus.v1, "untouched");
        corpus.reserve(3);
        first = corpus.retract(corpus.v1, "v1.1");
        v11 = folder.resolve("v1.1");
        corpus.reserve(7);
        corpus.reserve(11);
        corpus.retract(v11, "v1.2");
        v12 = folder.resolve("v1.2");
    }

    static RetractedTwice in(Path folder) throws IOException {
        return new RetractedTwice(folder);
    }

    /** A place where nothing is yet. */
    Path place() {
        return folder.resolve("place-" + ++places);
    }

    /** A copy of a release. */
    Path copy(Path release) throws IOException {
        return corpus.copy(release, place().getFileName().toString());
    }

    static SignerKey key() {
        return SignerKey.of("corpus-copy", SignatureKind.ED25519, new byte[32]);
    }

    /** An attestation of deletion is asked for. */
    SyncOptions attesting(Path file) throws IOException {
        return new SyncOptions(
                Optional.of(corpus.policy()),
                Optional.of(new SyncOptions.Signatory(key(), Optional.of("Université d’Exemple"), file)),
                2,
                Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC));
    }

    static SyncReport sync(Path copy, ReleaseOrigin origin, SyncOptions options) throws IOException {
        return sync(copy, origin, options, () -> {});
    }

    /** Runs something after each step. */
    static SyncReport sync(Path copy, ReleaseOrigin origin, SyncOptions options, Runnable step) throws IOException {
        return new Synchronization(copy, origin, options, SyncListener.SILENT, new Synchronization.Pace(1, step)).run();
    }

    /** Whether a failure is told in the sentence of this key. */
    static ThrowingConsumer<Throwable> says(String key) {
        return failure ->
                assertThat(((CorpusException) failure).message().key()).isEqualTo(key);
    }

    /** The digests of the files of a directory. */
    static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(
                        directory.relativize(file).toString(),
                        FileDigest.of(file).sha256().hex());
            }
        }
        return digests;
    }

    /** The files of a copy that a reader is given: not what is fetched beside them, nor what is said of the release. */
    static Map<String, String> listed(Path copy) throws IOException {
        Map<String, String> digests = files(copy);
        digests.keySet().removeIf(path -> path.startsWith(".corpus-sync/") || path.startsWith("retractions/"));
        return digests;
    }

    /** The files of a release before others superseded it. */
    static Map<String, String> published(Path release) throws IOException {
        Map<String, String> digests = files(release);
        String own = SealedManifest.read(release).digest().hex();
        digests.keySet().removeIf(path -> path.contains(own));
        return digests;
    }
}
