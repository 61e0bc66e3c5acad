package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the registrar at every write of a rotation away from a stolen key. */
class KeyRotationCrashTest {

    private static final String ORIGIN = "registre.exemple.fr/reservations";
    private static final int MOST_WRITES = 500;

    @TempDir
    Path folder;

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static OptOutRegistry open(Path directory, int entropy) throws IOException {
        return OptOutRegistry.open(directory, Duration.ZERO, new Fixed(entropy).environment());
    }

    private static TlogPolicy policy(Path directory) throws IOException {
        return TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
    }

    /** Rotates until the fuse burns; whether it burnt. */
    private static boolean rotateUntil(PowerCut.Fuse fuse, Path directory) throws IOException {
        try (OptOutRegistry registry = open(new CutFileSystem(fuse).of(directory), 5)) {
            registry.rotateKey(true);
            return false;
        } catch (PowerCut e) {
            return true;
        }
    }

    /** Whether the reservation can be read as it is; if not, because the log is one step ahead of the database. */
    private static boolean isServed(Path directory) throws IOException {
        try {
            assertThat(RegistryFixture.reserved(directory)).hasSize(1);
            return true;
        } catch (EngineException e) {
            assertThat(e.message().key()).isEqualTo("optout.unfinished");
            return false;
        }
    }

    @Test
    void noCutLeavesTheStolenKeyTrustedOnceTheRotationCounts() throws IOException {
        Path whole = folder.resolve("entier");
        OptOutRegistry.create(whole, ORIGIN, Optional.empty(), Duration.ofHours(24), new Fixed(1).environment());
        VerifierKey stolen;
        Receipt before;
        try (OptOutRegistry registry = open(whole, 2)) {
            registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            stolen = registry.keys().get(0);
            before = registry.receipt(0);
        }
        int forgotten = 0;
        int completed = 0;
        int readers = 0;
        int cuts = 0;
        boolean cut = true;
        for (int writes = 0; cut; writes++) {
            assertThat(writes).as("writes of one rotation").isLessThan(MOST_WRITES);
            Path directory = folder.resolve("coupe-" + writes);
            copy(whole, directory);
            cuts++;
            cut = rotateUntil(new PowerCut.Fuse(writes), directory);

            // Nobody repaired anything yet: readers are served under whichever key is published, or told who repairs
            // it.
            readers += isServed(directory) ? 1 : 0;

            VerifierKey now;
            try (OptOutRegistry registry = open(directory, 7)) {
                List<VerifierKey> keys = registry.keys();
                assertThat(keys).as("keys after %d writes", writes).hasSize(1);
                now = keys.get(0);
                boolean isNew = !now.equals(stolen);
                assertThat(registry.size())
                        .as("entries after %d writes", writes)
                        .isEqualTo(isNew ? 2 : 1);
                assertThat(policy(directory).logs())
                        .as("policy after %d writes", writes)
                        .containsExactly(now);
                assertThat(registry.receipt(0).verify(policy(directory)).index())
                        .isZero();
                completed += isNew ? 1 : 0;
                forgotten += isNew ? 0 : 1;
                if (!isNew) {
                    now = registry.rotateKey(true);
                }
            }
            assertThat(policy(directory).logs()).containsExactly(now).doesNotContain(stolen);
            assertThatThrownBy(() -> before.verify(policy(directory))).isInstanceOf(IntegrityException.class);
            assertThat(Files.list(directory.resolve("private"))
                            .map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".next"));
            assertThat(new RegistryDirectory(directory).keys().all()).hasSize(1);
        }
        assertThat(readers).as("of %d", cuts).isGreaterThan(cuts / 2);
        assertThat(forgotten).isPositive();
        assertThat(completed).isGreaterThan(10);
    }
}
