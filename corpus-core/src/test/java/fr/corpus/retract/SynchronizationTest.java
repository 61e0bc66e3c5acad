package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.hash.Sha256;
import fr.corpus.release.FileEntry;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.release.SealedManifest;
import fr.corpus.release.Staleness;
import fr.corpus.retract.FaultyServer.Fault;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of a release, brought to the one that takes its place, from a directory and from a web server that misbehaves. */
class SynchronizationTest {

    private static final HttpOrigin.Limits HASTY =
            new HttpOrigin.Limits(Duration.ofMillis(250), Duration.ofMillis(200), 4096, 3);

    @TempDir
    static Path folder;

    private static PublishedCorpus corpus;
    private static Path untouched;
    private static RetractionReport first;
    private static Path v11;
    private static Path v12;

    private FaultyServer server;
    private Path copy;

    @BeforeAll
    static void publishTwoRetractions() throws IOException {
        corpus = PublishedCorpus.in(folder);
        untouched = corpus.copy(corpus.v1, "untouched");
        corpus.reserve(3);
        first = corpus.retract(corpus.v1, "v1.1");
        v11 = folder.resolve("v1.1");
        Path fresh = corpus.copy(v11, "fresh-v1.1");
        corpus.reserve(7);
        corpus.reserve(11);
        corpus.retract(v11, "v1.2");
        v12 = folder.resolve("v1.2");
        assertThat(fresh).isDirectory();
    }

    @BeforeEach
    void serve(TestInfo test) throws IOException {
        server = new FaultyServer(folder);
        copy = corpus.copy(untouched, "copy-" + Math.abs(test.getDisplayName().hashCode()) + System.nanoTime());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static SignerKey key() {
        return SignerKey.of("corpus-copy", SignatureKind.ED25519, new byte[32]);
    }

    private SyncOptions attesting(Path file) throws IOException {
        return new SyncOptions(
                Optional.of(corpus.policy()),
                Optional.of(new SyncOptions.Signatory(key(), Optional.of("Université d’Exemple"), file)),
                2,
                Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC));
    }

    private SyncReport sync(ReleaseOrigin origin, SyncOptions options) throws IOException {
        return new Synchronization(copy, origin, options, SyncListener.SILENT, new Synchronization.Pace(1, () -> {}))
                .run();
    }

    private SyncReport sync(ReleaseOrigin origin) throws IOException {
        return sync(origin, SyncOptions.standard(2));
    }

    private ReleaseOrigin web(String release) {
        return new HttpOrigin(server.address(release), HASTY);
    }

    private static ThrowingConsumer<Throwable> key(String expected) {
        return failure ->
                assertThat(((CorpusException) failure).message().key()).isEqualTo(expected);
    }

