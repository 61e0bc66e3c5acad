package fr.corpus.optout;

import static fr.corpus.optout.RegistryFixture.key;
import static fr.corpus.optout.RegistryFixture.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.identifier.KeyType;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry keeps through floods, clocks, second registrars, cuts and losses, on every database. */
interface DurabilityContract extends RegistryFixture {

    @Test
    default void whatTheLogLacksBeyondThePromisedDelayIsTold(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(31);
        fresh(directory, fixed).close();
        RegistryOpening.Opened opened = new RegistryOpening(new RegistryDirectory(directory)).open(NO_WAIT);
        EntryWriter writer = new EntryWriter(opened.journal().store(), fixed.environment(), opened.mmdSeconds());
        StoredEntry accepted = writer.reservation(Fixed.declaration("Anne", Fixed.isbn(1)), Fixed.START.toEpochMilli());
        opened.journal().store().add(List.of(accepted), java.util.Map.of()); // and the process is gone
        opened.journal().close();
        Instant due = Fixed.START.plus(Duration.ofHours(24));
        RegistryCheck early = RegistryCheck.of(directory, due);
        assertThat(early.pending()).isEqualTo(1);
        assertThat(early.isSound()).isTrue();
        RegistryCheck late = RegistryCheck.of(directory, due.plusSeconds(1));
        assertThat(late.isSound()).isFalse();
        assertThat(late.late())
                .containsExactly(new RegistryCheck.Late(accepted.entry().id(), due));
        OptOutRegistry.open(directory, NO_WAIT, fixed.environment()).close();
        assertThat(RegistryCheck.of(directory, due.plusSeconds(1)))
                .satisfies(after -> assertThat(after.isSound()).isTrue())
                .satisfies(after -> assertThat(after.pending()).isZero())
                .satisfies(after -> assertThat(after.checkpoint().size()).isEqualTo(1));
    }

    @Test
    default void aCheckFindsATouchedEntryOfTheLogWithoutALock(@TempDir Path directory) throws IOException {
        try (OptOutRegistry registry = fresh(directory, new Fixed(32))) {
            for (int i = 0; i < 5; i++) {
                registry.register(Fixed.declaration("Anne", Fixed.isbn(i)));
            }
            Instant now = Fixed.START;
            assertThat(RegistryCheck.of(directory, now).isSound()).isTrue();
            Path bundle = directory.resolve("log/tile/entries/000.p/5");
            byte[] bytes = Files.readAllBytes(bundle);
            bytes[bytes.length / 2] ^= 1;
            Files.write(bundle, bytes);
            assertThat(RegistryCheck.of(directory, now).findings()).hasSize(1);
            bytes[bytes.length / 2] ^= 1;
            Files.write(bundle, bytes);
            assertThat(RegistryCheck.of(directory, now.minus(Duration.ofHours(1)))
                            .findings())
                    .extracting(message -> message.key())
                    .containsExactly("optout.clock-behind");
        }
    }

