package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.Sha256;
import fr.corpus.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A policy that asks two witnesses, two real ones, and the log of releases under it: as the parties type it. */
class WitnessedProofTest {

    @TempDir
    Path folder;

    private LoopbackWitness first;
    private LoopbackWitness second;
    private String registry;
    private String policy;
    private String recipe;

    @BeforeEach
    void writeCorpusAndRegistry() throws IOException {
        first = new LoopbackWitness("un.example", 1);
        second = new LoopbackWitness("deux.example", 2);
        registry = path("registry");
        policy = path("registry/policy.txt");
        run("registry", "init", registry, "--origin", "registre.exemple.fr/reservations");
        String text = Files.readString(Path.of(policy));
        Files.writeString(
                Path.of(policy),
                text.replace(
                        "quorum none",
                        first.policyLine("un") + "\n" + second.policyLine("deux")
                                + "\ngroup deux-temoins all un deux\nquorum deux-temoins"));
        follow();
        run("optout", "add", registry, "--holder", "Anne Exemple", "--isbn", "9782070360024", "--out", path("r1"));
        Files.writeString(
                folder.resolve("data.jsonl"),
                line("libre", 1, "https://libre.exemple.org/1")
                        + line("autre", 2, "https://autre.exemple.org/1")
                        + line("livre", 3, "urn:isbn:9782070360024"));
        recipe = Files.writeString(folder.resolve("recipe.yaml"), """
                recipe: 1
                name: essai
                sources:
                  - { id: pages, format: jsonl, paths: data.jsonl, license: CC-BY-4.0, profile: web, fields: { id: id, uri: uri } }
                steps:
                  - { use: dedup.exact@1 }
                """).toString();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private void follow() throws IOException {
        for (String file : new String[] {"log.vkey", "releases.vkey"}) {
            String vkey = Files.readString(Path.of(registry, file)).strip();
            first.follow(vkey);
            second.follow(vkey);
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String line(String id, long seed, String uri) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            for (int letter = 0; letter < 6; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 11 == 10 ? ". " : " ");
        }
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"uri\":\"" + uri + "\"}\n";
    }

    private static Ran run(String... arguments) {
        return run(0, arguments);
    }

    private static Ran run(int code, String... arguments) {
        Ran ran = Ran.corpus(arguments);
        assertThat(ran.code())
                .as(String.join(" ", arguments) + "\n" + ran.out() + ran.err())
                .isEqualTo(code);
        return ran;
    }

    private static JsonNode json(int code, String... arguments) {
        return run(code, arguments).json();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private void build(String release) {
        run("build", recipe, "--out", path(release), "--registry", registry, "--quiet");
    }

    private Ran prove(String release, String proof) {
        return run("prove", path(release), "--isbn", "9782070360024", "--registry", registry, "--out", path(proof));
    }

    @Test
    void aProofHoldsUnderAQuorumOnceTheLogOfReleasesWasCosigned() throws IOException {
        build("v1");
        assertThat(prove("v1", "p0").err()).contains("corpus registry cosign");
        Ran early = run(3, "verify-proof", path("p0"), "--policy", policy);
        assertThat(early.out()).contains("0 valid cosignatures", "corpus registry cosign", "corpus prove --registry");
        assertThat(Ran.in(Map.of("LANG", "fr_FR.UTF-8"), "verify-proof", path("p0"), "--policy", policy)
                        .out())
                .contains("0 cosignatures valides", "corpus registry cosign");

        JsonNode cosigned = json(0, "registry", "cosign", registry, "--json");
        assertThat(cosigned.at("/quorum").asBoolean()).isTrue();
        assertThat(cosigned.at("/releases/quorum").asBoolean()).isTrue();
        assertThat(cosigned.at("/releases/checkpoint/origin").asString()).endsWith("/reservations/releases");
        assertThat(cosigned.at("/releases/witnesses")).hasSize(2);
        run(3, "verify-proof", path("p0"), "--policy", policy);

        assertThat(prove("v1", "p1").err()).doesNotContain("cosign");
        JsonNode checked = json(0, "verify-proof", path("p1"), "--policy", policy, "--receipt", receipt(), "--json");
        assertThat(checked.get("result").asString()).isEqualTo("absent");
        assertThat(checked.at("/log/witnesses")).hasSize(2);

        // Another release: the log goes on, what was cosigned is of before, and what a release carries is not lost.
        run("registry", "cosign", registry, "--release", path("v1"));
        Files.writeString(Path.of(recipe), Files.readString(Path.of(recipe)).replace("essai", "suite"));
        build("v2");
        prove("v1", "p2");
        run("verify-proof", path("p2"), "--policy", policy);
        prove("v2", "p3");
        run(3, "verify-proof", path("p3"), "--policy", policy);
        second.close();
        JsonNode alone = json(3, "registry", "cosign", registry, "--json");
        assertThat(alone.at("/releases/quorum").asBoolean()).isFalse();
        assertThat(alone.at("/releases/witnesses/0/cosigned").asBoolean()).isFalse();
        prove("v2", "p3");
        assertThat(run(3, "verify-proof", path("p3"), "--policy", policy).out()).contains("1 valid cosignatures");
    }

    /** The receipt of the setup, with the cosignatures that came later. */
    private String receipt() throws IOException {
        String id = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("r1.entry")))
                .get("id")
                .asString();
        run("optout", "receipt", "issue", registry, id, "--out", path("r1-cosigne"));
        return path("r1-cosigne");
    }