    private static Map<String, String> bytes(Path release) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(
                        release.relativize(file).toString(),
                        Sha256.of(Files.readAllBytes(file)).hex());
            }
        }
        return digests;
    }

    /** The files of a release before others superseded it. */
    private static Map<String, String> published(Path release) throws IOException {
        Map<String, String> digests = bytes(release);
        String own = SealedManifest.read(release).digest().hex();
        digests.keySet().removeIf(path -> path.contains(own));
        return digests;
    }

    private FileEntry changedPart() throws IOException {
        List<FileEntry> old = ReleaseReader.open(untouched).manifest().files();
        return ReleaseReader.open(v11).manifest().files().stream()
                .filter(file -> file.path().startsWith("data/") && !old.contains(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCopyBecomesTheReleaseThatTakesItsPlace() throws IOException {
        SyncReport report = sync(new DirectoryOrigin(v11));
        assertThat(bytes(copy)).isEqualTo(published(v11));
        assertThat(report.removed().orElseThrow().count()).isEqualTo(8);
        assertThat(report.findings()).isEmpty();
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsAskedOfAWebServer() throws IOException {
        SyncReport report = sync(web("v1.1"));
        assertThat(bytes(copy)).isEqualTo(published(v11));
        List<String> kept = ReleaseReader.open(untouched).manifest().files().stream()
                .filter(file -> {
                    try {
                        return ReleaseReader.open(v11).manifest().files().contains(file);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(file -> "/v1.1/" + file.path())
                .toList();
        assertThat(kept).hasSizeGreaterThan(3);
        assertThat(server.requests).doesNotContainAnyElementsOf(kept);
        long files = server.requests.stream()
                .filter(request -> request.contains("/data/") || request.contains("/keys/"))
                .count();
        assertThat(report.filesFetched()).isGreaterThanOrEqualTo((int) files);
    }

    @Test
    void aChainOfRetractionsIsOneStep() throws IOException {
        Path file = copy.resolveSibling(copy.getFileName() + ".json");
        SyncReport report = sync(web("v1.2"), attesting(file));
        assertThat(bytes(copy)).isEqualTo(published(v12));
        assertThat(report.removed().orElseThrow().count()).isEqualTo(24);
        Attestation attestation = Attestation.parse(Files.readAllBytes(file));
        assertThat(attestation.statement().retractions().entries()).hasSize(2);
        assertThat(attestation.verify(corpus.policy())).hasSize(2);
    }

    @Test
    void anAttestationSaysWhatWasRemovedAndOnWhoseAccount() throws IOException {
        Path file = copy.resolveSibling(copy.getFileName() + ".json");
        SyncReport report = sync(new DirectoryOrigin(v11), attesting(file));
        assertThat(report.attestation()).isPresent();
        Attestation attestation = Attestation.parse(Files.readAllBytes(file));
        Attestation.Statement said = attestation.statement();
        assertThat(said.before()).isEqualTo(first.manifest());
        assertThat(said.after()).isEqualTo(first.successor().orElseThrow().manifestDigest());
        assertThat(said.removed())
                .isEqualTo(said.retractions().retractions().get(0).documents());
        assertThat(said.holder()).contains("Université d’Exemple");
        assertThat(Instant.ofEpochSecond(said.timeSeconds())).isEqualTo("2026-12-01T08:00:00Z");
        assertThat(attestation.key()).isEqualTo(key().verifier());
        assertThat(attestation.verify(corpus.policy())).hasSize(1);
    }

    @Test
    void nothingIsDoneToACopyThatIsUpToDate() throws IOException {
        sync(new DirectoryOrigin(v11));
        Map<String, String> before = bytes(copy);
        SyncReport again = sync(web("v1.1"));
        assertThat(again.removed()).isEmpty();
        assertThat(again.before()).contains(again.after());
        assertThat(bytes(copy)).isEqualTo(before);
    }

    @Test
    void aReleaseThatDoesNotTakeItsPlaceIsRefused() throws IOException {
        sync(new DirectoryOrigin(v12));
        Map<String, String> before = bytes(copy);
        assertThatThrownBy(() -> sync(new DirectoryOrigin(v11)))
                .isInstanceOf(EngineException.class)
                .satisfies(key("retract.copy-is-newer"));
        Path stranger = corpus.copy(untouched, copy.getFileName() + "-stranger");
        Path manifest = stranger.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"seed\": 1", "\"seed\": 2"));
        Files.writeString(manifest, Files.readString(manifest), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> sync(new DirectoryOrigin(stranger))).isInstanceOf(CorpusException.class);
        assertThatThrownBy(() -> sync(new DirectoryOrigin(folder.resolve("registre"))))
                .satisfies(key("retract.no-release-there"));
        assertThat(bytes(copy)).isEqualTo(before);
    }

    @Test
    void aCopyThatBeganToBeSynchronizedIsStale() throws IOException {
        assertThat(Staleness.of(copy, Optional.empty()).state()).isEqualTo(Staleness.State.UNKNOWN);
        assertThat(Staleness.of(copy, Optional.of(corpus.registry)).isStale()).isTrue();
        server.fault("v1.1/" + changedPart().path(), Fault.NOT_FOUND, 99);
        assertThatThrownBy(() -> sync(web("v1.1"))).satisfies(key("retract.file-missing"));
        Staleness stale = Staleness.of(copy, Optional.empty());
        assertThat(stale.isStale()).isTrue();
        assertThat(stale.retraction().orElseThrow().documents().orElseThrow().count())
                .isEqualTo(8);
        assertThat(Staleness.of(v12, Optional.of(corpus.registry)).state()).isEqualTo(Staleness.State.CURRENT);
        assertThat(Staleness.of(corpus.v1, Optional.empty()).isStale()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "SERVER_ERROR", "CUT", "CORRUPT", "REDIRECT", "SILENT", "TOO_SHORT", "DRIP"})
    void aServerThatStumblesIsAskedAgain(Fault fault) throws IOException {
        server.fault("v1.1/" + changedPart().path(), fault, 1);
        SyncReport report = sync(web("v1.1"));
        assertThat(report.findings()).isEmpty();
        assertThat(bytes(copy)).isEqualTo(published(v11));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "NOT_FOUND",
                "SERVER_ERROR",
                "CORRUPT",
                "TOO_LONG",
                "TOO_SHORT",
                "REDIRECT_LOOP",
                "REDIRECT_TO_FILE",
                "DRIP"
            })
    void aServerThatGivesSomethingElseChangesNothing(Fault fault) throws IOException {
        server.fault("v1.1/" + changedPart().path(), fault, 99);
        Map<String, String> before = bytes(copy);
        assertThatThrownBy(() -> sync(web("v1.1"))).isInstanceOf(CorpusException.class);
        Map<String, String> after = bytes(copy);
        after.keySet().removeIf(path -> path.startsWith(".corpus-sync/") || path.startsWith("retractions/"));
        assertThat(after).isEqualTo(before);
        assertThat(ReleaseReader.open(copy).manifest())
                .isEqualTo(ReleaseReader.open(untouched).manifest());
        assertThat(ReleaseVerifier.check(copy, 2).findings())
                .extracting(finding -> finding.message().key())
                .containsExactly("release.check.sync-unfinished");
        // And once the server is sound again, the same command ends it.
        server.fault("v1.1/" + changedPart().path(), Fault.NONE, 0);
        sync(web("v1.1"));
        assertThat(bytes(copy)).isEqualTo(published(v11));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "NO_RANGES", "WRONG_RANGE"})
    void aFileThatWasCutIsFetchedFromThere(Fault fault) throws IOException {
        FileEntry part = changedPart();
        Path staging = Files.createDirectories(copy.resolve(".corpus-sync"));
        byte[] whole = Files.readAllBytes(v11.resolve(part.path()));
        int half = whole.length / 2;
        Files.write(staging.resolve(part.sha256().hex() + ".part"), Arrays.copyOf(whole, half));
        server.fault("v1.1/" + part.path(), fault, 1);
        SyncReport report = sync(web("v1.1"));
        assertThat(server.requests).contains("/v1.1/" + part.path() + " bytes=" + half + "-");
        assertThat(report.findings()).isEmpty();
        assertThat(bytes(copy)).isEqualTo(published(v11));
    }

    @Test
    void aPathOutOfTheCopyIsRefused() throws IOException {
        for (String path :
                List.of("../evil", "/etc/evil", "data/../../evil", "C:/evil", ".hidden", "data/a\\\\b", "checkpoint")) {
            Path hostile = corpus.copy(v11, copy.getFileName() + "-" + Math.abs(path.hashCode()));
            Path manifest = hostile.resolve("manifest.json");
            String text = Files.readString(manifest);
            Files.writeString(manifest, text.replace("\"path\": \"README.en.md\"", "\"path\": \"" + path + "\""));
            assertThatThrownBy(() -> sync(new DirectoryOrigin(hostile)))
                    .as(path)
                    .isInstanceOf(IntegrityException.class)
                    .satisfies(key("release.unsafe-path"));
        }
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }

    @Test
    void aSuccessorWithoutItsRetractionIsRefused() throws IOException {
        Path mute = corpus.copy(v11, copy.getFileName() + "-mute");
        try (Stream<Path> notices = Files.list(mute.resolve("retractions"))) {
            for (Path notice : notices.toList()) {
                Files.delete(notice);
            }
        }
        assertThatThrownBy(() -> sync(new DirectoryOrigin(mute))).satisfies(key("retract.no-retraction"));
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }

    @Test
    void retractionsThatLeadElsewhereAreRefused() throws IOException {
        // v1.2 lacks more; its retraction of v1.1 is put under the name of a retraction of v1 … by way of a false
        // manifest.
        Path forged = corpus.copy(v12, copy.getFileName() + "-forged");
        Manifest honest = ReleaseReader.open(v12).manifest();
        String json = Files.readString(forged.resolve("manifest.json"));
        String between = honest.identity().supersedes().get(0).manifest().hex();
        assertThat(json).contains(between);
        int from = json.indexOf("    {\n      \"manifest\": \"" + between);
        int to = json.indexOf("    {\n", from + 5);
        Files.writeString(forged.resolve("manifest.json"), json.substring(0, from) + json.substring(to));
        SealedManifest sealed = SealedManifest.read(forged);
        Files.write(forged.resolve("checkpoint"), sealed.checkpoint());
        Map<String, String> before = bytes(copy);
        assertThatThrownBy(() -> sync(new DirectoryOrigin(forged))).satisfies(key("retract.chain-broken"));
        assertThat(bytes(copy)).isEqualTo(before);
    }

    /** A power cut at a step. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aSynchronizationMayBeCutAtAnyStep() throws IOException {
        Path whole = copy;
        Map<String, String> old = bytes(whole);
        int refused = 0;
        boolean ended = false;
        for (int cutAt = 0; !ended; cutAt++) {
            copy = corpus.copy(untouched, whole.getFileName() + "-cut-" + cutAt);
            Path file = copy.resolveSibling(copy.getFileName() + ".json");
            AtomicInteger left = new AtomicInteger(cutAt);
            try {
                new Synchronization(
                                copy,
                                new DirectoryOrigin(v11),
                                attesting(file),
                                SyncListener.SILENT,
                                new Synchronization.Pace(1, () -> {
                                    if (left.getAndDecrement() == 0) {
                                        throw new Cut();
                                    }
                                }))
                        .run();
                ended = true;
            } catch (Cut e) {
                // What a reader is given is the old release or the new one, or nothing.
                Map<String, String> now = bytes(copy);
                now.keySet().removeIf(path -> path.startsWith(".corpus-sync/") || path.startsWith("retractions/"));
                try {
                    ReleaseReader.open(copy);
                    Map<String, String> next = published(v11);
                    next.keySet().removeIf(path -> path.startsWith("retractions/"));
                    assertThat(now).as("cut at %d", cutAt).isIn(old, next);
                } catch (IntegrityException mixed) {
                    assertThat(mixed.message().key()).isEqualTo("release.sync-cut");
                    refused++;
                }
            }
            SyncReport again = sync(new DirectoryOrigin(v11), attesting(file));
            assertThat(again.findings()).isEmpty();
            assertThat(again.attestation()).as("cut at %d", cutAt).isPresent();
            assertThat(bytes(copy)).as("cut at %d", cutAt).isEqualTo(published(v11));
            Attestation attestation = Attestation.parse(Files.readAllBytes(file));
            assertThat(attestation.statement().before()).isEqualTo(first.manifest());
        }
        assertThat(refused).isGreaterThan(5);
    }

    @Test
    void aNoticeThatIsNoneIsToldAndMakesNothingStale() throws IOException {
        String own = SealedManifest.read(copy).digest().hex();
        Files.createDirectories(copy.resolve("retractions"));
        Path entry = copy.resolve("retractions/" + own + ".entry");
        Path proof = copy.resolve("retractions/" + own + ".tlog-proof");
        Files.write(entry, new byte[1 << 20]);
        Files.write(proof, new byte[1 << 20]);
        assertThat(Staleness.of(copy, Optional.empty()).state()).isEqualTo(Staleness.State.NOTICE_UNREADABLE);
        // The retraction of another release under this one’s name, and one whose proof is another’s.
        String of11 = SealedManifest.read(v11).digest().hex();
        Path real = v12.resolve("retractions");
        for (String[] pair : new String[][] {{of11, of11}, {own, of11}}) {
            Files.copy(real.resolve(pair[0] + ".entry"), entry, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(real.resolve(pair[1] + ".tlog-proof"), proof, StandardCopyOption.REPLACE_EXISTING);
            assertThat(Staleness.of(copy, Optional.empty()).state()).isEqualTo(Staleness.State.NOTICE_UNREADABLE);
        }
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
        Files.write(copy.resolve("retractions/autre.entry"), new byte[1]);
        assertThat(ReleaseVerifier.check(copy, 2).findings())
                .extracting(finding -> finding.message().key())
                .containsExactly("release.check.extra-file");
    }

    @Test
    void aDamagedFileOfTheCopyIsFetchedAgain() throws IOException {
        FileEntry kept = ReleaseReader.open(v11).manifest().files().stream()
                .filter(file -> {
                    try {
                        return file.path().startsWith("data/")
                                && ReleaseReader.open(untouched)
                                        .manifest()
                                        .files()
                                        .contains(file);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
        Path damaged = copy.resolve(kept.path());
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        assertThat(sync(web("v1.1")).findings()).isEmpty();
        assertThat(bytes(copy)).isEqualTo(published(v11));
    }

    @Test
    void aFirstCopyIsMadeWhereThereIsNone() throws IOException {
        for (ReleaseOrigin from : List.of(new DirectoryOrigin(v12), web("v1.2"))) {
            copy = Files.createTempDirectory(folder, "first-").resolve("new/copy");
            SyncReport report = sync(from, SyncOptions.standard(2).withPolicy(corpus.policy()));
            assertThat(report.before()).isEmpty();
            assertThat(report.findings()).isEmpty();
            assertThat(report.filesDeleted()).isZero();
            assertThat(bytes(copy)).isEqualTo(bytes(v12));
            assertThat(sync(from).before()).contains(report.after());
        }
    }

    @Test
    void aFirstCopyOfAStaleReleaseIsStale() throws IOException {
        copy = folder.resolve("first-of-stale-" + System.nanoTime());
        sync(new DirectoryOrigin(v11));
        assertThat(bytes(copy)).isEqualTo(bytes(v11));
        assertThat(Staleness.of(copy, Optional.empty()).isStale()).isTrue();
    }

    @Test
    void aFirstCopyAttestsNothingAndTouchesNoOtherDirectory() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other-" + System.nanoTime()));
        Files.writeString(other.resolve("these.txt"), "mine");
        copy = other;
        assertThatThrownBy(() -> sync(new DirectoryOrigin(v12))).satisfies(key("retract.not-a-copy"));
        assertThat(bytes(other)).containsOnlyKeys("these.txt");
        copy = other.resolve("none");
        Path file = other.resolve("attestation.json");
        assertThatThrownBy(() -> sync(new DirectoryOrigin(v12), attesting(file)))
                .satisfies(key("retract.nothing-deleted"));
        assertThat(copy).doesNotExist();
    }

    @Test
    void aFirstCopyNeedsTheLogThatThePolicyAccepts() throws IOException {
        Path mute = corpus.copy(v12, "mute-" + System.nanoTime());
        Files.delete(mute.resolve("release.entry"));
        Files.delete(mute.resolve("release.tlog-proof"));
        SyncOptions trusting = SyncOptions.standard(2).withPolicy(corpus.policy());
        copy = folder.resolve("first-" + System.nanoTime());
        assertThatThrownBy(() -> sync(new DirectoryOrigin(mute), trusting)).satisfies(key("retract.not-published"));
        for (String extension : List.of(".entry", ".tlog-proof")) {
            Files.copy(v11.resolve("release" + extension), mute.resolve("release" + extension));
        }
        assertThatThrownBy(() -> sync(new DirectoryOrigin(mute), trusting)).satisfies(key("retract.not-published"));
        assertThat(copy.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void aFirstCopyMayBeCutAtAnyStep() throws IOException {
        boolean ended = false;
        int cuts = 0;
        for (; !ended; cuts++) {
            copy = folder.resolve("first-cut-" + cuts + "-" + System.nanoTime());
            AtomicInteger left = new AtomicInteger(cuts);
            try {
                new Synchronization(
                                copy,
                                new DirectoryOrigin(v12),
                                SyncOptions.standard(2),
                                SyncListener.SILENT,
                                new Synchronization.Pace(1, () -> {
                                    if (left.getAndDecrement() == 0) {
                                        throw new Cut();
                                    }
                                }))
                        .run();
                ended = true;
            } catch (Cut e) {
                assertThat(left.get()).isNegative();
            }
            assertThat(sync(new DirectoryOrigin(v12)).findings()).isEmpty();
            assertThat(bytes(copy)).as("cut at %d", cuts).isEqualTo(bytes(v12));
        }
        assertThat(cuts).isGreaterThan(10);
    }

    @Test
    void aCutBetweenTheStateAndItsMarkIsNoExchange() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        assertThatThrownBy(() -> new Synchronization(
                                copy,
                                new DirectoryOrigin(v11),
                                SyncOptions.standard(2),
                                SyncListener.SILENT,
                                new Synchronization.Pace(1, () -> {
                                    if (Files.exists(copy.resolve(".corpus-sync/exchanging"))) {
                                        steps.incrementAndGet();
                                        throw new Cut();
                                    }
                                }))
                        .run())
                .isInstanceOf(Cut.class);
        assertThat(steps).hasValue(1);
        Files.delete(copy.resolve(".corpus-sync/exchanging"));
        sync(new DirectoryOrigin(v11));
        assertThat(bytes(copy)).isEqualTo(published(v11));
    }

    @Test
    void aFileThatNobodyKnowsKeepsTheAttestationBack() throws IOException {
        Path file = copy.resolveSibling(copy.getFileName() + ".json");
        Path kept = copy.resolve("data/old.parquet");
        Files.write(kept, new byte[10]);
        SyncReport report = sync(new DirectoryOrigin(v11), attesting(file));
        assertThat(report.findings()).extracting(finding -> finding.file()).containsExactly("data/old.parquet");
        assertThat(file).doesNotExist();
        Files.delete(kept);
        SyncReport again = sync(new DirectoryOrigin(v11), attesting(file));
        assertThat(again.findings()).isEmpty();
        assertThat(again.removed()).isEqualTo(report.removed());
        assertThat(Attestation.parse(Files.readAllBytes(file)).statement().before())
                .isEqualTo(first.manifest());
        assertThat(bytes(copy)).isEqualTo(published(v11));
    }

    @Test
    void anotherAttestationIsNotWrittenOver() throws IOException {
        Path file = copy.resolveSibling(copy.getFileName() + ".json");
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> sync(new DirectoryOrigin(v11), attesting(file)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }
}
