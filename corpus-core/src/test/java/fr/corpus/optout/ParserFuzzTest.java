package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.corpus.error.CorpusException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.proof.ReleaseProof;
import fr.corpus.release.ReleaseReader;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseLogEntry;
import fr.corpus.retract.Attestation;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.InclusionProof;
import fr.corpus.tlog.MerkleTree;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import fr.corpus.tlog.WitnessRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever comes from outside is read or clearly refused. In the normal run each target meets its documents and {@value #MUTANTS}
 * seeded mutants of each; with {@code -Pfuzz} Jazzer looks for more, guided by coverage. Finds are kept in {@code
 * src/test/resources/fr/corpus/optout/ParserFuzzTestInputs}.
 */
class ParserFuzzTest {

    private static final int MUTANTS = 10;
    private static final long SEED = 20261124;
    private static final SignerKey LOG = SignerKey.of("registre.exemple.fr", SignatureKind.ED25519, new byte[32]);

    @TempDir
    static Path folder;

    /** What a parser does with bytes; null for what it refuses. */
    private interface Parser<T> {
        T parse(byte[] bytes) throws IOException;
    }

    /** The value, or nothing when it is refused as it should be: by one of our exceptions, with a short message. */
    private static <T> Optional<T> read(Parser<T> parser, byte[] bytes) {
        try {
            return Optional.of(parser.parse(bytes));
        } catch (CorpusException e) {
            assertThat(e.getMessage().length()).isLessThan(2_000);
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<byte[]> with(byte[]... seeds) {
        SplittableRandom random = new SplittableRandom(SEED);
        Stream<byte[]> all = Stream.of(new byte[0]);
        for (byte[] seed : seeds) {
            all = Stream.concat(all, Stream.of(seed));
            for (int i = 0; i < MUTANTS; i++) {
                all = Stream.concat(all, Stream.of(mutant(seed, random)));
            }
        }
        return all;
    }

    private static byte[] mutant(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed.clone();
        for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\n\"{}[],:<>&;-0/".charAt(random.nextInt(15));
                case 2 -> bytes = joined(Arrays.copyOf(bytes, at), bytes, random.nextInt(bytes.length));
                case 3 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] head, byte[] of, int from) {
        byte[] all = Arrays.copyOf(head, head.length + of.length - from);
        System.arraycopy(of, from, all, head.length, of.length - from);
        return all;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(ParserFuzzTest.class.getResourceAsStream("/vectors/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SignedNote note() {
        MerkleTree tree = new MerkleTree();
        tree.add(utf8("a"));
        tree.add(utf8("b"));
        return LOG.note(Checkpoint.of("registre.exemple.fr", 2, tree.root()).text());
    }

    static Stream<byte[]> noteSeeds() {
        return with(note().bytes(), resource("c2sp/checkpoint-arche2025h1.txt"));
    }

    @MethodSource("noteSeeds")
    @FuzzTest
    void notes(byte[] data) {
        read(SignedNote::parse, data).ifPresent(note -> {
            assertThat(note.bytes()).isEqualTo(data);
            read(bytes -> Checkpoint.parse(note.text()), data)
                    .ifPresent(checkpoint -> assertThat(checkpoint.text()).isEqualTo(note.text()));
            read(bytes -> TlogPolicy.of(LOG.verifier()).verify(note), data);
        });
    }

    static Stream<byte[]> proofSeeds() {
        InclusionProof inclusion = new InclusionProof(1, 2, List.of(fr.corpus.hash.Sha256.of(new byte[1])));
        return with(TlogProof.of(inclusion, note()).withExtra(new byte[] {1, 2}).bytes());
    }

    @MethodSource("proofSeeds")
    @FuzzTest
    void tlogProofs(byte[] data) {
        read(TlogProof::parse, data).ifPresent(proof -> {
            assertThat(proof.bytes()).isEqualTo(data);
            Receipt bare = new Receipt(data, proof).withoutOpening();
            assertThat(bare.proof().extra()).isEmpty();
            assertThat(bare.proof().checkpoint()).isEqualTo(proof.checkpoint());
        });
    }

    static Stream<byte[]> requestSeeds() {
        return with(new WitnessRequest(1, List.of(fr.corpus.hash.Sha256.of(new byte[1])), note()).bytes());
    }

    @MethodSource("requestSeeds")
    @FuzzTest
    void witnessRequests(byte[] data) {
        read(WitnessRequest::parse, data)
                .ifPresent(request -> assertThat(request.bytes()).isEqualTo(data));
    }

    static Stream<byte[]> policySeeds() {
        SignerKey witness = SignerKey.of("temoin", SignatureKind.COSIGNATURE, new byte[32]);
        return with(utf8("# à nous\nlog " + LOG.verifier() + "\nwitness t " + witness.verifier()
                + " https://temoin.example/\ngroup g 1 t\nquorum g\n"));
    }

    @MethodSource("policySeeds")
    @FuzzTest
    void policies(byte[] data) {
        read(TlogPolicy::parse, data).ifPresent(policy -> {
            assertThat(policy.witnesses().keySet())
                    .containsAll(policy.witnessAddresses().keySet());
            read(bytes -> policy.verify(note()), data);
        });
    }

    static Stream<byte[]> entrySeeds() {
        Declaration declared = Fixed.declaration(
                "Anne", Fixed.isbn(1), Selector.ofHost("exemple.fr").orElseThrow());
        byte[] salt = new byte[Opening.SALT_BYTES];
        Opening opening = Opening.of(salt, PrivateRecord.write(declared));
        LogEntry entry = new LogEntry(
                EntryType.RESERVATION,
                new ReservationId("0".repeat(31) + "1"),
                1,
                OptionalLong.empty(),
                ReservationStatus.RECEIVED,
                new LogEntry.Stamp(Fixed.START.toEpochMilli(), 86_400),
                Optional.of(opening.commitment()),
                Optional.of(new LogEntry.Scope(
                        declared.categories(), declared.tier(), EntryKeys.of(declared.selectors(), salt))));
        LogEntry rotation = new LogEntry(
                EntryType.KEY_ROTATION,
                ReservationId.REGISTRY,
                1,
                OptionalLong.empty(),
                ReservationStatus.VERIFIED,
                new LogEntry.Stamp(1, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LOG.verifier()));
        return with(entry.bytes(), rotation.bytes());
    }

    @MethodSource("entrySeeds")
    @FuzzTest
    void logEntries(byte[] data) {
        read(LogEntry::parse, data).ifPresent(entry -> assertThat(entry.bytes()).isEqualTo(data));
    }

    static Stream<byte[]> openingSeeds() {
        Selector work = new Selector.Work(WorkFingerprint.of(
                Optional.empty(), fr.corpus.hash.Sha256.of(new byte[1]), new byte[32], new long[] {16, 32}));
        Selector pattern = Selector.ofUrl("https://exemple.fr/*/vers.html").orElseThrow();
        Declaration declared = Fixed.declaration("Anne", work, pattern)
                .with(new DomainControl(
                        "exemple.fr",
                        DomainControl.Method.DNS,
                        "_corpus-reservation.exemple.fr",
                        Fixed.START,
                        fr.corpus.hash.Sha256.of(new byte[1])));
        return with(Opening.of(new byte[32], PrivateRecord.write(declared)).bytes());
    }

    @MethodSource("openingSeeds")
    @FuzzTest
    void openings(byte[] data) {
        read(Opening::parse, data).ifPresent(opening -> {
            assertThat(opening.bytes()).isEqualTo(data);
            read(bytes -> PrivateRecord.read(opening.record()), data)
                    .ifPresent(declared ->
                            assertThat(PrivateRecord.write(declared)).isEqualTo(opening.record()));
        });
    }

    static Stream<byte[]> jsonSeeds() {
        return with(
                utf8("{\"a\":[1,2.5,-0.0,1e21,\"é\\u0000\",null,true],\"b\":{\"\":{}}}"),
                resource("key-trie/vectors.json"));
    }

    @MethodSource("jsonSeeds")
    @FuzzTest
    void canonicalJson(byte[] data) {
        Object value;
        try {
            value = JsonTree.parse(data);
        } catch (IllegalArgumentException e) {
            return;
        }
        if (value != null) {
            byte[] canonical = CanonicalJson.of(value);
            assertThat(CanonicalJson.of(Objects.requireNonNull(JsonTree.parse(canonical))))
                    .isEqualTo(canonical);
        }
    }

    static Stream<byte[]> releaseProofSeeds() {
        return with(
                resource("release-proof/absent.json"),
                resource("release-proof/present.json"),
                resource("release-proof/quoted.json"));
    }

    @MethodSource("releaseProofSeeds")
    @FuzzTest
    void releaseProofs(byte[] data) {
        read(ReleaseProof::parse, data);
    }

    static Stream<byte[]> attestationSeeds() {
        return with(
                resource("attestation/one.json"),
                resource("attestation/two.json"),
                resource("attestation/nameless.json"));
    }

    @MethodSource("attestationSeeds")
    @FuzzTest
    void attestations(byte[] data) {
        TlogPolicy policy = TlogPolicy.parse(resource("attestation/policy.txt"));
        read(Attestation::parse, data).ifPresent(attestation -> {
            assertThat(attestation.bytes()).isEqualTo(data);
            read(bytes -> attestation.verify(policy), data);
        });
    }

    /** A release and its retraction, as logs hold them. */
    static Stream<byte[]> releaseEntrySeeds() {
        LoggedEntry retraction = Attestation.parse(resource("attestation/one.json"))
                .statement()
                .retractions()
                .entries()
                .get(0);
        LoggedEntry release =
                ReleaseProof.parse(resource("release-proof/logged.json")).log().orElseThrow();
        return with(retraction.entryBytes(), release.entryBytes());
    }

    @MethodSource("releaseEntrySeeds")
    @FuzzTest
    void releaseLogEntries(byte[] data) {
        read(ReleaseLogEntry::parse, data)
                .ifPresent(entry -> assertThat(entry.bytes()).isEqualTo(data));
    }

    static Stream<byte[]> manifestSeeds() {
        return with(utf8("{\"format\":\"corpus-release@1\",\"name\":\"essai\",\"files\":[],\"counts\":{}}"));
    }

    @MethodSource("manifestSeeds")
    @FuzzTest
    void manifests(byte[] data) throws IOException {
        Path release = folder.resolve("release");
        Files.createDirectories(release);
        Files.write(release.resolve("manifest.json"), data);
        read(bytes -> ReleaseReader.open(release), data);
    }

    static Stream<byte[]> csvSeeds() {
        return with(utf8("isbn;author;category\n9782070360024;\"Anne \"\"Exemple\"\"\";train-ai|search\n# rien\n\n"));
    }

    @MethodSource("csvSeeds")
    @FuzzTest
    void csv(byte[] data) throws IOException {
        rows(CsvImport::open, data);
    }

    static Stream<byte[]> jsonlSeeds() {
        return with(utf8(
                "{\"isbn\":[\"9782070360024\"],\"author\":\"Anne\",\"tier\":1}\n{\"url\":\"https://exemple.fr/*\"}\n"));
    }

    @MethodSource("jsonlSeeds")
    @FuzzTest
    void jsonl(byte[] data) throws IOException {
        rows(JsonlImport::open, data);
    }

    static Stream<byte[]> onixSeeds() {
        String product =
                "<Product><RecordReference>a</RecordReference><ProductIdentifier><ProductIDType>15</ProductIDType>"
                        + "<IDValue>9782070360024</IDValue></ProductIdentifier><DescriptiveDetail><EpubUsageConstraint>"
                        + "<EpubUsageType>11</EpubUsageType><EpubUsageStatus>03</EpubUsageStatus></EpubUsageConstraint>"
                        + "</DescriptiveDetail></Product>";
        return with(
                utf8("<?xml version=\"1.0\"?><ONIXMessage release=\"3.0\">" + product + "</ONIXMessage>"),
                utf8("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ONIXMessage>&x;</ONIXMessage>"),
                utf8("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><ONIXMessage>&y;</ONIXMessage>"));
    }

    @MethodSource("onixSeeds")
    @FuzzTest
    void onix(byte[] data) throws IOException {
        rows(OnixImport::open, data);
    }

    private interface Opener {
        ImportSource open(Path file) throws IOException;
    }

    /** Reads all rows, each of which is taken or refused with a reason. */
    private static void rows(Opener opener, byte[] data) throws IOException {
        Path file = folder.resolve("import");
        Files.write(file, data);
        OptOutImport.Defaults defaults = new OptOutImport.Defaults(
                new Holder("Éditions", HolderKind.PUBLISHER), IdentityTier.ANONYMOUS, UseCategory.DEFAULT);
        ImportReader reader = new ImportReader(defaults, Channel.TABLE, Fixed.START);
        try (ImportSource source = opener.open(file)) {
            for (Optional<ImportRow> row = source.next(); row.isPresent(); row = source.next()) {
                try {
                    reader.read(row.get())
                            .ifPresent(declared -> assertThat(PrivateRecord.read(PrivateRecord.write(declared)))
                                    .isEqualTo(declared));
                } catch (ImportReader.Refused e) {
                    assertThat(e.why().in(java.util.Locale.FRENCH)).isNotBlank();
                }
            }
        } catch (MalformedSourceException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
