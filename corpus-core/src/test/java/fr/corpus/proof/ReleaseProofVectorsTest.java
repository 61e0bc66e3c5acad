package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files beside docs/formats/release-proof.md: proofs that hold, and proofs changed in one way each, which do not. */
class ReleaseProofVectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/release-proof");
    private static final SignerKey SIGNER = SignerKey.of("corpus/essai", SignatureKind.ED25519, new byte[32]);
    private static final Key ISBN = Isbn.find("9782070360024").orElseThrow().key();

    @TempDir
    Path directory;

    @Test
    void theFilesAreWhatThisVersionWrites() throws IOException {
        Map<String, byte[]> written = vectors(directory.resolve("keys"));
        assertThat(written).hasSizeGreaterThan(20);
        for (Map.Entry<String, byte[]> file : written.entrySet()) {
            assertThat(Files.readAllBytes(VECTORS.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void thePageHasTheTextOfTheLimits() throws IOException {
        String page = Files.readString(Path.of("docs/formats/release-proof.md"));
        assertThat(page).contains(ProofLimits.TEXT.get("en"), ProofLimits.TEXT.get("fr"));
    }

    @Test
    void proofsThatHoldAreAccepted() throws IOException {
        ProofVerifier verifier = new ProofVerifier(Optional.empty(), Optional.empty(), List.of());
        Map<String, Boolean> present = Map.of(
                "absent.json",
                false,
                "present.json",
                true,
                "quoted.json",
                true,
                "identified.json",
                true,
                "declared.json",
                true);
        for (Map.Entry<String, Boolean> each : present.entrySet()) {
            ProofVerifier.Verified verified = verifier.verify(Files.readAllBytes(VECTORS.resolve(each.getKey())));
            assertThat(verified.proof().verdict().isPresent()).as(each.getKey()).isEqualTo(each.getValue());
        }
        WorkFingerprint work = WorkFingerprint.of(Files.readString(VECTORS.resolve("quoted.txt")));
        new ProofVerifier(Optional.empty(), Optional.of(work), List.of())
                .verify(Files.readAllBytes(VECTORS.resolve("quoted.json")));
    }

    @Test
    void theSignedOneIsAcceptedUnderItsPolicy() throws IOException {
        TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(VECTORS.resolve("policy.txt")));
        ProofVerifier verifier = new ProofVerifier(Optional.of(policy), Optional.empty(), List.of());
        assertThat(verifier.verify(Files.readAllBytes(VECTORS.resolve("signed.json")))
                        .signature())
                .isEqualTo(ProofVerifier.Signature.ACCEPTED);
        for (String file : List.of("absent.json", "mutated/signature-false-under-policy.json")) {
            byte[] proof = Files.readAllBytes(VECTORS.resolve(file));
            assertThatThrownBy(() -> verifier.verify(proof)).as(file).isInstanceOf(CorpusException.class);
        }
    }

    @Test
    void loggedOnesAreAcceptedUnderThePolicyOfTheRegistry() throws IOException {
        for (Map.Entry<String, String> each : Map.of(
                        "logged.json", "registry-policy.txt",
                        "witnessed.json", "witness-policy.txt")
                .entrySet()) {
            ProofVerifier.Verified verified =
                    under(each.getValue()).verify(Files.readAllBytes(VECTORS.resolve(each.getKey())));
            assertThat(verified.signature()).isEqualTo(ProofVerifier.Signature.ACCEPTED);
            LoggedEntry.Verified log = verified.log().orElseThrow();
            assertThat(log.index()).isEqualTo(1);
            assertThat(log.registry().checkpoint().size()).isEqualTo(1);
        }
        byte[] unwitnessed = Files.readAllBytes(VECTORS.resolve("logged.json"));
        assertThatThrownBy(() -> under("witness-policy.txt").verify(unwitnessed))
                .isInstanceOf(IntegrityException.class);
    }

    @Test
    void whatOnlyAPolicyCanRefuseIsRefusedUnderIt() throws IOException {
        ProofVerifier without = new ProofVerifier(Optional.empty(), Optional.empty(), List.of());
        for (Map.Entry<String, String> each : Map.of(
                        "signature-false", "policy.txt",
                        "log-signature-false", "registry-policy.txt",
                        "log-of-a-stranger", "registry-policy.txt",
                        "registry-signature-false", "registry-policy.txt",
                        "registry-of-a-stranger", "registry-policy.txt",
                        "log-left-out", "registry-policy.txt",
                        "witness-signature-false", "witness-policy.txt",
                        "witness-of-another-checkpoint", "witness-policy.txt")
                .entrySet()) {
            byte[] proof = Files.readAllBytes(VECTORS.resolve("mutated/" + each.getKey() + "-under-policy.json"));
            without.verify(proof);
            assertThatThrownBy(() -> under(each.getValue()).verify(proof))
                    .as(each.getKey())
                    .isInstanceOf(CorpusException.class);
        }
    }

    @Test
    void theReceiptsAreAnsweredWithAndWithoutTheirOpenings() throws IOException {
        TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(VECTORS.resolve("registry-policy.txt")));
        ProofVerifier.Verified proof =
                under("registry-policy.txt").verify(Files.readAllBytes(VECTORS.resolve("logged.json")));
        for (String name : List.of("receipt", "receipt-later")) {
            Receipt receipt = Receipt.read(VECTORS.resolve(name));
            ReservationAnswer open = ReservationAnswer.of(receipt.verify(policy), proof);
            assertThat(open.isKnown()).isEqualTo(name.equals("receipt"));
            assertThat(open.unproven()).isZero();
            ReservationAnswer closed =
                    ReservationAnswer.of(receipt.withoutOpening().verify(policy), proof);
            assertThat(closed.isKnown()).isEqualTo(open.isKnown());
            assertThat(closed.unproven()).as("the type iscc").isEqualTo(1);
        }
    }

    /** The registry showed one history to the holder and another to the builder; both are signed. */
    @Test
    void aRegistryThatShowsTwoHistoriesIsFoundOutByReceiptAndProofAlone() throws IOException {
        TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(VECTORS.resolve("registry-policy.txt")));
        ProofVerifier.Verified proof =
                under("registry-policy.txt").verify(Files.readAllBytes(VECTORS.resolve("logged.json")));
        Receipt.Verified receipt =
                Receipt.read(VECTORS.resolve("receipt-other-history")).verify(policy);
        assertThatThrownBy(() -> ReservationAnswer.of(receipt, proof))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().key()).isEqualTo("proof.two-histories"));
    }

    @Test
    void aReceiptIsNotAnsweredByAProofThatIsNotAboutItOrNotLogged() throws IOException {
        TlogPolicy policy = TlogPolicy.parse(Files.readAllBytes(VECTORS.resolve("registry-policy.txt")));
        Receipt receipt = Receipt.read(VECTORS.resolve("receipt"));
        Receipt.Verified open = receipt.verify(policy);
        Receipt.Verified closed = receipt.withoutOpening().verify(policy);
        ProofVerifier.Verified unlogged = new ProofVerifier(Optional.empty(), Optional.empty(), List.of())
                .verify(Files.readAllBytes(VECTORS.resolve("quoted.json")));
        assertThatThrownBy(() -> ReservationAnswer.of(open, unlogged)).hasMessageContaining("no log has its release");
        try (SmallRelease release = new SmallRelease(directory.resolve("keys"), 3)) {
            LoggedEntry log = ReleaseProof.parse(Files.readAllBytes(VECTORS.resolve("logged.json")))
                    .log()
                    .orElseThrow();
            Optional<WorkFingerprint> other = Optional.of(WorkFingerprint.of(SmallRelease.text(22, 120)));
            Optional<WorkFingerprint> same =
                    Optional.of(WorkFingerprint.of(Files.readString(VECTORS.resolve("quoted.txt"))));
            for (byte[] partial : List.of(
                    release.prover(log).prove(Optional.empty(), List.of(ISBN)).bytes(),
                    release.prover(log).prove(other, List.of(ISBN)).bytes(),
                    release.prover(log).prove(same, List.of()).bytes())) {
                ProofVerifier.Verified verified = under("registry-policy.txt").verify(partial);
                assertThatThrownBy(() -> ReservationAnswer.of(open, verified)).isInstanceOf(IntegrityException.class);
                assertThatThrownBy(() -> ReservationAnswer.of(closed, verified)).isInstanceOf(IntegrityException.class);
            }
        }
    }

    private static ProofVerifier under(String policy) throws IOException {
        TlogPolicy trusted = TlogPolicy.parse(Files.readAllBytes(VECTORS.resolve(policy)));
        return new ProofVerifier(Optional.of(trusted), Optional.empty(), List.of());
    }

    @Test
    void changedProofsAreRefused() throws IOException {
        ProofVerifier verifier = new ProofVerifier(Optional.empty(), Optional.empty(), List.of());
        List<Path> files;
        try (var list = Files.list(VECTORS.resolve("mutated"))) {
            files = list.filter(file -> !file.toString().endsWith("-under-policy.json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(15);
        for (Path file : files) {
            byte[] proof = Files.readAllBytes(file);
            assertThatThrownBy(() -> verifier.verify(proof)).as(file.toString()).isInstanceOf(CorpusException.class);
        }
    }

    /** Writes the files, for whoever changes the format. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, byte[]> file :
                vectors(Files.createTempDirectory("vectors").resolve("keys")).entrySet()) {
            Path path = VECTORS.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static Map<String, byte[]> vectors(Path keys) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (SmallRelease release = new SmallRelease(keys, 3)) {
            String quoted = SmallRelease.text(21, 60) + release.texts.get(1).substring(0, 1400);
            String other = SmallRelease.text(22, 120);
            files.put("quoted.txt", utf8(quoted));
            files.put("absent.json", prove(release, Optional.of(other), List.of(ISBN)));
            files.put("present.json", prove(release, Optional.empty(), List.of(new Key(KeyType.HOST, "exemple.fr"))));
            byte[] proof = prove(
                    release, Optional.of(quoted), List.of(ISBN, new Key(KeyType.URL, "exemple.fr/livres/1.html")));
            files.put("quoted.json", proof);
            String note = new String(SIGNER.note(release.state.note()).bytes(), StandardCharsets.UTF_8);
            byte[] signed = release.prover(ReleaseState.parse(note))
                    .prove(Optional.empty(), List.of(ISBN))
                    .bytes();
            files.put("signed.json", signed);
            files.put("policy.txt", utf8("log " + SIGNER.verifier() + "\nquorum none\n"));
            files.put("mutated/signature-false-under-policy.json", falselySigned(signed));
            files.putAll(LoggedVectors.of(release, quoted, keys.resolveSibling("registre")));
            mutations().forEach((name, change) -> files.put("mutated/" + name + ".json", changed(proof, change)));
            files.put("mutated/line-feed-at-end.json", Arrays.copyOf(proof, proof.length + 1));
            files.get("mutated/line-feed-at-end.json")[proof.length] = '\n';
            files.put("mutated/cut.json", Arrays.copyOf(proof, proof.length - 1));
        }
        try (SmallRelease release = new SmallRelease(keys.resolveSibling("identified"), 3, "keys@2")) {
            byte[] proof = prove(release, Optional.empty(), List.of(ISBN, new Key(KeyType.DOI, "10.1000/182")));
            files.put("identified.json", proof);
            files.put("mutated/key-set-other.json", changed(proof, ReleaseProofVectorsTest::otherKeySet));
        }
        try (SmallRelease release = new SmallRelease(keys.resolveSibling("declared"), 3, "keys@3")) {
            files.put(
                    "declared.json",
                    prove(release, Optional.empty(), List.of(ISBN, new Key(KeyType.DOI, "10.1000/182"))));
        }
        return files;
    }

    private static void otherKeySet(Map<String, Object> json) {
        Map<String, Object> release = object(json, "release");
        release.put("keySet", "keys@9");
        release.compute("checkpoint", (key, note) -> ((String) note).replace("keys@2", "keys@9"));
    }

    private static byte[] prove(SmallRelease release, Optional<String> work, List<Key> keys) throws IOException {
        return release.prover().prove(work.map(WorkFingerprint::of), keys).bytes();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] falselySigned(byte[] proof) {
        return changed(
                proof,
                json -> object(json, "release").compute("checkpoint", (key, note) -> {
                    String text = (String) note;
                    int at = text.length() - 10;
                    return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
                }));
    }

    static byte[] changed(byte[] proof, Consumer<Map<String, Object>> change) {
        @SuppressWarnings("unchecked")
        Map<String, Object> json = (Map<String, Object>) JsonTree.parse(proof);
        change.accept(json);
        return CanonicalJson.of(json);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    /** The first key of a type that the release has. */
    private static Map<String, Object> present(Map<String, Object> json, String type) {
        return list(json, "keys").stream()
                .filter(key -> key.get("type").equals(type) && key.containsKey("documents"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Consumer<Map<String, Object>>> mutations() {
        Map<String, Consumer<Map<String, Object>>> changes = new LinkedHashMap<>();
        changes.put("format-other", json -> json.put("format", "corpus-release-proof@2"));
        changes.put("verdict-absent", json -> {
            object(json, "verdict").put("result", "absent");
            object(json, "verdict").put("count", 0L);
            object(json, "verdict").put("reasons", List.of());
        });
        changes.put(
                "reason-dropped",
                json -> list(object(json, "verdict"), "reasons").remove(0));
        changes.put("documents-dropped", json -> present(json, "sample").remove("documents"));
        changes.put(
                "document-other",
                json -> list(present(json, "url"), "documents").get(0).put("id", "0".repeat(40)));
        changes.put(
                "license-other",
                json -> list(present(json, "url"), "documents").get(0).put("license", "CC0-1.0"));
        changes.put(
                "position-other",
                json -> list(present(json, "sample"), "documents").get(0).put("position", 99L));
        changes.put("place-other", json -> present(json, "sample").put("at", 9999L));
        changes.put("proofs-swapped", json -> {
            Object proof = present(json, "url").get("proof");
            present(json, "url").put("proof", present(json, "sample").get("proof"));
            present(json, "sample").put("proof", proof);
        });
        changes.put("keys-out-of-order", json -> Collections.swap(list(json, "keys"), 1, 2));
        changes.put(
                "key-twice",
                json -> list(json, "keys").add(1, list(json, "keys").get(0)));
        changes.put(
                "sample-dropped",
                json -> list(json, "keys").remove(list(json, "keys").size() - 1));
        changes.put("samples-fewer", json -> json.put("samples", 1L));
        changes.put("no-keys", json -> json.put("keys", new ArrayList<>()));
        changes.put(
                "key-not-canonical",
                json -> list(json, "keys").stream()
                        .filter(key -> key.get("type").equals("isbn"))
                        .forEach(key -> key.put("value", "978-2-07-036002-4")));
        changes.put("keys-root-other", json -> object(json, "release").put("keysRoot", "0".repeat(64)));
        changes.put("release-other", json -> {
            String root = Sha256.of(new byte[] {9}).hex();
            object(json, "release").put("keysRoot", root);
            object(json, "release").put("checkpoint", SmallRelease.checkpoint(Sha256.of(new byte[] {9}), 3));
        });
        changes.put("manifest-other", json -> object(json, "release").put("manifest", "0".repeat(64)));
        changes.put("documents-more", json -> object(json, "release").put("documents", 4L));
        changes.put("limits-changed", json -> object(json, "limits").put("fr", "Tout est prouvé."));
        changes.put("field-more", json -> json.put("note", "rien"));
        return changes;
    }
}
