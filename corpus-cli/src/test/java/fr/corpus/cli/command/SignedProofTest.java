package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Register, receipt, build, prove, check with receipt and policy alone, audit: as the parties type it. */
class SignedProofTest {

    @TempDir
    Path folder;

    private String registry;
    private String recipe;
    private String novel;

    @BeforeEach
    void writeCorpusAndRegistry() throws IOException {
        registry = path("registry");
        Ran.ok("registry", "init", registry, "--origin", "registre.exemple.fr/reservations");
        String text = words(3_000, 1);
        novel = Files.writeString(folder.resolve("roman.txt"), text).toString();
        Files.writeString(
                folder.resolve("data.jsonl"),
                MadeUpPages.line("libre", words(300, 2), "https://libre.exemple.org/1")
                        + MadeUpPages.line("livre", words(300, 3), "urn:isbn:9782070360024")
                        + MadeUpPages.line(
                                "anthologie",
                                words(300, 4) + text.substring(6_000, 12_000),
                                "https://x.exemple.org/2"));
        recipe = Files.writeString(folder.resolve("recipe.yaml"), """
                recipe: 1
                name: essai
                sources:
                  - { id: pages, format: jsonl, paths: data.jsonl, license: CC-BY-4.0, profile: web, fields: { id: id, uri: uri } }
                steps:
                  - { use: dedup.exact@1 }
                """).toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String words(int count, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 6; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 11 == 10 ? ". " : " ");
        }
        return text.toString();
    }

    private static JsonNode json(String... arguments) {
        return Ran.ok(arguments).json();
    }

    private void reserve(String receipt, String... selectors) {
        String[] start = {"optout", "add", registry, "--holder", "Anne Exemple", "--out", path(receipt)};
        String[] all = new String[start.length + selectors.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(selectors, 0, all, start.length, selectors.length);
        Ran.ok(all);
    }

    @Test
    void aReceiptIsAnsweredByAProofThatNeedsNeitherReleaseNorRegistry() throws IOException {
        reserve("r1", "--work", novel, "--isbn", "9782070360024");
        JsonNode built = json("build", recipe, "--out", path("v1"), "--registry", registry, "--quiet", "--json");
        assertThat(built.at("/counts/withheld").asInt()).isEqualTo(2);
        assertThat(built.at("/log/index").asInt()).isZero();
        assertThat(built.at("/log/registry/size").asInt()).isEqualTo(1);
        Ran.ok("verify", path("v1"));
        String proof = path("preuve.json");
        Ran.ok("prove", path("v1"), "--reservation", path("r1"), "--out", proof);
        reserve("r2", "--isbn", "9782070360024");

        Path elsewhere = Files.createDirectory(folder.resolve("ailleurs"));
        String policy = Files.copy(folder.resolve("registry/policy.txt"), elsewhere.resolve("policy.txt"))
                .toString();
        Files.move(folder.resolve("registry"), folder.resolve("loin"));
        Files.move(folder.resolve("v1"), folder.resolve("loin/v1"));

        Ran.ok("verify-proof", proof, "--policy", policy);
        JsonNode checked = json("verify-proof", proof, "--policy", policy, "--receipt", path("r1"), "--json");
        assertThat(checked.get("result").asString()).isEqualTo("absent");
        assertThat(checked.get("signature").asString()).isEqualTo("accepted");
        assertThat(checked.at("/log/origin").asString()).isEqualTo("registre.exemple.fr/reservations/releases");
        assertThat(checked.at("/log/signedBy").asString())
                .isEqualTo(Files.readAllLines(Path.of(policy)).get(1).substring(4));
        assertThat(checked.at("/reservation/known").asBoolean()).isTrue();
        assertThat(checked.at("/reservation/unproven").asInt()).isZero();
        JsonNode later = json("verify-proof", proof, "--policy", policy, "--receipt", path("r2.entry"), "--json");
        assertThat(later.at("/reservation/known").asBoolean()).isFalse();

        assertThat(Ran.ok("verify-proof", proof, "--policy", policy, "--receipt", path("r1"))
                        .out())
                .contains(
                        "ABSENT",
                        "entry 0, taken on 20",
                        "signed by registre",
                        "at its state of 1 entry",
                        "was known when");
        assertThat(Ran.in(
                                Map.of("LANG", "fr_FR.UTF-8"),
                                "verify-proof",
                                proof,
                                "--policy",
                                policy,
                                "--receipt",
                                path("r2"))
                        .out())
                .contains("ABSENT", "à l’état de 1 entrée", "est venue après");
    }

    @Test
    void anAuditLooksForWhatWasReserved() throws IOException {
        reserve("r1", "--isbn", "9782070360024");
        Ran.ok("build", recipe, "--out", path("v1"), "--registry", registry, "--quiet");
        Ran.ok("build", recipe, "--out", path("v0"), "--quiet");
        JsonNode sound = json("audit", path("v1"), "--registry", registry, "--json");
        assertThat(sound.get("sound").asBoolean()).isTrue();
        assertThat(sound.get("reservations").asInt()).isEqualTo(1);
        assertThat(sound.get("stale").asBoolean()).isFalse();
        assertThat(Ran.ok("audit", path("v1"), "--registry", registry).out())
                .contains("1 active reservation of that state: no document is bound");
        Ran unlogged = Ran.corpus("audit", path("v0"), "--registry", registry);
        assertThat(unlogged.code()).isEqualTo(3);
        assertThat(unlogged.out()).contains("not entered in a log of releases");
    }

    @Test
    void aProofOfAReleaseWithoutRegistryHoldsUnderNoPolicy() {
        Ran.ok("build", recipe, "--out", path("v0"), "--quiet");
        String proof = path("preuve.json");
        assertThat(Ran.ok("prove", path("v0"), "--work", novel, "--out", proof).err())
                .contains("built without a registry");
        Ran checked = Ran.corpus("verify-proof", proof, "--policy", path("registry/policy.txt"));
        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.out()).contains("no log has its release");
    }

    @Test
    void wrongQuestionsAreRefused() {
        reserve("r1", "--isbn", "9782070360024");
        reserve("r2", "--isbn", "9782070368228");
        Ran.ok("build", recipe, "--out", path("v1"), "--registry", registry, "--quiet");
        String proof = path("preuve.json");
        Ran.ok("prove", path("v1"), "--reservation", path("r1.tlog-proof"), "--out", proof);
        assertThat(Ran.corpus("verify-proof", proof, "--receipt", path("r1")).code())
                .isEqualTo(2);
        Ran other = Ran.corpus(
                "verify-proof", proof, "--policy", path("registry/policy.txt"), "--receipt", path("r2"), "--json");
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.out()).contains("proof.key-missing");
        assertThat(Ran.corpus("prove", path("v1"), "--reservation", path("r9"), "--out", proof)
                        .code())
                .isEqualTo(2);
        assertThat(Ran.corpus("prove", path("v1"), "--reservation", path("r1"), "--work", novel, "--out", proof)
                        .code())
                .isEqualTo(2);
    }
}