    @Test
    default void timesNeverGoBackAndAClockFarBehindIsNotBelieved(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(10);
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            fixed.set(Fixed.START.minusSeconds(60));
            Registered second = registry.register(Fixed.declaration("Anne", Fixed.isbn(2)));
            assertThat(second.entry().stamp().timeMillis()).isEqualTo(Fixed.START.toEpochMilli());
        }
        fixed.set(Fixed.START.minusSeconds(3600));
        try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
            assertThatThrownBy(() -> registry.register(Fixed.declaration("Anne", Fixed.isbn(3))))
                    .isInstanceOfSatisfying(
                            EngineException.class, e -> assertThat(key(e)).isEqualTo("optout.clock-behind"));
        }
    }

    @Test
    default void aSecondRegistrarIsToldAndTheFirstGoesOn(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(11);
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            assertThatThrownBy(() -> OptOutRegistry.open(directory, Duration.ofMillis(120), fixed.environment()))
                    .isInstanceOfSatisfying(
                            EngineException.class, e -> assertThat(key(e)).isEqualTo("tlog.locked"));
            registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            assertThat(registry.size()).isEqualTo(1);
        }
    }

    @Test
    default void refusesALogThatWasCut(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(12);
        byte[] older;
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            older = Files.readAllBytes(directory.resolve("log/checkpoint"));
            registry.register(
                    List.of(Fixed.declaration("Anne", Fixed.isbn(2)), Fixed.declaration("Anne", Fixed.isbn(3))));
        }
        Files.write(directory.resolve("log/checkpoint"), older);
        assertThatThrownBy(() -> OptOutRegistry.open(directory, NO_WAIT, fixed.environment()))
                .isInstanceOfSatisfying(
                        IntegrityException.class, e -> assertThat(key(e)).isEqualTo("optout.log-truncated"));
    }

    @Test
    default void refusesACorruptTile(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(13);
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
        }
        Path tile = directory.resolve("log/tile/0/000.p/1");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[3] ^= 1;
        Files.write(tile, bytes);
        assertThatThrownBy(() -> OptOutRegistry.open(directory, NO_WAIT, fixed.environment()))
                .isInstanceOf(IntegrityException.class);
    }

    @Test
    default void keepsTheKeyForTheOperatorAlone(@TempDir Path directory) throws IOException {
        fresh(directory, new Fixed(14)).close();
        Path key = directory.resolve("private/log.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())))
                .isEqualTo("rwx------");
        assertThatThrownBy(() -> fresh(directory, new Fixed(14)))
                .isInstanceOfSatisfying(
                        IntegrityException.class, e -> assertThat(key(e)).isEqualTo("optout.registry-exists"));
    }

    @Test
    default void aLostDatabaseComesBackFromTheLogAsFarAsTheLogTells(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(17);
        ReservationId withdrawn;
        ReservationId amended;
        Selector page = Selector.ofUrl("https://anne.exemple.fr/*").orElseThrow();
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            amended = registry.register(Fixed.declaration("Anne", Fixed.isbn(1), page))
                    .id();
            withdrawn =
                    registry.register(Fixed.declaration("Autre", Fixed.isbn(2))).id();
            registry.amend(amended, Fixed.declaration("Anne", Fixed.isbn(3), page));
            registry.contest(amended, "");
            registry.withdraw(withdrawn, "");
        }
        losesItsDatabase(directory);
        assertThat(OptOutRegistry.restore(directory, NO_WAIT)).isEqualTo(5);
        assertThat(OptOutRegistry.restore(directory, NO_WAIT)).isZero();
        assertThat(reserved(directory)).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(amended);
            assertThat(one.status()).isEqualTo(ReservationStatus.CONTESTED);
            assertThat(one.categories()).isEqualTo(UseCategory.DEFAULT);
            assertThat(one.keys())
                    .containsExactly(new RegistrySnapshot.ReservedKey(
                            KeyType.ISBN, ((Selector.Exact) Fixed.isbn(3)).key().digest()));
        });
        try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
            assertThat(registry.withdraw(amended, "").index()).isEqualTo(5);
            TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
            assertThat(registry.receipt(0).verify(policy).opening()).isEmpty();
        }
        assertThat(reserved(directory)).isEmpty();
    }

    @Test
    default void manyDeclarationsBecomeDurableTogetherAndEachHasItsReceipt(@TempDir Path directory) throws IOException {
        List<Declaration> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(Fixed.declaration("Éditions", Fixed.isbn(i)));
        }
        Fixed fixed = new Fixed(15);
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            List<Registered> registered = registry.register(many);
            assertThat(registered).hasSize(700);
            TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
            for (int i = 0; i < 700; i += 99) {
                assertThat(registry.receipt(i).verify(policy).entry().id())
                        .isEqualTo(registered.get(i).id());
            }
        }
        assertThat(reserved(directory)).hasSize(700);
        try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
            assertThat(registry.register(Fixed.declaration("Anne", Fixed.isbn(800)))
                            .index())
                    .isEqualTo(700);
        }
    }
}
