package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synchronization that is cut short, at every step there is. */
class SynchronizationCutTest {

    @TempDir
    static Path folder;

    private static RetractedTwice releases;

    @BeforeAll
    static void publishTwoRetractions() throws IOException {
        releases = RetractedTwice.in(folder);
    }

    /** A power cut at a step. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Whether it ended before so many steps were done. */
    private static boolean ends(Path copy, Path release, SyncOptions options, int steps) throws IOException {
        AtomicInteger left = new AtomicInteger(steps);
        try {
            RetractedTwice.sync(copy, new DirectoryOrigin(release), options, () -> {
                if (left.getAndDecrement() == 0) {
                    throw new Cut();
                }
            });
            return true;
        } catch (Cut e) {
            return false;
        }
    }

    @Test
    void aSynchronizationMayBeCutAtAnyStep() throws IOException {
        Map<String, String> old = RetractedTwice.files(releases.untouched);
        Map<String, String> next = RetractedTwice.published(releases.v11);
        int refused = 0;
        boolean ended = false;
        for (int cutAt = 0; !ended; cutAt++) {
            Path copy = releases.copy(releases.untouched);
            Path file = releases.place();
            ended = ends(copy, releases.v11, releases.attesting(file), cutAt);
            // What a reader is given is the old release or the new one, or nothing.
            try {
                ReleaseReader.open(copy);
                assertThat(RetractedTwice.listed(copy))
                        .as("cut at %d", cutAt)
                        .isIn(old, RetractedTwice.listed(releases.v11));
            } catch (IntegrityException mixed) {
                assertThat(mixed.message().key()).isEqualTo("release.sync-cut");
                refused++;
            }
            SyncReport again = RetractedTwice.sync(copy, new DirectoryOrigin(releases.v11), releases.attesting(file));
            assertThat(again.findings()).isEmpty();
            assertThat(again.attestation()).as("cut at %d", cutAt).isPresent();
            assertThat(RetractedTwice.files(copy)).as("cut at %d", cutAt).isEqualTo(next);
            Attestation attestation = Attestation.parse(Files.readAllBytes(file));
            assertThat(attestation.statement().before()).isEqualTo(releases.first.manifest());
        }
        assertThat(refused).isGreaterThan(5);
    }

    @Test
    void aFirstCopyMayBeCutAtAnyStep() throws IOException {
        Map<String, String> whole = RetractedTwice.files(releases.v12);
        SyncOptions options = SyncOptions.standard(2);
        int cuts = 0;
        for (boolean ended = false; !ended; cuts++) {
            Path copy = releases.place();
            ended = ends(copy, releases.v12, options, cuts);
            assertThat(RetractedTwice.sync(copy, new DirectoryOrigin(releases.v12), options)
                            .findings())
                    .isEmpty();
            assertThat(RetractedTwice.files(copy)).as("cut at %d", cuts).isEqualTo(whole);
        }
        assertThat(cuts).isGreaterThan(10);
    }

    @Test
    void aCutBetweenTheStateAndItsMarkIsNoExchange() throws IOException {
        Path copy = releases.copy(releases.untouched);
        Path mark = copy.resolve(".corpus-sync/exchanging");
        assertThatThrownBy(() ->
                        RetractedTwice.sync(copy, new DirectoryOrigin(releases.v11), SyncOptions.standard(2), () -> {
                            if (Files.exists(mark)) {
                                throw new Cut();
                            }
                        }))
                .isInstanceOf(Cut.class);
        Files.delete(mark);
        RetractedTwice.sync(copy, new DirectoryOrigin(releases.v11), SyncOptions.standard(2));
        assertThat(RetractedTwice.files(copy)).isEqualTo(RetractedTwice.published(releases.v11));
    }
}
