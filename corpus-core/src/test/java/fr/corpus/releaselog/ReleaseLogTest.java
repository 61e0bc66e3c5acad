package fr.corpus.releaselog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.RecipeException;
import fr.corpus.hash.Sha256;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.ReservationId;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseLogTest {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final String ORIGIN = "registre.exemple/reservations";

    @TempDir
    Path folder;

    private Path registry;
    private Instant now = START;
    private final SplittableRandom random = new SplittableRandom(20261124);

    private OptOutRegistry.Environment environment() {
        return new OptOutRegistry.Environment(() -> now, random::nextBytes);
    }

    @BeforeEach
    void begin() throws IOException {
        registry = folder.resolve("registre");
        OptOutRegistry.create(registry, ORIGIN, Optional.empty(), OptOutRegistry.DEFAULT_MERGE_DELAY, environment());
    }

    private ReleaseLog open() throws IOException {
        return ReleaseLog.open(registry, Duration.ZERO, environment());
    }

    private TlogPolicy policy() throws IOException {
        return TlogPolicy.parse(Files.readAllBytes(registry.resolve("policy.txt")));
    }

    private ReleaseEntry entry(String name) throws IOException {
        return Entries.release(name, Files.readAllBytes(registry.resolve("log/checkpoint")));
    }

    @Test
    void aRegistryGetsItsLogWhenItIsFirstNeededAndThePolicyKeepsTheLinesOfItsOperator() throws IOException {
        Path file = registry.resolve("policy.txt");
        String before = "# témoins à venir\n" + Files.readString(file) + "# fin\n";
        Files.writeString(file, before);
        open().close();
        String vkey = Files.readString(registry.resolve("releases.vkey")).strip();
        assertThat(vkey).startsWith(ORIGIN + "/releases+");
        assertThat(Files.readString(file)).isEqualTo(before.replace("quorum", "log " + vkey + "\nquorum"));
        assertThat(policy().logs()).hasSize(2);
        assertThat(ReleaseLogView.open(registry).orElseThrow().size()).isZero();

        String after = Files.readString(file);
        open().close();
        assertThat(Files.readString(file)).isEqualTo(after);
    }

    @Test
    void aBeginningThatACrashCutShortIsCompletedWithTheSameKey() throws IOException {
        open().close();
        byte[] key = Files.readAllBytes(registry.resolve("private/releases.key"));
        Files.delete(registry.resolve("releases/checkpoint"));
        Files.delete(registry.resolve("releases.vkey"));
        open().close();
        assertThat(Files.readAllBytes(registry.resolve("private/releases.key"))).isEqualTo(key);
        assertThat(policy().logs()).hasSize(2);
    }

    @Test
    void aLogWhoseKeyIsGoneIsNotBegunAnew() throws IOException {
        open().close();
        Files.delete(registry.resolve("private/releases.key"));
        assertThatThrownBy(this::open).isInstanceOf(EngineException.class);
        assertThat(registry.resolve("private/releases.key")).doesNotExist();
    }

    @Test
    void thePrivateKeyIsForTheOperatorOnly() throws IOException {
        open().close();
        assertThat(Files.getPosixFilePermissions(registry.resolve("private/releases.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aReleaseIsLoggedOnceAndItsProofHoldsUnderThePolicy() throws IOException {
        LoggedEntry first;
        try (ReleaseLog log = open()) {
            first = log.append(entry("premiere"));
        }
        now = START.plusSeconds(60);
        LoggedEntry again;
        try (ReleaseLog log = open()) {
            log.append(entry("deuxieme"));
            again = log.append(entry("premiere"));
            assertThat(log.view().size()).isEqualTo(2);
        }
        assertThat(again.index()).isEqualTo(first.index()).isZero();
        assertThat(again.entryBytes()).isEqualTo(first.entryBytes());
        LoggedEntry.Verified verified = again.verify(policy());
        assertThat(verified.entry().timeMillis()).isEqualTo(START.toEpochMilli());
        assertThat(verified.checkpoint().checkpoint().origin()).isEqualTo(ORIGIN + "/releases");
        assertThat(verified.registry().checkpoint()).isEqualTo(Checkpoint.of(ORIGIN, 0, Sha256.of(new byte[0])));
        first.verify(policy());
        ReleaseLogView.open(registry).orElseThrow().verifyContinues(first);
    }

    @Test
    void theSameManifestIsNotPublishedWithAnotherStory() throws IOException {
        try (ReleaseLog log = open()) {
            ReleaseEntry entry = entry("premiere");
            log.append(entry);
            ReleaseEntry other = new ReleaseEntry(
                    entry.release(),
                    entry.recipe(),
                    entry.rules(),
                    entry.registryNote(),
                    Optional.of(Sha256.of("autre")),
                    0);
            assertThatThrownBy(() -> log.append(other)).isInstanceOf(IntegrityException.class);
        }
        assertThat(ReleaseLogView.open(registry).orElseThrow().size()).isEqualTo(1);
    }

    @Test
    void aRetractionAndTheReleaseThatTakesThePlaceAreFoundFromTheStaleOne() throws IOException {
        ReleaseEntry stale = entry("v1");
        ReleaseEntry fresh = Entries.superseding(entry("v2"), stale);
        RetractionEntry retraction = new RetractionEntry(
                stale.manifest(),
                fresh.manifest(),
                IdSet.of(List.of("1eb118cba12998434b0fc5caf50dc8803e6a9afe")),
                Reservations.of(List.of(new ReservationId("000102030405060708090a0b0c0d0e0f"))),
                stale.registryNote(),
                0);
        try (ReleaseLog log = open()) {
            log.append(stale);
            log.append(List.of(fresh, retraction));
            log.append(List.of(fresh, retraction));
            ReleaseLogView view = log.view();
            assertThat(view.size()).isEqualTo(3);
            assertThat(view.successors(stale.manifest()))
                    .extracting(LoggedEntry::index)
                    .containsExactly(1L, 2L);
            assertThat(view.successors(fresh.manifest())).isEmpty();
            assertThat(view.release(stale.manifest()).orElseThrow().index()).isZero();
            view.logged(2).verify(policy());
        }
    }

    @Test
    void aClockThatIsSetBackNeverTurnsTimeBackInTheLog() throws IOException {
        try (ReleaseLog log = open()) {
            log.append(entry("premiere"));
            now = START.minusSeconds(300);
            assertThat(log.append(entry("deuxieme")).entry().timeMillis()).isEqualTo(START.toEpochMilli());
            now = START.minusSeconds(3600);
            assertThatThrownBy(() -> log.append(entry("troisieme"))).isInstanceOf(EngineException.class);
            assertThat(log.view().size()).isEqualTo(2);
        }
    }

    @Test
    void aSecondWriterIsKeptOut() throws IOException {
        try (ReleaseLog log = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            e -> assertThat(e.message().key()).isEqualTo("tlog.locked"));
            assertThat(log.view().size()).isZero();
        }
    }

    @Test
    void anEntryInTheLogOfAnotherRegistryDoesNotCount() throws IOException {
        SignerKey other = SignerKey.of("ailleurs.exemple/releases", SignatureKind.ED25519, new byte[32]);
        TileLog log = TileLog.create(folder.resolve("ailleurs"), other);
        byte[] entry = entry("premiere").bytes();
        log.append(entry);
        log.publish();
        LoggedEntry logged = LoggedEntry.of(entry, TlogProof.of(log.reader().inclusion(0), log.published()));
        log.close();
        assertThatThrownBy(logged::check)
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().key()).isEqualTo("releaselog.other-log"));
    }

    @Test
    void aRegistryCheckpointThatTheRegistryNeverSignedDoesNotCount() throws IOException {
        SignerKey false1 = SignerKey.of(ORIGIN, SignatureKind.ED25519, new byte[32]);
        byte[] note =
                false1.note(Checkpoint.of(ORIGIN, 3, Sha256.of("x")).text()).bytes();
        LoggedEntry logged;
        try (ReleaseLog log = open()) {
            logged = log.append(Entries.release("premiere", note));
        }
        logged.check();
        assertThatThrownBy(() -> logged.verify(policy()))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().key()).isEqualTo("releaselog.registry-not-accepted"));
    }

    @Test
    void aLogThatIsCutOrReplayedIsFoundOutByWhoeverHoldsAProof() throws IOException {
        LoggedEntry held;
        Path copy = folder.resolve("copie");
        try (ReleaseLog log = open()) {
            log.append(entry("premiere"));
            copy(registry.resolve("releases"), copy);
            held = log.append(entry("deuxieme"));
        }
        replace(registry.resolve("releases"), copy);
        assertThatThrownBy(() -> ReleaseLogView.open(registry).orElseThrow().verifyContinues(held))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().key()).isEqualTo("releaselog.shorter"));
    }

    @Test
    void twoSignedHistoriesAreFoundOutByWhoeverHoldsAProofOfTheOther() throws IOException {
        LoggedEntry held;
        Path copy = folder.resolve("copie");
        try (ReleaseLog log = open()) {
            log.append(entry("premiere"));
            copy(registry.resolve("releases"), copy);
            held = log.append(entry("deuxieme"));
        }
        replace(registry.resolve("releases"), copy);
        try (ReleaseLog log = open()) {
            log.append(entry("une autre"));
            log.append(entry("encore une"));
        }
        held.verify(policy());
        assertThatThrownBy(() -> ReleaseLogView.open(registry).orElseThrow().verifyContinues(held))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().key()).isEqualTo("releaselog.contradiction"));
    }

    /** The held entry stands in both, at the same place: only what came before it differs. */
    @Test
    void anotherPastUnderTheSameEntryIsFoundOut() throws IOException {
        open().close();
        Path copy = folder.resolve("copie");
        copy(registry.resolve("releases"), copy);
        LoggedEntry held;
        try (ReleaseLog log = open()) {
            log.append(entry("premiere"));
            held = log.append(entry("deuxieme"));
        }
        replace(registry.resolve("releases"), copy);
        LoggedEntry shown;
        try (ReleaseLog log = open()) {
            log.append(entry("une autre"));
            shown = log.append(entry("deuxieme"));
        }
        assertThat(shown.entryBytes()).isEqualTo(held.entryBytes());
        assertThat(shown.index()).isEqualTo(held.index());
        held.verify(policy());
        shown.verify(policy());
        assertThatThrownBy(() -> ReleaseLogView.open(registry).orElseThrow().verifyContinues(held))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().key()).isEqualTo("releaselog.contradiction"));
    }

    @Test
    void aRegistryWhoseNameIsThatOfALogOfReleasesIsRefused() {
        assertThatThrownBy(() -> OptOutRegistry.create(
                        folder.resolve("autre"),
                        "registre.exemple/releases",
                        Optional.empty(),
                        OptOutRegistry.DEFAULT_MERGE_DELAY,
                        environment()))
                .isInstanceOf(RecipeException.class);
    }

    @Test
    void aProofWithExtraDataIsRefused() throws IOException {
        LoggedEntry logged;
        try (ReleaseLog log = open()) {
            logged = log.append(entry("premiere"));
        }
        byte[] proof =
                logged.proof().withExtra("x".getBytes(StandardCharsets.UTF_8)).bytes();
        assertThatThrownBy(() -> LoggedEntry.parse(logged.entryBytes(), proof))
                .isInstanceOf(MalformedSourceException.class);
    }

    private static void replace(Path log, Path by) throws IOException {
        Path away = log.resolveSibling("away");
        Files.move(log, away);
        Files.move(by, log);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
