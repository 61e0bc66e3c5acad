package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.release.FileEntry;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.release.SealedManifest;
import fr.corpus.release.Staleness;
import fr.corpus.retract.FaultyServer.Fault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of a release, brought to the one that takes its place, from a directory and from a web server that misbehaves. */
class SynchronizationTest {

    @TempDir
    static Path folder;

    private static RetractedTwice releases;

    private FaultyServer server;
    private Path copy;

    @BeforeAll
    static void publishTwoRetractions() throws IOException {
        releases = RetractedTwice.in(folder);
    }

    @BeforeEach
    void serve() throws IOException {
        server = new FaultyServer(folder);
        copy = releases.copy(releases.untouched);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SyncReport sync(ReleaseOrigin origin, SyncOptions options) throws IOException {
        return RetractedTwice.sync(copy, origin, options);
    }

    private SyncReport sync(ReleaseOrigin origin) throws IOException {
        return sync(origin, SyncOptions.standard(2));
    }

    private ReleaseOrigin web(String release) {
        return new HttpOrigin(server.address(release), RetractedTwice.HASTY);
    }

    private static List<FileEntry> entries(Path release) throws IOException {
        return ReleaseReader.open(release).manifest().files();
    }

    /** A part that only the next release has, or that both have. */
    private static FileEntry part(boolean both) throws IOException {
        List<FileEntry> old = entries(releases.untouched);
        return entries(releases.v11).stream()
                .filter(file -> file.path().startsWith("data/") && old.contains(file) == both)
                .findFirst()
                .orElseThrow();
    }

    private static FileEntry changedPart() throws IOException {
        return part(false);
    }

    @Test
    void aCopyBecomesTheReleaseThatTakesItsPlace() throws IOException {
        SyncReport report = sync(new DirectoryOrigin(releases.v11));
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
        assertThat(report.removed().orElseThrow().count()).isEqualTo(8);
        assertThat(report.findings()).isEmpty();
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsAskedOfAWebServer() throws IOException {
        SyncReport report = sync(web("v1.1"));
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
        List<FileEntry> next = entries(releases.v11);
        List<String> kept = entries(releases.untouched).stream()
                .filter(next::contains)
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
        SyncReport report = sync(web("v1.2"), releases.attesting(file));
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v12));
        assertThat(report.removed().orElseThrow().count()).isEqualTo(24);
        Attestation attestation = Attestation.parse(Files.readAllBytes(file));
        assertThat(attestation.statement().retractions().entries()).hasSize(2);
        assertThat(attestation.verify(releases.corpus.policy())).hasSize(2);
    }

    @Test
    void anAttestationSaysWhatWasRemovedAndOnWhoseAccount() throws IOException {
        Path file = copy.resolveSibling(copy.getFileName() + ".json");
        SyncReport report = sync(new DirectoryOrigin(releases.v11), releases.attesting(file));
        assertThat(report.attestation()).isPresent();
        Attestation attestation = Attestation.parse(Files.readAllBytes(file));
        Attestation.Statement said = attestation.statement();
        assertThat(said.before()).isEqualTo(releases.first.manifest());
        assertThat(said.after())
                .isEqualTo(releases.first.successor().orElseThrow().manifestDigest());
        assertThat(said.removed())
                .isEqualTo(said.retractions().retractions().get(0).documents());
        assertThat(said.holder()).contains("Université d’Exemple");
        assertThat(Instant.ofEpochSecond(said.timeSeconds())).isEqualTo("2026-12-01T08:00:00Z");
        assertThat(attestation.key()).isEqualTo(RetractedTwice.key().verifier());
        assertThat(attestation.verify(releases.corpus.policy())).hasSize(1);
    }

    @Test
    void nothingIsDoneToACopyThatIsUpToDate() throws IOException {
        sync(new DirectoryOrigin(releases.v11));
        Map<String, String> before = RetractedTwice.files(copy);
        SyncReport again = sync(web("v1.1"));
        assertThat(again.removed()).isEmpty();
        assertThat(again.before()).contains(again.after());
        assertThat(RetractedTwice.files(copy)).isEqualTo(before);
    }

