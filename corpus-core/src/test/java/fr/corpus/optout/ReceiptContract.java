package fr.corpus.optout;

import static fr.corpus.optout.RegistryFixture.key;
import static fr.corpus.optout.RegistryFixture.policy;
import static fr.corpus.optout.RegistryFixture.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What receipts show, and still show after keys were changed, on every database. */
interface ReceiptContract extends RegistryFixture {

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
}
