package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.InclusionProof;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileReader;
import fr.corpus.tlog.TileSource;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry does on every database. */
interface RegistryContract {

    String ORIGIN = "registre.exemple.fr/reservations";
    Duration NO_WAIT = Duration.ZERO;

    /** The address of a fresh database; empty for the file inside the registry. */
    Optional<String> database();

    /** A fresh registry in a directory. */
    default OptOutRegistry fresh(Path directory, Fixed fixed) throws IOException {
        OptOutRegistry.create(directory, ORIGIN, database(), Duration.ofHours(24), fixed.environment());
        return OptOutRegistry.open(directory, NO_WAIT, fixed.environment());
    }

    private static List<RegistrySnapshot.Reserved> reserved(Path directory) throws IOException {
        List<RegistrySnapshot.Reserved> all = new ArrayList<>();
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory)) {
            snapshot.visit(all::add);
            assertThat(snapshot.counts().reservations()).isEqualTo(all.size());
        }
        return all;
    }

    private static String key(CorpusException e) {
        return e.message().key();
    }

    @Test
    default void givesAReceiptThatHoldsOfflineUnderTheRegistrysPolicy(@TempDir Path directory) throws IOException {
        Path prefix = directory.resolve("recus/r1");
        Path place = directory.resolve("registre");
        try (OptOutRegistry registry = fresh(place, new Fixed(1))) {
            Registered registered = registry.register(Fixed.declaration("Anne Exemple", Fixed.isbn(1)));
            registry.receipt(registered.index()).write(prefix);
        }
        TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(place.resolve("policy.txt")));
        Receipt.Verified verified = Receipt.read(prefix).verify(policy);
        assertThat(verified.index()).isZero();
        assertThat(verified.entry().status()).isEqualTo(ReservationStatus.RECEIVED);
        assertThat(verified.entry().stamp()).isEqualTo(new LogEntry.Stamp(Fixed.START.toEpochMilli(), 86_400));
        assertThat(verified.checkpoint().checkpoint().origin()).isEqualTo(ORIGIN);
        assertThat(verified.promiseKept()).isEmpty();
        assertThat(new String(verified.opening().orElseThrow().record(), StandardCharsets.UTF_8))
                .contains("Anne Exemple");
    }

    @Test
    default void aWitnessSaysWhetherThePromisedDelayWasKept(@TempDir Path directory) throws IOException {
        SignerKey witness = SignerKey.of("temoin.exemple.fr", SignatureKind.COSIGNATURE, new byte[32]);
        try (OptOutRegistry registry = fresh(directory, new Fixed(18))) {
            registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            Receipt receipt = registry.receipt(0);
            String log = Files.readString(directory.resolve("log.vkey")).strip();
            TlogPolicy policy = TlogPolicy.parse(("log " + log + "\nwitness t " + witness.verifier() + "\nquorum t\n")
                    .getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> receipt.verify(policy)).isInstanceOf(IntegrityException.class);
            long due = Fixed.START.getEpochSecond() + 86_400;
            assertThat(cosigned(receipt, witness, due).verify(policy).promiseKept())
                    .contains(true);
            assertThat(cosigned(receipt, witness, due + 1).verify(policy).promiseKept())
                    .contains(false);
        }
    }

    private static Receipt cosigned(Receipt receipt, SignerKey witness, long seconds) {
        SignedNote note = receipt.proof().checkpoint();
        InclusionProof inclusion = new InclusionProof(
                receipt.proof().index(),
                Checkpoint.parse(note.text()).size(),
                receipt.proof().hashes());
        return new Receipt(receipt.entry(), TlogProof.of(inclusion, note.with(witness.sign(note.text(), seconds))));
    }

    @Test
    default void aReceiptWithoutOpeningHoldsAndNamesNobody(@TempDir Path directory) throws IOException {
        try (OptOutRegistry registry = fresh(directory, new Fixed(2))) {
            registry.register(Fixed.declaration("Anne Exemple", Fixed.isbn(1)));
            Receipt receipt = registry.receipt(0);
            Receipt bare = receipt.withoutOpening();
            TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
            assertThat(bare.verify(policy).opening()).isEmpty();
            assertThat(bare.withoutOpening().proof().bytes())
                    .isEqualTo(bare.proof().bytes());
            assertThat(bare.proof().bytes().length).isLessThan(receipt.proof().bytes().length);
        }
    }

    @Test
    default void refusesAReceiptWhoseEntryOrOpeningIsOfAnother(@TempDir Path directory) throws IOException {
        try (OptOutRegistry registry = fresh(directory, new Fixed(3))) {
            registry.register(List.of(
                    Fixed.declaration("Anne Exemple", Fixed.isbn(1)), Fixed.declaration("Autre", Fixed.isbn(2))));
            TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
            Receipt first = registry.receipt(0);
            Receipt second = registry.receipt(1);
            assertThatThrownBy(() -> new Receipt(first.entry(), second.proof()).verify(policy))
                    .isInstanceOfSatisfying(
                            IntegrityException.class, e -> assertThat(key(e)).isEqualTo("tlog.inclusion-false"));
            byte[] foreign = second.proof().extra().orElseThrow();
            assertThatThrownBy(() -> new Receipt(
                                    first.entry(),
                                    first.withoutOpening().proof().withExtra(foreign))
                            .verify(policy))
                    .isInstanceOfSatisfying(
                            IntegrityException.class, e -> assertThat(key(e)).isEqualTo("optout.opening-false"));
        }
    }

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

    private static TlogPolicy policy(Path directory) throws IOException {
        return TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
    }

    @Test
    default void receiptsOfEveryKeyHoldAfterRotations(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(26);
        List<Receipt> receipts = new ArrayList<>();
        TlogPolicy first;
        Registered claim;
        try (OptOutRegistry registry = fresh(directory, fixed)) {
            first = policy(directory);
            claim = registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            receipts.add(registry.receipt(0));
            registry.rotateKey(false);
            receipts.add(registry.receipt(0));
            assertThat(registry.checkpoint().signatures()).hasSize(2);
            assertThat(Files.readString(directory.resolve("log.vkey")).strip())
                    .isEqualTo(registry.keys().get(0).toString());
        }
        try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
            assertThat(registry.keys()).hasSize(2);
            registry.register(Fixed.declaration("Anne", Fixed.isbn(2)));
            Receipt both = registry.receipt(2);
            receipts.add(both);
            both.verify(first); // who has the old policy loses nothing while the old key signs
            registry.retireKeys();
            registry.register(Fixed.declaration("Anne", Fixed.isbn(3)));
            Receipt alone = registry.receipt(3);
            receipts.add(alone);
            assertThatThrownBy(() -> alone.verify(first)).isInstanceOf(IntegrityException.class);
            assertThat(registry.checkpoint().signatures()).hasSize(1);
            registry.rotateKey(false);
            receipts.add(registry.receipt(3));
            assertThat(registry.last(claim.id()).index()).isZero();
        }
        for (Receipt receipt : receipts) {
            receipt.verify(policy(directory));
        }
        assertThat(LogEntry.parse(entry(directory, 1)).type()).isEqualTo(EntryType.KEY_ROTATION);
        assertThat(LogEntry.parse(entry(directory, 4)).previous()).hasValue(1);
        assertThat(reserved(directory)).hasSize(3);
        losesItsDatabase(directory);
        assertThat(OptOutRegistry.restore(directory, NO_WAIT)).isEqualTo(5);
        try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
            registry.rotateKey(false);
            assertThat(registry.size()).isEqualTo(6);
            assertThat(LogEntry.parse(entry(directory, 5)).version()).isEqualTo(3);
        }
        assertThat(reserved(directory)).hasSize(3);
    }

    private static byte[] entry(Path directory, long index) throws IOException {
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory)) {
            return TileReader.of(TileSource.of(directory.resolve("log")), snapshot.checkpoint())
                    .entry(index);
        }
    }

    @Test
    default void aCompromisedKeyLeavesThePolicyAtOnceAndReceiptsAreIssuedAnew(@TempDir Path directory)
            throws IOException {
        try (OptOutRegistry registry = fresh(directory, new Fixed(27))) {
            registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
            Receipt before = registry.receipt(0);
            Files.writeString(
                    directory.resolve("policy.txt"), "# à nous\n" + Files.readString(directory.resolve("policy.txt")));
            registry.rotateKey(true);
            assertThat(registry.keys()).hasSize(1);
            assertThatThrownBy(() -> before.verify(policy(directory))).isInstanceOf(IntegrityException.class);
            assertThat(registry.receipt(0).verify(policy(directory)).index()).isZero();
            assertThat(Files.readString(directory.resolve("policy.txt"))).startsWith("# à nous\n");
        }
        assertThat(reserved(directory)).hasSize(1);
    }

    @Test
    default void aRotationThatWasCutShortIsCompletedOrForgotten(@TempDir Path directory) throws IOException {
        Fixed fixed = new Fixed(28);
        RegistryDirectory place = new RegistryDirectory(directory);
        SignerKey next = SignerKey.of(ORIGIN, SignatureKind.ED25519, new byte[32]);
        fresh(directory, fixed).close();

        // The key was made, the entry never was.
        place.keys().writeNext(next, false);
        try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
            assertThat(registry.size()).isZero();
            assertThat(registry.keys()).doesNotContain(next.verifier());
            assertThat(place.keys().next()).isEmpty();
        }
        // The entry is in the log, nothing more was done.
        place.keys().writeNext(next, false);
        RegistryOpening.Opened opened = new RegistryOpening(place).open(NO_WAIT);
        // opening forgot the key, so it is written again behind its back
        place.keys().writeNext(next, false);
        EntryWriter writer = new EntryWriter(opened.journal().store(), fixed.environment(), opened.mmdSeconds());
        opened.journal().commit(List.of(writer.rotation(next.verifier(), Optional.empty())), java.util.Map.of());
        opened.journal().close();
        assertThat(reserved(directory)).isEmpty(); // readers are served meanwhile
        // The key signs already, but nobody was told.
        for (int i = 0; i < 2; i++) {
            try (OptOutRegistry registry = OptOutRegistry.open(directory, NO_WAIT, fixed.environment())) {
                assertThat(registry.keys()).hasSize(2).startsWith(next.verifier());
                assertThat(registry.checkpoint().signatures()).hasSize(2);
                assertThat(policy(directory).logs()).contains(next.verifier());
                assertThat(registry.size()).isEqualTo(1);
                place.keys().writeNext(next, false);
            }
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

    /** Whoever has the log and a list of all authors, sites and likely records finds none of them in it. */
    @Test
    default void aListOfNamesTriedAgainstTheLogFindsNobody(@TempDir Path directory) throws IOException {
        List<String> names = List.of("Anne Exemple", "Victor Hugo", "George Sand", "Colette");
        List<String> sites = List.of("anne.exemple.fr", "exemple.fr", "hugo.example");
        Selector author =
                new Selector.Exact(AuthorName.find(names.get(0)).orElseThrow().key());
        Selector host = Selector.ofHost(sites.get(0)).orElseThrow();
        Declaration declared = Fixed.declaration(names.get(0), author, host, Fixed.isbn(1));
        try (OptOutRegistry registry = fresh(directory, new Fixed(33))) {
            registry.register(declared);
        }
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory.resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                log.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        List<Digest> guesses = new ArrayList<>();
        for (String name : names) {
            guesses.add(AuthorName.find(name).orElseThrow().key().digest());
            guesses.add(
                    Opening.of(new byte[32], PrivateRecord.write(Fixed.declaration(name, author, host, Fixed.isbn(1))))
                            .commitment());
        }
        for (String site : sites) {
            guesses.add(new Key(KeyType.HOST, site).digest());
            guesses.add(new Key(KeyType.DOMAIN, site).digest());
        }
        assertThat(guesses).allSatisfy(guess -> assertThat(log).doesNotContain(guess.hex()));
        // What names a work is there to be found.
        assertThat(log).contains(((Selector.Exact) Fixed.isbn(1)).key().digest().hex());
        assertThat(log).doesNotContain("Anne").doesNotContain("exemple.fr\"");
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

    /** Loses the whole database of a registry. */
    void losesItsDatabase(Path directory) throws IOException;

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
