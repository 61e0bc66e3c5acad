package fr.corpus.optout;

import static fr.corpus.optout.RegistryFixture.key;
import static fr.corpus.optout.RegistryFixture.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be done to reservations, by whom, and what is then heeded, on every database. */
interface ReservationContract extends RegistryFixture {

    @Test
    default void aSnapshotGivesWhatIsActiveWithKeysPatternsAndWorks(@TempDir Path directory) throws IOException {
        WorkFingerprint work = WorkFingerprint.of(
                Optional.of(Digest.of(new byte[32])), Digest.of(new byte[32]), new byte[32], new long[] {-5, 0, 7});
        Selector pattern = Selector.ofUrl("https://exemple.fr/*/vers.html").orElseThrow();
        Selector author =
                new Selector.Exact(AuthorName.find("Anne Exemple").orElseThrow().key());
        try (OptOutRegistry registry = fresh(directory, new Fixed(4))) {
            Registered kept = registry.register(
                    Fixed.declaration("Anne Exemple", Fixed.isbn(1), author, pattern, new Selector.Work(work)));
            Registered gone = registry.register(Fixed.declaration("Autre", Fixed.isbn(2)));
            registry.withdraw(gone.id(), "");
            Key isbn = ((Selector.Exact) Fixed.isbn(1)).key();
            assertThat(reserved(directory)).singleElement().satisfies(reserved -> {
                assertThat(reserved.id()).isEqualTo(kept.id());
                assertThat(reserved.suspendsOnly()).isTrue();
                assertThat(reserved.categories()).isEqualTo(UseCategory.DEFAULT);
                assertThat(reserved.keys())
                        .containsExactly(
                                new RegistrySnapshot.ReservedKey(KeyType.ISBN, isbn.digest()),
                                new RegistrySnapshot.ReservedKey(
                                        KeyType.AUTHOR,
                                        ((Selector.Exact) author).key().digest()));
                assertThat(reserved.patterns()).containsExactly(((Selector.Pattern) pattern).pattern());
                assertThat(reserved.works()).containsExactly(work);
            });
        }
    }

    @Test
    default void aSnapshotStaysAtItsCheckpointAndAnEarlierOneCanBeHadBack(@TempDir Path directory) throws IOException {
        try (OptOutRegistry registry = fresh(directory, new Fixed(5))) {
            Registered first = registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            try (RegistrySnapshot before = RegistrySnapshot.open(directory)) {
                registry.amend(first.id(), Fixed.declaration("Anne", Fixed.isbn(2), Fixed.isbn(3)));
                registry.withdraw(first.id(), "");
                registry.register(Fixed.declaration("Autre", Fixed.isbn(4)));
                List<RegistrySnapshot.Reserved> seen = new ArrayList<>();
                before.visit(seen::add);
                assertThat(seen)
                        .singleElement()
                        .satisfies(one -> assertThat(one.keys()).hasSize(1));
                assertThat(before.checkpoint().size()).isEqualTo(1);
                try (RegistrySnapshot again = RegistrySnapshot.open(directory, before.checkpoint())) {
                    List<RegistrySnapshot.Reserved> back = new ArrayList<>();
                    again.visit(back::add);
                    assertThat(back).isEqualTo(seen);
                }
                Checkpoint never = Checkpoint.of(ORIGIN, 1, Digest.of(new byte[32]));
                assertThatThrownBy(() -> RegistrySnapshot.open(directory, never))
                        .isInstanceOf(IntegrityException.class);
            }
            assertThat(reserved(directory))
                    .singleElement()
                    .satisfies(one -> assertThat(one.id()).isNotEqualTo(first.id()));
        }
    }

