package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.release.Staleness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first copy of a release, made where there is none. */
class FirstCopyTest {

    @TempDir
    static Path folder;

    private static RetractedTwice releases;

    private Path copy;

    @BeforeAll
    static void publishTwoRetractions() throws IOException {
        releases = RetractedTwice.in(folder);
    }

    private SyncReport sync(ReleaseOrigin origin, SyncOptions options) throws IOException {
        return RetractedTwice.sync(copy, origin, options);
    }

    private SyncReport sync(ReleaseOrigin origin) throws IOException {
        return sync(origin, SyncOptions.standard(2));
    }

    @Test
    void aFirstCopyIsMadeWhereThereIsNone() throws IOException {
        try (FaultyServer server = new FaultyServer(folder)) {
            HttpOrigin web = new HttpOrigin(server.address("v1.2"), RetractedTwice.HASTY);
            for (ReleaseOrigin from : List.of(new DirectoryOrigin(releases.v12), web)) {
                copy = releases.place().resolve("new/copy");
                SyncReport report = sync(from, SyncOptions.standard(2).withPolicy(releases.corpus.policy()));
                assertThat(report.before()).isEmpty();
                assertThat(report.findings()).isEmpty();
                assertThat(report.filesDeleted()).isZero();
                assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.files(releases.v12));
                assertThat(sync(from).before()).contains(report.after());
            }
        }
    }

    @Test
    void aFirstCopyOfAStaleReleaseIsStale() throws IOException {
        copy = releases.place();
        sync(new DirectoryOrigin(releases.v11));
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.files(releases.v11));
        assertThat(Staleness.of(copy, Optional.empty()).isStale()).isTrue();
    }

    @Test
    void aFirstCopyAttestsNothingAndTouchesNoOtherDirectory() throws IOException {
        Path other = Files.createDirectory(releases.place());
        Files.writeString(other.resolve("these.txt"), "mine");
        copy = other;
        assertThatThrownBy(() -> sync(new DirectoryOrigin(releases.v12)))
                .satisfies(RetractedTwice.says("retract.not-a-copy"));
        assertThat(RetractedTwice.files(other)).containsOnlyKeys("these.txt");
        copy = other.resolve("none");
        Path file = other.resolve("attestation.json");
        assertThatThrownBy(() -> sync(new DirectoryOrigin(releases.v12), releases.attesting(file)))
                .satisfies(RetractedTwice.says("retract.nothing-deleted"));
        assertThat(copy).doesNotExist();
    }

    @Test
    void aFirstCopyNeedsTheLogThatThePolicyAccepts() throws IOException {
        Path mute = releases.copy(releases.v12);
        Files.delete(mute.resolve("release.entry"));
        Files.delete(mute.resolve("release.tlog-proof"));
        SyncOptions trusting = SyncOptions.standard(2).withPolicy(releases.corpus.policy());
        copy = releases.place();
        assertThatThrownBy(() -> sync(new DirectoryOrigin(mute), trusting))
                .satisfies(RetractedTwice.says("retract.not-published"));
        for (String extension : List.of(".entry", ".tlog-proof")) {
            Files.copy(releases.v11.resolve("release" + extension), mute.resolve("release" + extension));
        }
        assertThatThrownBy(() -> sync(new DirectoryOrigin(mute), trusting))
                .satisfies(RetractedTwice.says("retract.not-published"));
        assertThat(copy.resolve("manifest.json")).doesNotExist();
    }
}
