package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.ReservationId;
import fr.corpus.releaselog.IdSet;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.releaselog.Reservations;
import fr.corpus.releaselog.RetractionEntry;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files beside docs/formats/attestation.md: attestations that hold, and some changed in one way each, which do not. */
class AttestationVectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/attestation");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SignerKey KEY = SignerKey.of("corpus-copy", SignatureKind.ED25519, new byte[32]);
    private static final SignerKey OTHER = SignerKey.of("corpus-copy", SignatureKind.ED25519, bytes(7));
    private static final Digest V1 = Sha256.of("v1");
    private static final Digest V11 = Sha256.of("v1.1");
    private static final Digest V12 = Sha256.of("v1.2");
    private static final IdSet FIRST = ids("a", "b");
    private static final IdSet SECOND = ids("c");

    @TempDir
    static Path folder;

    private static List<LoggedEntry> log;
    private static byte[] policy;

    private static byte[] bytes(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static IdSet ids(String... names) {
        return IdSet.of(Stream.of(names)
                .map(name -> Sha256.of(name).hex().substring(0, 40))
                .toList());
    }

    @BeforeAll
    static void retract() throws IOException {
        Random random = new Random(20261124);
        OptOutRegistry.Environment environment = new OptOutRegistry.Environment(() -> NOW, random::nextBytes);
        Path registry = folder.resolve("registre");
        OptOutRegistry.create(
                registry,
                "registre.exemple.fr/essai",
                Optional.empty(),
                OptOutRegistry.DEFAULT_MERGE_DELAY,
                environment);
        SignedNote note = SignedNote.parse(Files.readAllBytes(registry.resolve("log/checkpoint")));
        Reservations reservations = Reservations.of(List.of(new ReservationId("0".repeat(31) + "1")));
        try (ReleaseLog open = ReleaseLog.open(registry, ReleaseLog.DEFAULT_WAIT, environment)) {
            log = open.append(List.of(
                    new RetractionEntry(V1, V11, FIRST, reservations, note, 0),
                    new RetractionEntry(V11, V12, SECOND, reservations, note, 0)));
        }
        policy = Files.readAllBytes(registry.resolve("policy.txt"));
    }

    private static Attestation.Statement statement(Digest before, Digest after, IdSet removed, LoggedEntry... entries) {
        return new Attestation.Statement(
                before,
                after,
                removed,
                NOW.getEpochSecond(),
                Optional.of("Bibliothèque d’Exemple"),
                new RetractionChain(List.of(entries)));
    }

    private static byte[] signed(Attestation.Statement statement) {
        return Attestation.sign(statement, KEY).bytes();
    }

    private static byte[] one() {
        return signed(statement(V1, V11, FIRST, log.get(0)));
    }

    private static byte[] two() {
        return signed(statement(V1, V12, ids("a", "b", "c"), log.get(0), log.get(1)));
    }

    private static byte[] changed(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    /** The object with one field changed, written in canonical form again. */
    private static byte[] withField(String field, Object value) {
        Map<String, Object> object = new TreeMap<>();
        ((Map<?, ?>) JsonTree.parse(one())).forEach((name, old) -> object.put(String.valueOf(name), old));
        object.put(field, value);
        return CanonicalJson.of(object);
    }

    private static Map<String, byte[]> holding() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.json", one());
        files.put("two.json", two());
        files.put(
                "nameless.json",
                signed(new Attestation.Statement(
                        V1,
                        V11,
                        FIRST,
                        NOW.getEpochSecond(),
                        Optional.empty(),
                        new RetractionChain(List.of(log.get(0))))));
        return files;
    }

    private static Map<String, byte[]> mutated() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] one = one();
        files.put("cut", Arrays.copyOf(one, one.length - 1));
        files.put("line-feed-at-end", Arrays.copyOf(one, one.length + 1));
        files.get("line-feed-at-end")[one.length] = '\n';
        files.put("format-other", changed(one, "corpus-attestation@1", "corpus-attestation@2"));
        files.put("limits-changed", changed(one, "caches, ", ""));
        files.put("holder-other", changed(one, "Exemple", "Ailleurs"));
        files.put("statement-other", withField("statement", Map.of()));
        files.put("field-more", withField("more", 1));
        files.put("key-other", withField("key", OTHER.verifier().toString()));
        files.put("signature-of-another", withField("note", note(statement(V1, V11, FIRST, log.get(0)), OTHER)));
        files.put("note-of-another-format", withField("note", text(KEY.note("corpus-attestation@2\n{}\n"))));
        files.put("note-without-statement", withField("note", text(KEY.note("corpus-attestation@1\n"))));
        files.put(
                "statement-not-canonical",
                withField(
                        "note",
                        text(KEY.note(AttestationJson.text(statement(V1, V11, FIRST, log.get(0)))
                                .replace("\"time\"", " \"time\"")))));
        files.put("documents-other", signed(statement(V1, V11, ids("a", "z"), log.get(0))));
        files.put("documents-fewer", signed(statement(V1, V11, ids("a"), log.get(0))));
        files.put(
                "documents-more-than-two", signed(statement(V1, V12, ids("a", "b", "c", "d"), log.get(0), log.get(1))));
        files.put("before-other", signed(statement(V12, V11, FIRST, log.get(0))));
        files.put("after-other", signed(statement(V1, V12, FIRST, log.get(0))));
        files.put("chain-out-of-order", signed(statement(V1, V12, ids("a", "b", "c"), log.get(1), log.get(0))));
        files.put(
                "retraction-not-in-log",
                signed(statement(
                        V1,
                        V11,
                        FIRST,
                        LoggedEntry.parse(
                                log.get(0).entryBytes(), log.get(1).proof().bytes()))));
        return files;
    }

    private static String note(Attestation.Statement statement, SignerKey key) {
        return text(key.note(AttestationJson.text(statement)));
    }

    private static String text(SignedNote note) {
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>(holding());
        mutated().forEach((name, bytes) -> files.put("mutated/" + name + ".json", bytes));
        files.put("policy.txt", policy);
        return files;
    }

    @Test
    void theFilesAreWhatThisVersionWrites() throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            assertThat(VECTORS.resolve(file.getKey())).as(file.getKey()).hasBinaryContent(file.getValue());
        }
    }

    @Test
    void attestationsThatHoldAreAccepted() throws IOException {
        TlogPolicy trusted = TlogPolicy.parse(Files.readAllBytes(VECTORS.resolve("policy.txt")));
        for (String name : holding().keySet()) {
            byte[] bytes = Files.readAllBytes(VECTORS.resolve(name));
            Attestation attestation = Attestation.parse(bytes);
            assertThat(attestation.bytes()).isEqualTo(bytes);
            assertThat(attestation.key()).isEqualTo(KEY.verifier());
            assertThat(attestation.verify(trusted))
                    .hasSize(attestation.statement().retractions().entries().size());
            assertThat(Attestation.isFormat(bytes)).isTrue();
        }
    }

    @Test
    void attestationsThatWereChangedAreRefused() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> list = Files.list(VECTORS.resolve("mutated"))) {
            list.sorted().forEach(files::add);
        }
        assertThat(files).hasSize(mutated().size()).hasSizeGreaterThan(15);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            assertThatThrownBy(() -> Attestation.parse(bytes))
                    .as(file.getFileName().toString())
                    .isInstanceOf(CorpusException.class);
        }
    }

    @Test
    void aLogThatNobodyTrustsIsRefusedUnderAPolicy() {
        TlogPolicy stranger = TlogPolicy.of(OTHER.verifier());
        assertThatThrownBy(() -> Attestation.parse(one()).verify(stranger)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void everyByteCounts() {
        Random random = new Random(11);
        byte[] one = one();
        for (int i = 0; i < 400; i++) {
            byte[] bytes = one.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> Attestation.parse(bytes))
                    .as("byte %d, seed 11", at)
                    .isInstanceOf(CorpusException.class);
        }
    }

    @Test
    void thePageHasTheTextOfTheLimits() throws IOException {
        String page = Files.readString(Path.of("docs/formats/attestation.md"));
        assertThat(page).contains(AttestationLimits.TEXT.get("en"), AttestationLimits.TEXT.get("fr"));
    }

    /** Writes the files anew. */
    public static void main(String[] arguments) throws IOException {
        folder = Files.createTempDirectory("corpus-vectors");
        retract();
        Files.createDirectories(VECTORS.resolve("mutated"));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(VECTORS.resolve(file.getKey()), file.getValue());
        }
    }
}
