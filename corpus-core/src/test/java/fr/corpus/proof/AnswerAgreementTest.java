package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.InclusionProof;
import fr.corpus.tlog.MerkleTree;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the library give the same answer to the holder of a receipt. */
class AnswerAgreementTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/release-proof");
    private static final long SEED = 20_261_124;
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

    @Test
    void onAllProofsAndReceiptsOfTheVectors() throws IOException {
        Agreement agreement = new Agreement(browser);
        List<Path> files;
        try (Stream<Path> all = Files.walk(VECTORS)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (String policyName : List.of("registry-policy.txt", "witness-policy.txt")) {
            byte[] policy = Files.readAllBytes(VECTORS.resolve(policyName));
            for (String name : List.of("receipt", "receipt-later")) {
                Receipt receipt = Receipt.read(VECTORS.resolve(name));
                for (Receipt each : List.of(receipt, receipt.withoutOpening())) {
                    for (Path file : files) {
                        byte[] proof = Files.readAllBytes(file);
                        agreement.answer(
                                name + " " + file,
                                proof,
                                each.entry(),
                                each.proof().bytes(),
                                policy);
                    }
                }
            }
        }
        assertThat(agreement.require().keySet())
                .anyMatch(answer -> answer.contains(" true "))
                .anyMatch(answer -> answer.contains(" false "));
    }

    @Test
    void onReceiptsAndProofsMadeBySeed() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Agreement agreement = new Agreement(browser);
        try (SmallRelease release = new SmallRelease(directory.resolve("answers"), 3)) {
            List<WorkFingerprint> works = List.of(
                    WorkFingerprint.of(SmallRelease.text(51, 150)),
                    WorkFingerprint.of(release.texts.get(1).substring(0, 1500)));
            for (int i = 0; i < 150; i++) {
                add(random, agreement, release, works, "answer, seed " + SEED + ", " + i);
            }
        }
        Map<String, Integer> said = agreement.require();
        assertThat(said.keySet())
                .anyMatch(answer -> answer.contains(" true "))
                .anyMatch(answer -> answer.contains(" false "))
                .contains(
                        "refused proof.key-missing",
                        "refused proof.two-histories",
                        "refused proof.another-reserved-work");
    }

    private static void add(
            SplittableRandom random,
            Agreement agreement,
            SmallRelease release,
            List<WorkFingerprint> works,
            String name)
            throws IOException {
        List<Object> selectors = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        for (Map.Entry<KeyType, String> each : new TreeMap<>(Map.of(
                        KeyType.ISBN,
                        "9782070360024",
                        KeyType.AUTHOR,
                        "anne exemple",
                        KeyType.URL,
                        "exemple.fr/livres/1.html"))
                .entrySet()) {
            boolean reserved = random.nextInt(2) == 0;
            if (reserved) {
                selectors.add(Map.of(each.getKey().word(), each.getValue()));
            }
            if (reserved ? random.nextInt(8) > 0 : random.nextInt(4) == 0) {
                keys.add(new Key(each.getKey(), each.getValue()));
            }
        }
        if (random.nextInt(3) == 0) {
            selectors.add(Map.of("pattern", Map.of("host", "exemple.fr", "path", "/*/vers.html")));
            selectors.add(Map.of("iscc", "03".repeat(32)));
        }
        int reservedWorks = random.nextInt(3);
        for (int i = 0; i < reservedWorks; i++) {
            selectors.add(Map.of("work", work(works.get(i))));
        }
        if (selectors.isEmpty() || keys.isEmpty() && reservedWorks == 0) {
            return;
        }
        Map<String, Object> record = ReceiptFixture.record(0);
        record.put("selectors", selectors);
        byte[] entry = CanonicalJson.of(ReceiptFixture.entry(record));
        byte[] opening = random.nextInt(3) == 0 ? new byte[0] : ReceiptFixture.opening(CanonicalJson.of(record));
        int size = random.nextInt(2, 9);
        byte[] receipt = ReceiptFixture.proof(entry, opening, random.nextInt(size), size, ReceiptFixture.TIME / 1000);
        Optional<WorkFingerprint> asked =
                reservedWorks == 0 ? Optional.empty() : Optional.of(works.get(random.nextInt(2)));
        Checkpoint shown =
                Checkpoint.parse(TlogProof.parse(receipt).checkpoint().text());
        agreement.answer(name, proof(release, asked, keys, heeded(random, shown)), entry, receipt, POLICY);
    }

    /** The registry as the release heeded it: the same state, an earlier or later one, or, falsely, another of the same size. */
    private static Checkpoint heeded(SplittableRandom random, Checkpoint shown) {
        return switch (random.nextInt(5)) {
            case 0 -> Checkpoint.of(shown.origin(), shown.size(), Sha256.of("une autre histoire"));
            case 1 -> Checkpoint.of(shown.origin(), random.nextInt(1, 20) + shown.size(), Sha256.of("plus tard"));
            case 2 ->
                Checkpoint.of(shown.origin(), Math.max(1, shown.size() - 1 - random.nextInt(3)), Sha256.of("plus tôt"));
            default -> shown;
        };
    }

    private static Map<String, Object> work(WorkFingerprint work) {
        StringBuilder samples = new StringBuilder();
        for (long sample : work.samples()) {
            samples.append(HexFormat.of().toHexDigits(sample));
        }
        return Map.of(
                "text",
                work.text().hex(),
                "iscc",
                HexFormat.of().formatHex(work.iscc()),
                "samples",
                samples.toString());
    }

    private static byte[] proof(SmallRelease release, Optional<WorkFingerprint> work, List<Key> keys, Checkpoint heeded)
            throws IOException {
        byte[] entry = CanonicalJson.of(Map.of(
                "v",
                1L,
                "type",
                "release",
                "time",
                ReceiptFixture.TIME,
                "registry",
                new String(ReceiptFixture.LOG.note(heeded.text()).bytes(), StandardCharsets.UTF_8),
                "checkpoint",
                release.state.note(),
                "recipe",
                "0c".repeat(32),
                "rules",
                Map.of("match", "match@1", "withhold", "rights.optout@1")));
        MerkleTree tree = new MerkleTree();
        tree.add(ReceiptFixture.utf8("une autre publication"));
        tree.add(entry);
        String text = Checkpoint.of(RELEASES.verifier().name(), tree.size(), tree.root())
                .text();
        TlogProof logged = TlogProof.of(InclusionProof.of(tree, 1, 2), RELEASES.note(text));
        ReleaseProof bare = release.prover().prove(work, keys);
        ReleaseProof.Subject subject =
                new ReleaseProof.Subject(release.state, Optional.of(LoggedEntry.parse(entry, logged.bytes())));
        return new ReleaseProof(subject, bare.entries(), bare.samples(), bare.verdict()).bytes();
    }
}