    @Test
    void aReleaseIsGivenFreshProofsOfItselfAndItsRetractionsAndAttestationsCarryThem() throws IOException {
        build("v1");
        byte[] entry = Files.readAllBytes(folder.resolve("v1/release.entry"));
        copy(folder.resolve("v1"), folder.resolve("copie"));
        run("optout", "add", registry, "--holder", "Anne Exemple", "--url", "https://autre.exemple.org/1");
        run("retract", path("v1"), "--registry", registry, "--out", path("v2"));
        JsonNode renewed =
                json(0, "registry", "cosign", registry, "--release", path("v1"), "--release", path("v2"), "--json");
        assertThat(renewed.at("/renewed/0/proofs").asInt()).isEqualTo(2);
        assertThat(renewed.at("/renewed/1/accepted").asInt())
                .isEqualTo(renewed.at("/renewed/1/proofs").asInt())
                .isPositive();
        assertThat(folder.resolve("v1/release.entry")).hasBinaryContent(entry);
        run("verify", path("v2"));
        run("sync", path("copie"), "--from", path("v2"), "--attest", path("attestation.json"));
        run("verify-proof", path("attestation.json"), "--policy", policy);
        // Without the registry, from the release alone.
        run("prove", path("v2"), "--isbn", "9782070360024", "--out", path("p"));
        run("verify-proof", path("p"), "--policy", policy);
        run("build", recipe, "--out", path("v0"), "--quiet");
        assertThat(run(1, "registry", "cosign", registry, "--release", path("v0"))
                        .err())
                .contains("Build it with --registry");
    }

    @Test
    void anAttestationOfBeforeTheCosignaturesIsRefusedAndSaysWhatToDo() throws IOException {
        build("v1");
        copy(folder.resolve("v1"), folder.resolve("copie"));
        run("optout", "add", registry, "--holder", "Anne Exemple", "--url", "https://autre.exemple.org/1");
        run("retract", path("v1"), "--registry", registry, "--out", path("v2"));
        run("sync", path("copie"), "--from", path("v2"), "--attest", path("attestation.json"));
        assertThat(run(3, "verify-proof", path("attestation.json"), "--policy", policy)
                        .out())
                .contains("corpus registry cosign");
    }

    @Test
    void cosignaturesThatCameByFileFindTheirLog() throws IOException {
        build("v1");
        Path elsewhere = folder.resolve("ailleurs");
        Files.createDirectory(elsewhere);
        Path before = Path.of(registry, "releases/checkpoint");
        byte[] bare = Files.readAllBytes(before);
        run("registry", "cosign", registry);
        Path cosigned = Files.copy(before, elsewhere.resolve("cosigne"));
        String lines = String.join(
                        "\n",
                        Files.readAllLines(cosigned)
                                .subList(
                                        Files.readAllLines(cosigned).size() - 2,
                                        Files.readAllLines(cosigned).size()))
                + "\n";
        Path loose = Files.writeString(elsewhere.resolve("lignes"), lines);
        for (Path file : new Path[] {cosigned, loose}) {
            Files.write(before, bare);
            run("registry", "cosign", registry, "--attach", file.toString());
            assertThat(SignedNote.parse(Files.readAllBytes(before)).signatures())
                    .hasSize(3);
        }
        Files.write(before, bare);
        Path forged = Files.writeString(elsewhere.resolve("faux"), lines.replace(lines.substring(30, 34), "AAAA"));
        assertThat(Ran.corpus("registry", "cosign", registry, "--attach", forged.toString())
                        .code())
                .isNotZero();
        assertThat(Sha256.of(Files.readAllBytes(before))).isEqualTo(Sha256.of(bare));
    }

