package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.InclusionProof;
import fr.corpus.tlog.MerkleTree;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the library accept and refuse the same attestations, made from docs/formats/attestation.md and not by the library. */
class AttestationAgreementTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/attestation");
    private static final long SEED = 20_261_124;
    private static final SignerKey HOLDER =
            SignerKey.of("copie.exemple", SignatureKind.ED25519, ReceiptFixture.seed(7));
    private static final SignerKey RELEASES = SignerKey.of(
            ReceiptFixture.LOG.verifier().name() + "/releases", SignatureKind.ED25519, ReceiptFixture.seed(5));
    private static final byte[] POLICY = ReceiptFixture.utf8(
            "log " + ReceiptFixture.LOG.verifier() + "\nlog " + RELEASES.verifier() + "\nquorum none\n");

    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.withPage(directory);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static String release(int number) {
        return Sha256.of("manifeste " + number).hex();
    }

    private static Map<String, Object> retraction(int from, int reservations) {
        String note = new String(
                ReceiptFixture.LOG
                        .note(Checkpoint.of(ReceiptFixture.LOG.verifier().name(), 4, Sha256.of("registre"))
                                .text())
                        .bytes(),
                StandardCharsets.UTF_8);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < reservations; i++) {
            ids.add(String.format("%032x", i + 1));
        }
        Map<String, Object> entry = new TreeMap<>();
        entry.put("v", 1L);
        entry.put("type", "retraction");
        entry.put("registry", note);
        entry.put("time", ReceiptFixture.TIME);
        entry.put("retracted", release(from));
        entry.put("supersededBy", release(from + 1));
        entry.put(
                "documents",
                Map.of(
                        "count",
                        2L + from,
                        "root",
                        Sha256.of("documents " + from).hex()));
        entry.put(
                "reservations",
                reservations <= 32
                        ? ids
                        : Map.of(
                                "count",
                                (long) reservations,
                                "root",
                                Sha256.of("réservations").hex()));
        return entry;
    }

    /** Entries in one log, each with its proof. */
    private static List<Object> logged(List<Object> entries) {
        MerkleTree tree = new MerkleTree();
        entries.forEach(entry -> tree.add(CanonicalJson.of(entry)));
        String text = Checkpoint.of(RELEASES.verifier().name(), tree.size(), tree.root())
                .text();
        List<Object> logged = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            TlogProof proof = TlogProof.of(InclusionProof.of(tree, i, tree.size()), RELEASES.note(text));
            logged.add(Map.of("entry", base64(CanonicalJson.of(entries.get(i))), "proof", base64(proof.bytes())));
        }
        return logged;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Map<String, Object> statement(List<Object> entries) {
        Map<String, Object> statement = new TreeMap<>();
        statement.put("before", release(0));
        statement.put("after", release(entries.size()));
        statement.put(
                "removed", Map.of("count", 2L, "root", Sha256.of("documents 0").hex()));
        statement.put("time", "2026-11-24T12:00:00Z");
        statement.put("holder", "Atelier de l’Exemple");
        statement.put("retractions", logged(entries));
        return statement;
    }

    private static byte[] signed(Object statement) {
        String text = "corpus-attestation@1\n" + new String(CanonicalJson.of(statement), StandardCharsets.UTF_8) + "\n";
        return CanonicalJson.of(Map.of(
                "format",
                "corpus-attestation@1",
                "key",
                HOLDER.verifier().toString(),
                "limits",
                LIMITS,
                "note",
                new String(HOLDER.note(text).bytes(), StandardCharsets.UTF_8),
                "statement",
                statement));
    }

    private static final Map<String, Object> LIMITS = limits();

    /** As the page of the format has them. */
    private static Map<String, Object> limits() {
        try {
            String page = Files.readString(Path.of("docs/formats/attestation.md"));
            String english = page.substring(page.indexOf("`en`: “") + 7, page.indexOf("”", page.indexOf("`en`: “")));
            String french = page.substring(page.indexOf("`fr`: « ") + 8, page.indexOf(" »", page.indexOf("`fr`: « ")));
            return Map.of("en", english, "fr", french.replace(" :", "\u00a0:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onEveryVector() throws IOException {
        Agreement agreement = new Agreement(browser);
        byte[] policy = Files.readAllBytes(VECTORS.resolve("policy.txt"));
        List<Path> files;
        try (Stream<Path> all = Files.walk(VECTORS)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            agreement.attestation(file.toString(), Files.readAllBytes(file), policy);
            agreement.attestation(file + " without a policy", Files.readAllBytes(file), new byte[0]);
        }
        assertThat(agreement.require().keySet())
                .anyMatch(said -> said.endsWith(" true"))
                .anyMatch(said -> said.startsWith("refused"));
    }

    @Test
    void onAttestationsMadeBySeed() {
        SplittableRandom random = new SplittableRandom(SEED);
        JsonMutator mutator = new JsonMutator(random);
        Agreement agreement = new Agreement(browser);
        for (int i = 0; i < 400; i++) {
            List<Object> entries = new ArrayList<>();
            int count = random.nextInt(1, 4);
            for (int k = 0; k < count; k++) {
                entries.add(retraction(k, random.nextInt(4) == 0 ? 40 : random.nextInt(3)));
            }
            String name = "attestation, seed " + SEED + ", " + i;
            if (i % 4 == 1) {
                int at = random.nextInt(count);
                entries.set(at, mutator.changed(entries.get(at)));
            }
            Object statement = statement(entries);
            byte[] bytes = signed(i % 4 == 2 ? mutator.changed(statement) : statement);
            if (i % 8 == 3) {
                bytes = CanonicalJson.of(mutator.changed(Objects.requireNonNull(JsonTree.parse(bytes))));
            } else if (i % 8 == 7) {
                bytes = mutator.changed(bytes);
            }
            agreement.attestation(name, bytes, i % 3 == 0 ? new byte[0] : POLICY);
        }
        Map<String, Integer> said = agreement.require();
        assertThat(said).containsKeys("holds 2 true", "holds 2 false");
        assertThat(said.size()).isGreaterThan(8);
    }
}