    @Test
    void aReleaseThatDoesNotTakeItsPlaceIsRefused() throws IOException {
        sync(new DirectoryOrigin(releases.v12));
        Map<String, String> before = RetractedTwice.files(copy);
        assertThatThrownBy(() -> sync(new DirectoryOrigin(releases.v11)))
                .isInstanceOf(EngineException.class)
                .satisfies(RetractedTwice.says("retract.copy-is-newer"));
        // The same first release, from which another registry took something else.
        PublishedCorpus stranger = PublishedCorpus.in(Files.createDirectory(releases.place()));
        stranger.reserve(0);
        stranger.retract(stranger.v1, "v1.1");
        assertThatThrownBy(() -> sync(new DirectoryOrigin(stranger.folder.resolve("v1.1"))))
                .isInstanceOf(EngineException.class)
                .satisfies(RetractedTwice.says("retract.another-release"));
        assertThatThrownBy(() -> sync(new DirectoryOrigin(releases.folder.resolve("registre"))))
                .satisfies(RetractedTwice.says("retract.no-release-there"));
        assertThat(RetractedTwice.files(copy)).isEqualTo(before);
    }

    @Test
    void aCopyThatBeganToBeSynchronizedIsStale() throws IOException {
        assertThat(Staleness.of(copy, Optional.empty()).state()).isEqualTo(Staleness.State.UNKNOWN);
        assertThat(Staleness.of(copy, Optional.of(releases.corpus.registry)).isStale())
                .isTrue();
        server.fault("v1.1/" + changedPart().path(), Fault.NOT_FOUND, 99);
        assertThatThrownBy(() -> sync(web("v1.1"))).satisfies(RetractedTwice.says("retract.file-missing"));
        Staleness stale = Staleness.of(copy, Optional.empty());
        assertThat(stale.isStale()).isTrue();
        assertThat(stale.retraction().orElseThrow().documents().orElseThrow().count())
                .isEqualTo(8);
        assertThat(Staleness.of(releases.v12, Optional.of(releases.corpus.registry))
                        .state())
                .isEqualTo(Staleness.State.CURRENT);
        assertThat(Staleness.of(releases.corpus.v1, Optional.empty()).isStale()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "SERVER_ERROR", "CUT", "CORRUPT", "REDIRECT", "SILENT", "TOO_SHORT", "DRIP"})
    void aServerThatStumblesIsAskedAgain(Fault fault) throws IOException {
        server.fault("v1.1/" + changedPart().path(), fault, 1);
        SyncReport report = sync(web("v1.1"));
        assertThat(report.findings()).isEmpty();
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
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
        Map<String, String> before = RetractedTwice.files(copy);
        assertThatThrownBy(() -> sync(web("v1.1"))).isInstanceOf(CorpusException.class);
        assertThat(RetractedTwice.listed(copy)).isEqualTo(before);
        assertThat(ReleaseReader.open(copy).manifest())
                .isEqualTo(ReleaseReader.open(releases.untouched).manifest());
        assertThat(ReleaseVerifier.check(copy, 2).findings())
                .extracting(finding -> finding.message().key())
                .containsExactly("release.check.sync-unfinished");
        // And once the server is sound again, the same command ends it.
        server.fault("v1.1/" + changedPart().path(), Fault.NONE, 0);
        sync(web("v1.1"));
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "NO_RANGES", "WRONG_RANGE"})
    void aFileThatWasCutIsFetchedFromThere(Fault fault) throws IOException {
        FileEntry part = changedPart();
        Path staging = Files.createDirectories(copy.resolve(".corpus-sync"));
        byte[] whole = Files.readAllBytes(releases.v11.resolve(part.path()));
        int half = whole.length / 2;
        Files.write(staging.resolve(part.sha256().hex() + ".part"), Arrays.copyOf(whole, half));
        server.fault("v1.1/" + part.path(), fault, 1);
        SyncReport report = sync(web("v1.1"));
        assertThat(server.requests).contains("/v1.1/" + part.path() + " bytes=" + half + "-");
        assertThat(report.findings()).isEmpty();
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
    }

    @Test
    void aPathOutOfTheCopyIsRefused() throws IOException {
        for (String path :
                List.of("../evil", "/etc/evil", "data/../../evil", "C:/evil", ".hidden", "data/a\\\\b", "checkpoint")) {
            Path hostile = releases.copy(releases.v11);
            Path manifest = hostile.resolve("manifest.json");
            String text = Files.readString(manifest);
            Files.writeString(manifest, text.replace("\"path\": \"README.en.md\"", "\"path\": \"" + path + "\""));
            assertThatThrownBy(() -> sync(new DirectoryOrigin(hostile)))
                    .as(path)
                    .isInstanceOf(IntegrityException.class)
                    .satisfies(RetractedTwice.says("release.unsafe-path"));
        }
        assertThat(releases.folder.resolve("evil")).doesNotExist();
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }

    @Test
    void aSuccessorWithoutItsRetractionIsRefused() throws IOException {
        Path mute = releases.copy(releases.v11);
        try (Stream<Path> notices = Files.list(mute.resolve("retractions"))) {
            for (Path notice : notices.toList()) {
                Files.delete(notice);
            }
        }
        assertThatThrownBy(() -> sync(new DirectoryOrigin(mute)))
                .satisfies(RetractedTwice.says("retract.no-retraction"));
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }

    @Test
    void retractionsThatLeadElsewhereAreRefused() throws IOException {
        // v1.2 lacks more; its retraction of v1.1 is put under the name of a retraction of v1 … by way of a false
        // manifest.
        Path forged = releases.copy(releases.v12);
        Manifest honest = ReleaseReader.open(releases.v12).manifest();
        String json = Files.readString(forged.resolve("manifest.json"));
        String between = honest.identity().supersedes().get(0).manifest().hex();
        assertThat(json).contains(between);
        int from = json.indexOf("    {\n      \"manifest\": \"" + between);
        int to = json.indexOf("    {\n", from + 5);
        Files.writeString(forged.resolve("manifest.json"), json.substring(0, from) + json.substring(to));
        SealedManifest sealed = SealedManifest.read(forged);
        Files.write(forged.resolve("checkpoint"), sealed.checkpoint());
        Map<String, String> before = RetractedTwice.files(copy);
        assertThatThrownBy(() -> sync(new DirectoryOrigin(forged)))
                .satisfies(RetractedTwice.says("retract.chain-broken"));
        assertThat(RetractedTwice.files(copy)).isEqualTo(before);
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
        String of11 = SealedManifest.read(releases.v11).digest().hex();
        Path real = releases.v12.resolve("retractions");
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
        Path damaged = copy.resolve(part(true).path());
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        assertThat(sync(web("v1.1")).findings()).isEmpty();
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
    }

    @Test
    void aFileThatNobodyKnowsKeepsTheAttestationBack() throws IOException {
        Path file = copy.resolveSibling(copy.getFileName() + ".json");
        Path kept = copy.resolve("data/old.parquet");
        Files.write(kept, new byte[10]);
        SyncReport report = sync(new DirectoryOrigin(releases.v11), releases.attesting(file));
        assertThat(report.findings()).extracting(finding -> finding.file()).containsExactly("data/old.parquet");
        assertThat(file).doesNotExist();
        Files.delete(kept);
        SyncReport again = sync(new DirectoryOrigin(releases.v11), releases.attesting(file));
        assertThat(again.findings()).isEmpty();
        assertThat(again.removed()).isEqualTo(report.removed());
        assertThat(Attestation.parse(Files.readAllBytes(file)).statement().before())
                .isEqualTo(releases.first.manifest());
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
    }

    @Test
    void anotherAttestationIsNotWrittenOver() throws IOException {
        Path file = copy.resolveSibling(copy.getFileName() + ".json");
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> sync(new DirectoryOrigin(releases.v11), releases.attesting(file)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        assertThat(ReleaseVerifier.check(copy, 2).findings()).isEmpty();
    }
}