    @Test
    void theLogOfReleasesGetsAnotherKeyAndProofsOfBeforeStillHold() throws IOException {
        build("v1");
        run("registry", "cosign", registry, "--release", path("v1"));
        prove("v1", "avant");
        JsonNode rotated = json(0, "registry", "rotate-key", registry, "--log", "releases", "--json");
        assertThat(rotated.get("signing")).hasSize(1);
        assertThat(rotated.at("/releases/signing")).hasSize(2);
        assertThat(Files.readString(Path.of(registry, "releases.vkey")).strip())
                .isEqualTo(rotated.at("/releases/vkey").asString());
        run("verify-proof", path("avant"), "--policy", policy);
        run("audit", path("v1"), "--registry", registry);
        follow();
        json(0, "registry", "rotate-key", registry, "--log", "both", "--retire-old", "--json");
        Files.writeString(Path.of(recipe), Files.readString(Path.of(recipe)).replace("essai", "suite"));
        build("v2");
        run("registry", "cosign", registry);
        prove("v2", "apres");
        run("verify-proof", path("apres"), "--policy", policy);
        run("verify-proof", path("avant"), "--policy", policy);
        run("registry", "check", registry);
        run("audit", path("v1"), "--registry", registry);
    }

    @Test
    void aStolenKeyOfTheLogOfReleasesNoLongerCountsAndProofsAreMadeAnew() throws IOException {
        build("v1");
        run("registry", "cosign", registry, "--release", path("v1"));
        prove("v1", "avant");
        Ran rotated = run("registry", "rotate-key", registry, "--log", "releases", "--compromised");
        assertThat(rotated.out()).contains("corpus registry cosign --release");
        run(3, "verify-proof", path("avant"), "--policy", policy);
        follow();
        run("registry", "cosign", registry, "--release", path("v1"));
        prove("v1", "apres");
        run("verify-proof", path("apres"), "--policy", policy);
        run("audit", path("v1"), "--registry", registry);
    }

    @Test
    void aStolenKeyOfTheRegistryTakesTheReleasesOfBeforeWithIt() throws IOException {
        build("v1");
        run("registry", "cosign", registry, "--release", path("v1"));
        prove("v1", "avant");
        String policyOfBefore = path("avant.txt");
        Files.copy(Path.of(policy), Path.of(policyOfBefore));
        json(0, "registry", "rotate-key", registry, "--log", "reservations", "--compromised", "--json");
        follow();
        JsonNode refused = json(3, "verify-proof", path("avant"), "--policy", policy, "--json");
        assertThat(refused.get("verifies").asBoolean()).isFalse();
        assertThat(refused.get("key").asString()).isEqualTo("releaselog.registry-not-accepted");
        assertThat(run(3, "verify-proof", path("avant"), "--policy", policy, "--lang", "fr")
                        .out())
                .contains("une publication construite depuis", "policy.txt");
        assertThat(run(3, "verify-proof", path("avant"), "--policy", policy, "--lang", "en")
                        .out())
                .contains("a release built since", "policy.txt");
        // Proofs made anew carry the same entry, so they are refused too.
        run("registry", "cosign", registry, "--release", path("v1"));
        prove("v1", "encore");
        run(3, "verify-proof", path("encore"), "--policy", policy);
        // Under the policy of before it stands, for whoever judges an old release.
        run("verify-proof", path("avant"), "--policy", policyOfBefore);
        Files.writeString(Path.of(recipe), Files.readString(Path.of(recipe)).replace("essai", "suite"));
        build("v2");
        run("registry", "cosign", registry);
        prove("v2", "apres");
        run("verify-proof", path("apres"), "--policy", policy);
        run(3, "verify-proof", path("apres"), "--policy", policyOfBefore);
    }

    @Test
    void aTimeStampTokenIsCheckedOrSaidNotToHaveBeen() throws IOException {
        build("v1");
        run("registry", "cosign", registry, "--release", path("v1"));
        prove("v1", "preuve");
        assertThat(run("verify-proof", path("preuve"), "--policy", policy, "--lang", "fr")
                        .out())
                .contains("Aucun jeton d’horodatage", "timestamps/releases/1.tsr");
        Files.writeString(folder.resolve("faux.tsr"), "pas un jeton");
        Files.writeString(folder.resolve("autorite.pem"), "pas un certificat");
        run(2, "verify-proof", path("preuve"), "--policy", policy, "--tsa-token", path("faux.tsr"));
        Ran checked = Ran.corpus(
                "verify-proof",
                path("preuve"),
                "--policy",
                policy,
                "--tsa-token",
                path("faux.tsr"),
                "--tsa-certificates",
                path("autorite.pem"));
        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.out()).doesNotContain("verifies");
    }
}