    @Test
    default void everyChangeIsALogEntryThatNamesTheOneBeforeIt(@TempDir Path directory) throws IOException {
        try (OptOutRegistry registry = fresh(directory, new Fixed(6))) {
            Registered first = registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            registry.register(Fixed.declaration("Autre", Fixed.isbn(2)));
            registry.contest(first.id(), "l’œuvre est dans le domaine public");
            registry.counterNotice(first.id(), "non");
            registry.decide(first.id(), ReservationStatus.VERIFIED, "");
            registry.amend(first.id(), Fixed.declaration("Anne", Fixed.isbn(3)));
            registry.withdraw(first.id(), "");
            try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory)) {
                List<RegistrySnapshot.Event> history = snapshot.history(first.id());
                assertThat(history.stream().map(event -> event.entry().type().word()))
                        .containsExactly("reservation", "contest", "counter-notice", "decision", "amend", "withdraw");
                assertThat(history.stream().map(event -> event.index().orElseThrow()))
                        .containsExactly(0L, 2L, 3L, 4L, 5L, 6L);
                assertThat(history.stream()
                                .skip(1)
                                .map(event -> event.entry().previous().orElseThrow()))
                        .containsExactly(0L, 2L, 3L, 4L, 5L);
                assertThat(history.stream().map(event -> event.entry().status().word()))
                        .containsExactly("received", "contested", "contested", "verified", "received", "withdrawn");
                assertThat(history.get(4).entry().version()).isEqualTo(2);
            }
            assertThatThrownBy(() -> registry.contest(first.id(), ""))
                    .isInstanceOfSatisfying(
                            RecipeException.class, e -> assertThat(key(e)).isEqualTo("optout.not-active"));
        }
    }

    @Test
    default void erasureDestroysWhoAndWhereButKeepsTheWorkReservedAndTheTreeWhole(@TempDir Path directory)
            throws IOException {
        Selector page = Selector.ofUrl("https://anne.exemple.fr/*").orElseThrow();
        try (OptOutRegistry registry = fresh(directory, new Fixed(7))) {
            Registered first = registry.register(Fixed.declaration("Anne Exemple-Unique", Fixed.isbn(1), page));
            Receipt held = registry.receipt(0);
            registry.erase(first.id());
            assertThat(reserved(directory))
                    .singleElement()
                    .satisfies(one -> assertThat(one.keys())
                            .extracting(RegistrySnapshot.ReservedKey::type)
                            .containsExactly(KeyType.ISBN));
            try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory)) {
                assertThat(snapshot.history(first.id()))
                        .allSatisfy(event -> assertThat(event.declaration()).isEmpty());
            }
            assertThat(registry.receipt(0).proof().extra()).isEmpty();
            TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
            assertThat(held.verify(policy).entry().id()).isEqualTo(first.id());
            assertThat(registry.receipt(0).verify(policy).entry()).isEqualTo(first.entry());
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain("Exemple-Unique")
                        .doesNotContain("anne.exemple.fr");
            }
        }
    }

    private static DomainControl control(String host, DomainControl.Method method) {
        return new DomainControl(host, method, "https://" + host + "/", Fixed.START, Digest.of(new byte[32]));
    }

    @Test
    default void aClaimOverASiteSuspendsUntilItsHolderIsSeenToControlIt(@TempDir Path directory) throws IOException {
        Selector domain = new Selector.Exact(new Key(KeyType.DOMAIN, "exemple.fr"));
        Selector poems = Selector.ofUrl("https://anne.exemple.org/poemes/*").orElseThrow();
        try (OptOutRegistry registry = fresh(directory, new Fixed(8))) {
            Registered claim = registry.register(Fixed.declaration("Anne", domain, poems));
            assertThat(reserved(directory))
                    .singleElement()
                    .satisfies(one -> assertThat(one.suspendsOnly()).isTrue());
            assertThatThrownBy(() -> registry.prove(claim.id(), control("autre.fr", DomainControl.Method.WELL_KNOWN)))
                    .isInstanceOfSatisfying(
                            RecipeException.class, e -> assertThat(key(e)).isEqualTo("optout.domain.elsewhere"));
            // A home page shows its host only, never a domain.
            assertThatThrownBy(() -> registry.prove(claim.id(), control("exemple.fr", DomainControl.Method.META)))
                    .isInstanceOf(RecipeException.class);

            Registered half = registry.prove(claim.id(), control("exemple.fr", DomainControl.Method.DNS));
            assertThat(half.entry().scope().orElseThrow().tier()).isEqualTo(IdentityTier.EMAIL);
            assertThat(half.entry().status()).isEqualTo(ReservationStatus.RECEIVED);

            Registered whole = registry.prove(claim.id(), control("anne.exemple.org", DomainControl.Method.META));
            assertThat(whole.entry().scope().orElseThrow().tier()).isEqualTo(IdentityTier.DOMAIN);
            assertThat(whole.entry().status()).isEqualTo(ReservationStatus.VERIFIED);
            assertThat(reserved(directory))
                    .singleElement()
                    .satisfies(one -> assertThat(one.suspendsOnly()).isFalse());
            TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
            Receipt receipt = registry.receipt(whole.index());
            assertThat(receipt.verify(policy).entry()).isEqualTo(whole.entry());
            assertThat(PrivateRecord.read(receipt.verify(policy)
                                    .opening()
                                    .orElseThrow()
                                    .record())
                            .controls())
                    .extracting(DomainControl::host)
                    .containsExactly("exemple.fr", "anne.exemple.org");
        }
    }

    @Test
    default void whatWasShownOfOneSiteDoesNotServeAnother(@TempDir Path directory) throws IOException {
        Selector own = Selector.ofHost("exemple.fr").orElseThrow();
        Selector other = Selector.ofHost("lemonde.example").orElseThrow();
        try (OptOutRegistry registry = fresh(directory, new Fixed(24))) {
            Registered claim = registry.register(Fixed.declaration("Anne", own));
            registry.prove(claim.id(), control("exemple.fr", DomainControl.Method.WELL_KNOWN));
            Registered moved =
                    registry.amend(claim.id(), registry.declaration(claim.id()).withSelectors(List.of(own, other)));
            assertThat(moved.entry().scope().orElseThrow().tier()).isEqualTo(IdentityTier.ANONYMOUS);
            Registered back =
                    registry.amend(claim.id(), registry.declaration(claim.id()).withSelectors(List.of(own)));
            assertThat(back.entry().scope().orElseThrow().tier()).isEqualTo(IdentityTier.ANONYMOUS);
        }
    }

    /** What is done to a reservation, by a letter each. */
    private static void step(OptOutRegistry registry, ReservationId id, char step) throws IOException {
        switch (step) {
            case 'c' -> registry.contest(id, "");
            case 'n' -> registry.counterNotice(id, "");
            case 'v' -> registry.decide(id, ReservationStatus.VERIFIED, "");
            case 'r' -> registry.decide(id, ReservationStatus.REJECTED, "");
            case 's' -> registry.decide(id, ReservationStatus.SUPERSEDED, "");
            case 'w' -> registry.withdraw(id, "");
            case 'a' -> registry.amend(id, registry.declaration(id));
            case 'e' -> registry.erase(id);
            default -> throw new AssertionError(step);
        }
    }

    @Test
    default void stepsThatMakeNoSenseAreRefusedWithTheirReasonAndLeaveNoTrace(@TempDir Path directory)
            throws IOException {
        // steps that are right, the one that is not, why
        String[][] refused = {
            {"", "n", "optout.not-contested"},
            {"v", "n", "optout.not-contested"},
            {"v", "v", "optout.already"},
            {"cv", "n", "optout.not-contested"},
            {"r", "c", "optout.not-active"},
            {"r", "v", "optout.not-active"},
            {"w", "w", "optout.not-active"},
            {"w", "a", "optout.not-active"},
            {"cr", "a", "optout.not-active"},
            {"s", "r", "optout.not-active"},
            {"e", "a", "optout.erased"},
        };
        try (OptOutRegistry registry = fresh(directory, new Fixed(25))) {
            for (String[] row : refused) {
                ReservationId id = registry.register(Fixed.declaration("Anne", Fixed.isbn(1)))
                        .id();
                for (char right : row[0].toCharArray()) {
                    step(registry, id, right);
                }
                long size = registry.size();
                assertThatThrownBy(() -> step(registry, id, row[1].charAt(0)))
                        .as(row[0] + " then " + row[1])
                        .isInstanceOfSatisfying(
                                RecipeException.class, e -> assertThat(key(e)).isEqualTo(row[2]));
                assertThat(registry.size()).isEqualTo(size);
            }
            ReservationId id =
                    registry.register(Fixed.declaration("Anne", Fixed.isbn(2))).id();
            for (char right : "cnccvarw".replace("r", "cn").toCharArray()) {
                step(registry, id, right);
            }
            assertThat(registry.last(id).entry().status()).isEqualTo(ReservationStatus.WITHDRAWN);
        }
    }

    @Test
    default void aFloodIsStoppedByTheDayAndTheOperatorsImportsAreNot(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(30);
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            registry.setQuota(IdentityTier.EMAIL, Optional.of(new Quota(3, 5)));
            for (int i = 0; i < 3; i++) {
                registry.register(Fixed.declaration("Anne", Fixed.isbn(i)));
            }
            assertThatThrownBy(() -> registry.register(Fixed.declaration("Anne", Fixed.isbn(3))))
                    .isInstanceOfSatisfying(
                            RecipeException.class, e -> assertThat(key(e)).isEqualTo("optout.quota"));
            // Another name each time is another holder, but the same flood.
            registry.register(Fixed.declaration("Anne 2", Fixed.isbn(4)));
            registry.register(Fixed.declaration("Anne 3", Fixed.isbn(5)));
            assertThatThrownBy(() -> registry.register(Fixed.declaration("Anne 4", Fixed.isbn(6))))
                    .isInstanceOf(RecipeException.class);
            assertThat(registry.size()).isEqualTo(5);
            registry.register(List.of(
                    Fixed.declaration("Éditions", Fixed.isbn(7)), Fixed.declaration("Éditions", Fixed.isbn(8))));
            registry.register(Fixed.declaration("Société", Fixed.isbn(9)).withTier(IdentityTier.ATTESTED));
        }
        try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
            assertThatThrownBy(() -> registry.register(Fixed.declaration("Anne", Fixed.isbn(10))))
                    .isInstanceOf(RecipeException.class);
            fixed.set(Fixed.START.plus(Duration.ofDays(1)));
            registry.register(Fixed.declaration("Anne", Fixed.isbn(10)));
            registry.setQuota(IdentityTier.EMAIL, Optional.empty());
            for (int i = 0; i < 6; i++) {
                registry.register(Fixed.declaration("Anne", Fixed.isbn(20 + i)));
            }
            assertThat(registry.quota(IdentityTier.EMAIL)).isEmpty();
            assertThat(registry.quota(IdentityTier.ANONYMOUS)).contains(new Quota(10, 200));
        }
    }

    @Test
    default void controlOfASiteSaysNothingOfABook(@TempDir Path directory) throws IOException {
        Selector host = Selector.ofHost("exemple.fr").orElseThrow();
        try (OptOutRegistry registry = fresh(directory, new Fixed(21))) {
            Registered claim = registry.register(Fixed.declaration("Anne", host, Fixed.isbn(1)));
            Registered proven = registry.prove(claim.id(), control("exemple.fr", DomainControl.Method.WELL_KNOWN));
            assertThat(proven.entry().scope().orElseThrow().tier()).isEqualTo(IdentityTier.EMAIL);
        }
    }

    @Test
    default void neitherProofNorAmendmentEndsAContest(@TempDir Path directory) throws IOException {
        Selector host = Selector.ofHost("exemple.fr").orElseThrow();
        try (OptOutRegistry registry = fresh(directory, new Fixed(22))) {
            Registered claim = registry.register(Fixed.declaration("Anne", host));
            registry.contest(claim.id(), "");
            assertThat(registry.amend(claim.id(), Fixed.declaration("Anne", host, Fixed.isbn(2)))
                            .entry()
                            .status())
                    .isEqualTo(ReservationStatus.CONTESTED);
            assertThat(registry.prove(claim.id(), control("exemple.fr", DomainControl.Method.DNS))
                            .entry()
                            .status())
                    .isEqualTo(ReservationStatus.CONTESTED);
        }
    }

    @Test
    default void nobodyReservesTheSitesOfMany(@TempDir Path directory) throws IOException {
        try (OptOutRegistry registry = fresh(directory, new Fixed(23))) {
            for (String many : new String[] {"asso.fr", "wordpress.com", "fr"}) {
                for (KeyType type : new KeyType[] {KeyType.DOMAIN, KeyType.HOST}) {
                    Selector selector = new Selector.Exact(new Key(type, many));
                    assertThatThrownBy(() -> registry.register(Fixed.declaration("Anne", selector)))
                            .as(many)
                            .isInstanceOfSatisfying(
                                    RecipeException.class,
                                    e -> assertThat(key(e)).isEqualTo("optout.domain.shared"));
                }
            }
            assertThat(Selector.ofUrl("https://*.fr/")).isEmpty();
            assertThat(Selector.ofUrl("https://fr/*")).isEmpty();
            assertThat(registry.size()).isZero();
        }
    }

    @Test
    default void aMandateThatIsOverReservesNothing(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(9);
        Mandate mandate = new Mandate(
                new Holder("Anne", HolderKind.AUTHOR),
                Fixed.START.minusSeconds(100),
                Optional.of(Fixed.START.plusSeconds(100)),
                Optional.empty(),
                Optional.empty());
        Declaration plain = Fixed.declaration("Société", Fixed.isbn(1));
        Declaration declared = new Declaration(
                plain.holder(),
                Optional.of(mandate),
                plain.tier(),
                plain.categories(),
                plain.selectors(),
                plain.origin());
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            registry.register(declared);
            fixed.set(Fixed.START.plusSeconds(100));
            assertThatThrownBy(() -> registry.register(declared))
                    .isInstanceOfSatisfying(
                            RecipeException.class, e -> assertThat(key(e)).isEqualTo("optout.mandate-over"));
        }
    }

    /** Instants before the epoch and far away survive. */
    @Test
    default void declaredTimesAreClaimsAndKeptAsTheyAre(@TempDir Path directory) throws IOException {
        Declaration plain = Fixed.declaration("Anne", Fixed.isbn(1));
        Instant claimed = Instant.parse("1969-07-20T20:17:40Z");
        Declaration.Origin origin = new Declaration.Origin(LegalBasis.MORAL, Channel.LETTER, claimed, Optional.empty());
        Declaration declared = new Declaration(
                plain.holder(), plain.mandate(), plain.tier(), plain.categories(), plain.selectors(), origin);
        try (OptOutRegistry registry = fresh(directory, new Fixed(16));
                RegistrySnapshot snapshot = snapshotAfter(registry, declared, directory)) {
            List<RegistrySnapshot.Event> history = new ArrayList<>();
            snapshot.visit(one -> history.addAll(snapshot.history(one.id())));
            assertThat(history.get(0).declaration()).contains(declared);
            assertThat(history.get(0).entry().stamp().timeMillis()).isEqualTo(Fixed.START.toEpochMilli());
        }
    }

    private static RegistrySnapshot snapshotAfter(OptOutRegistry registry, Declaration declared, Path directory)
            throws IOException {
        registry.register(declared);
        return RegistrySnapshot.open(directory);
    }
}
