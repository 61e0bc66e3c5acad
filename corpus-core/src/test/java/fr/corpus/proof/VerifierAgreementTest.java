package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The page and the library accept and refuse the same bundles: all vectors, and many more that a seed makes of them. */
class VerifierAgreementTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/release-proof");
    private static final long SEED = 20_261_124;

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
    void onEveryVectorOfReleaseProofs() throws IOException {
        Agreement agreement = new Agreement(browser);
        List<byte[]> policies = new ArrayList<>();
        for (String name : List.of("policy.txt", "registry-policy.txt", "witness-policy.txt")) {
            policies.add(Files.readAllBytes(VECTORS.resolve(name)));
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(VECTORS)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            byte[] proof = Files.readAllBytes(file);
            agreement.proof(file.toString(), proof);
            policies.forEach(policy -> agreement.proof(file + " under a policy", proof, policy));
        }
        for (String name : List.of("receipt", "receipt-later")) {
            byte[] entry = Files.readAllBytes(VECTORS.resolve(name + ".entry"));
            byte[] proof = Files.readAllBytes(VECTORS.resolve(name + ".tlog-proof"));
            policies.forEach(policy -> agreement.receipt(name, entry, proof, policy));
        }
        Map<String, Integer> said = agreement.require();
        assertThat(said)
                .containsEntry("holds absent 0 accepted", 1)
                .containsKeys("holds absent 0 none", "refused proof.bundle-differs");
    }

    @Test
    void onChangedReleaseProofs() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        JsonMutator mutator = new JsonMutator(random);
        Agreement agreement = new Agreement(browser);
        Map<String, String> policies = Map.of("logged", "registry-policy.txt", "witnessed", "witness-policy.txt");
        for (String name : List.of("absent", "present", "signed", "logged", "witnessed")) {
            byte[] proof = Files.readAllBytes(VECTORS.resolve(name + ".json"));
            byte[] policy = Files.readAllBytes(VECTORS.resolve(policies.getOrDefault(name, "policy.txt")));
            Object json = JsonTree.parse(proof);
            for (int i = 0; i < 60; i++) {
                String as = name + " changed, seed " + SEED + ", " + i;
                agreement.proof(as, CanonicalJson.of(mutator.changed(json)), policy);
                agreement.proof(as + " in its bytes", mutator.changed(proof), policy);
            }
        }
        assertThat(agreement.require()).hasSizeGreaterThan(5);
    }

    @Test
    void onReceiptsWhoseFilesAreChanged() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        JsonMutator mutator = new JsonMutator(random);
        Agreement agreement = new Agreement(browser);
        for (byte[] policy : ReceiptFixture.policies()) {
            for (int samples : new int[] {0, 3, 40}) {
                byte[] record = CanonicalJson.of(ReceiptFixture.record(samples));
                byte[] entry = CanonicalJson.of(ReceiptFixture.entry(ReceiptFixture.record(samples)));
                long seen = ReceiptFixture.TIME / 1000 + random.nextInt(80_000, 90_000);
                int size = random.nextInt(1, 40);
                byte[] proof =
                        ReceiptFixture.proof(entry, ReceiptFixture.opening(record), random.nextInt(size), size, seen);
                agreement.receipt("receipt", entry, proof, policy);
                for (int i = 0; i < 25; i++) {
                    String as = "receipt, seed " + (SEED + 1) + ", " + i;
                    agreement.receipt(as + ", entry", mutator.changed(entry), proof, policy);
                    agreement.receipt(as + ", proof", entry, mutator.changed(proof), policy);
                    agreement.receipt(as + ", policy", entry, proof, mutator.changed(policy));
                }
            }
        }
        Map<String, Integer> said = agreement.require();
        assertThat(said.keySet())
                .anyMatch(answer -> answer.endsWith(" true"))
                .anyMatch(answer -> answer.endsWith(" false"));
    }

    /** An entry with an earlier time is another leaf; one that the log was made to take shows when witnesses first saw it. */
    @Test
    void onAReceiptWhoseEntryIsBackdated() {
        Agreement agreement = new Agreement(browser);
        byte[] policy = ReceiptFixture.policies().get(1);
        Map<String, Object> record = ReceiptFixture.record(3);
        Map<String, Object> entry = ReceiptFixture.entry(record);
        byte[] honest = CanonicalJson.of(entry);
        byte[] opening = ReceiptFixture.opening(CanonicalJson.of(record));
        long seen = ReceiptFixture.TIME / 1000 + 60;
        byte[] proof = ReceiptFixture.proof(honest, opening, 2, 5, seen);
        agreement.receipt("honest", honest, proof, policy);
        for (long earlier : new long[] {1, 1_000, 86_400_000, 31_536_000_000L}) {
            entry.put("time", ReceiptFixture.TIME - earlier);
            byte[] backdated = CanonicalJson.of(entry);
            agreement.receipt("earlier by " + earlier, backdated, proof, policy);
            if (earlier > 86_400_000) {
                agreement.receipt(
                        "logged with an earlier time",
                        backdated,
                        ReceiptFixture.proof(backdated, opening, 2, 5, seen),
                        policy);
            }
        }
        assertThat(agreement.require())
                .containsEntry("holds 2 true", 1)
                .containsEntry("refused tlog.inclusion-false", 4)
                .containsEntry("holds 2 false", 1)
                .hasSize(3);
    }

    /** The checkpoint of one log shown for the other: of reservations for releases, and of releases for reservations. */
    @Test
    void onACheckpointThatIsReplayedFromTheOtherLog() throws IOException {
        Agreement agreement = new Agreement(browser);
        byte[] policy = Files.readAllBytes(VECTORS.resolve("registry-policy.txt"));
        agreement.proof("a release", Files.readAllBytes(VECTORS.resolve("logged.json")), policy);
        agreement.proof(
                "a release by the log of reservations",
                Files.readAllBytes(VECTORS.resolve("mutated/log-of-reservations.json")),
                policy);
        byte[] entry = Files.readAllBytes(VECTORS.resolve("receipt.entry"));
        String receipt = Files.readString(VECTORS.resolve("receipt.tlog-proof"));
        agreement.receipt("a receipt", entry, receipt.getBytes(StandardCharsets.UTF_8), policy);
        String releases = JsonMapper.shared()
                .readTree(Files.readAllBytes(VECTORS.resolve("logged.json")))
                .get("log")
                .get("proof")
                .asString();
        String replayed =
                receipt.substring(0, receipt.indexOf("\n\n") + 2) + releases.substring(releases.indexOf("\n\n") + 2);
        agreement.receipt("a receipt by the log of releases", entry, replayed.getBytes(StandardCharsets.UTF_8), policy);
        Map<String, Integer> said = agreement.require();
        assertThat(said.keySet())
                .as("%s", said)
                .filteredOn(answer -> answer.startsWith("holds"))
                .hasSize(2);
        assertThat(said.values()).as("%s", said).containsOnly(1);
        assertThat(said).containsKey("refused releaselog.other-log");
    }

    @Test
    @SuppressWarnings("unchecked")
    void onReceiptsThatAreFalseAndSignedAllTheSame() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        JsonMutator mutator = new JsonMutator(random);
        Agreement agreement = new Agreement(browser);
        byte[] policy = ReceiptFixture.policies().get(0);
        for (int i = 0; i < 400; i++) {
            Map<String, Object> record = ReceiptFixture.record(i % 5 * 9);
            Map<String, Object> entry = ReceiptFixture.entry(record);
            byte[] recordBytes = CanonicalJson.of(record);
            switch (i % 3) {
                case 0 -> { // another record, sealed by an entry that shows what the record says
                    Map<String, Object> changed = (Map<String, Object>) mutator.changed(record);
                    recordBytes = CanonicalJson.of(changed);
                    entry = ReceiptFixture.entry(changed);
                }
                case 1 -> entry = (Map<String, Object>) mutator.changed(entry);
                default -> { // the bytes of the record
                    recordBytes = mutator.changed(recordBytes);
                    if (!new String(recordBytes, StandardCharsets.UTF_8)
                            .equals(new String(recordBytes, StandardCharsets.UTF_8).replace("\uFFFD", ""))) {
                        continue;
                    }
                    entry.put("commitment", ReceiptFixture.commitment(recordBytes));
                }
            }
            byte[] entryBytes = CanonicalJson.of(entry);
            byte[] opening = i % 10 == 9
                    ? mutator.changed(ReceiptFixture.opening(recordBytes))
                    : ReceiptFixture.opening(recordBytes);
            byte[] proof = ReceiptFixture.proof(entryBytes, opening, i % 5, 5, ReceiptFixture.TIME / 1000);
            agreement.receipt(
                    "sealed, seed " + (SEED + 2) + ", " + i + " " + new String(recordBytes, StandardCharsets.UTF_8),
                    entryBytes,
                    proof,
                    policy);
        }
        assertThat(agreement.require()).hasSizeGreaterThan(5);
    }

    @Test
    @SuppressWarnings("unchecked")
    void onReceiptsOfOtherEntries() {
        SplittableRandom random = new SplittableRandom(SEED + 5);
        JsonMutator mutator = new JsonMutator(random);
        Agreement agreement = new Agreement(browser);
        byte[] policy = ReceiptFixture.policies().get(0);
        for (String type : List.of("withdraw", "contest", "counter-notice", "decision", "erasure", "key-rotation")) {
            Map<String, Object> entry = ReceiptFixture.entry(type);
            byte[] extra =
                    entry.containsKey("commitment") ? ReceiptFixture.opening(ReceiptFixture.REASON) : new byte[0];
            for (int i = 0; i < 50; i++) {
                Object changed = i == 0 ? entry : mutator.changed((Object) entry);
                byte[] bytes = CanonicalJson.of(changed);
                byte[] proof = ReceiptFixture.proof(bytes, extra, 1, 3, ReceiptFixture.TIME / 1000);
                agreement.receipt(type + ", seed " + (SEED + 5) + ", " + i + ": " + changed, bytes, proof, policy);
            }
        }
        Map<String, Integer> said = agreement.require();
        assertThat(said.get("holds 1 unknown")).isGreaterThan(6);
    }

    @Test
    void onHostileFiles() {
        Agreement agreement = new Agreement(browser);
        byte[] record = CanonicalJson.of(ReceiptFixture.record(3));
        byte[] entry = CanonicalJson.of(ReceiptFixture.entry(ReceiptFixture.record(3)));
        byte[] proof = ReceiptFixture.proof(entry, ReceiptFixture.opening(record), 0, 1, ReceiptFixture.TIME / 1000);
        byte[] policy = ReceiptFixture.policies().get(0);
        byte[] line = ReceiptFixture.utf8("\u2014 temoin.exemple/z " + "A".repeat(88) + "\n");
        List<byte[]> hostile = List.of(
                new byte[0],
                ReceiptFixture.utf8("[".repeat(200_000)),
                ReceiptFixture.utf8("{\"a\":".repeat(50_000)),
                ReceiptFixture.utf8("{\"format\":\"corpus-release-proof@1\",\"keys\":" + "[".repeat(5_000)
                        + "]".repeat(5_000) + "}"),
                ReceiptFixture.utf8("{\"v\":" + "9".repeat(5_000) + "}"),
                ReceiptFixture.utf8("\uFEFF{}"),
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                ReceiptFixture.utf8("{\"__proto__\":1}"),
                new byte[1 << 20]);
        for (byte[] bytes : hostile) {
            agreement.proof("hostile proof of " + bytes.length, bytes);
            agreement.receipt("hostile entry", bytes, proof, policy);
            agreement.receipt("hostile proof of a log", entry, bytes, policy);
            agreement.receipt("hostile policy", entry, proof, bytes);
            byte[] sealed =
                    ReceiptFixture.proof(entry, bytes.length == 0 ? entry : bytes, 0, 1, ReceiptFixture.TIME / 1000);
            agreement.receipt("hostile opening", entry, sealed, policy);
        }
        byte[] many = proof;
        for (int i = 0; i < 98; i++) {
            many = JsonMutator.joined(many, line);
            if (i > 94) {
                agreement.receipt("many signatures", entry, many, policy);
            }
        }
        agreement.receipt("too large a proof", entry, JsonMutator.joined(proof, new byte[2 << 20]), policy);
        agreement.receipt(
                "too large a policy",
                entry,
                proof,
                JsonMutator.joined(policy, ReceiptFixture.utf8("#".repeat(1 << 16) + "\n")));
        Map<String, Integer> said = agreement.require();
        assertThat(said.get("holds 0 unknown")).isBetween(1, 3);
    }
}
