package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A release of 240 pages of one site and 60 of others, half of which end in the same notice. */
class ImpactCommandTest {

    private static final long SEED = 20261124;
    private static final int PAGES = 300;

    @TempDir
    Path folder;

    private String registry;
    private String release;
    private String notice;

    @BeforeEach
    void buildARelease() throws IOException {
        Random random = new Random(SEED);
        notice = words(random, 300);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PAGES; i++) {
            String site = i % 5 == 0 ? "site" + i + ".exemple.org" : "www.exemple.fr";
            lines.append("{\"id\":\"p" + i + "\",\"text\":\"" + words(random, 120) + (i % 2 == 0 ? notice : "")
                    + "\",\"uri\":\"https://" + site + "/" + i + "\"}\n");
        }
        Files.writeString(folder.resolve("data.jsonl"), lines);
        Files.writeString(folder.resolve("recipe.yaml"), """
                recipe: 1
                name: essai
                seed: 1
                language: fra
                sources:
                  - id: pages
                    format: jsonl
                    paths: [ data.jsonl ]
                    license: CC-BY-4.0
                    profile: web
                    fields: { id: id, text: text, uri: uri }
                steps:
                  - { use: dedup.exact@1 }
                  - { use: rights.licenses@1, allow: [ CC-BY-4.0 ] }
                """);
        release = folder.resolve("v1").toString();
        registry = folder.resolve("registre").toString();
        assertThat(Ran.corpus("build", folder.resolve("recipe.yaml").toString(), "--out", release, "--quiet")
                        .code())
                .isZero();
        assertThat(Ran.corpus("registry", "init", registry, "--origin", "registre.exemple.fr/essai")
                        .code())
                .isZero();
    }

    /** Words that no language has, so that no two texts share a sequence by chance. */
    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 11 == 10 ? ". " : " ");
        }
        return text.toString();
    }

    private record Shown(int code, JsonNode json) {}

    private Shown run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        Ran ran = Ran.corpus(all.toArray(String[]::new));
        return new Shown(ran.code(), JsonMapper.shared().readTree(ran.out()));
    }

    @Test
    void saysWhatASiteWouldWithholdAndThatItIsTooMuch() {
        Shown broad = run("optout", "impact", "--release", release, "--domain", "exemple.fr");
        assertThat(broad.code()).isEqualTo(3);
        assertThat(broad.json().get("documents").asInt()).isEqualTo(PAGES);
        assertThat(broad.json().get("matched").asInt()).isEqualTo(240);
        assertThat(broad.json().get("needsApproval").asBoolean()).isTrue();
        JsonNode reach = broad.json().get("reaches").get(0);
        assertThat(reach.get("byKind").get("domain").asInt()).isEqualTo(240);
        assertThat(reach.get("examples")).hasSize(10);
        assertThat(reach.get("examples").get(0).get("uri").asString()).startsWith("https://www.exemple.fr/");
        Shown narrow = run("optout", "impact", "--release", release, "--url", "https://www.exemple.fr/1");
        assertThat(narrow.code()).isZero();
        assertThat(narrow.json().get("matched").asInt()).isEqualTo(1);
    }

    @Test
    void aClaimTooBroadIsRefusedUnlessTheOperatorApprovesItAndTheLogSaysSo() {
        Shown refused =
                run("optout", "add", registry, "--holder", "Anne", "--host", "www.exemple.fr", "--release", release);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.json().get("error").get("key").asString()).isEqualTo("impact.too-broad");
        assertThat(run("optout", "list", registry).json().get("count").asInt()).isZero();
        Shown approved = run(
                "optout",
                "add",
                registry,
                "--holder",
                "Anne",
                "--host",
                "www.exemple.fr",
                "--release",
                release,
                "--approve",
                "le site entier est à elle, vu le 24 novembre");
        assertThat(approved.code()).isZero();
        String id = approved.json().get("reservation").asString();
        JsonNode history = run("optout", "show", registry, id).json().get("history");
        assertThat(history).hasSize(2);
        assertThat(history.get(1).get("type").asString()).isEqualTo("decision");
    }

    @Test
    void aNoticeThatAllCarryIsNobodysWork() throws IOException {
        Path work = folder.resolve("mention.txt");
        Files.writeString(work, notice);
        Shown impact = run("optout", "impact", "--release", release, "--work", work.toString());
        assertThat(impact.code()).isZero();
        assertThat(impact.json().get("matched").asInt()).isZero();
        assertThat(impact.json().get("commonSamples").asInt())
                .isPositive()
                .isEqualTo(impact.json().get("samples").asInt());
        // Registered without looking, the same notice takes half of the release; the preview of the registry finds it.
        assertThat(run("optout", "add", registry, "--holder", "Anne", "--work", work.toString())
                        .code())
                .isZero();
        Shown whole = run("optout", "impact", registry, "--release", release);
        assertThat(whole.code()).isEqualTo(3);
        assertThat(whole.json().get("reaches").get(0).get("matched").asInt()).isEqualTo(PAGES / 2);
        assertThat(whole.json().get("reaches").get(0).get("needsApproval").asBoolean())
                .isTrue();
    }

    @Test
    void ownWordsKeepCountingBesideANotice() throws IOException {
        Path work = folder.resolve("page.txt");
        Random random = new Random(SEED);
        words(random, 300);
        Files.writeString(work, words(random, 120) + notice);
        assertThat(run("optout", "add", registry, "--holder", "Anne", "--work", work.toString(), "--release", release)
                        .code())
                .isZero();
        Shown whole = run("optout", "impact", registry, "--release", release);
        assertThat(whole.code()).isZero();
        assertThat(whole.json().get("matched").asInt()).isEqualTo(1);
    }

    @Test
    void aClaimOfNobodyKnownOverFreeWorksIsContestedFromTheStartAndOnlySuspends() {
        Shown added = run(
                "optout",
                "add",
                registry,
                "--holder",
                "Anne",
                "--url",
                "https://www.exemple.fr/1",
                "--release",
                release);
        assertThat(added.code()).isZero();
        String id = added.json().get("reservation").asString();
        JsonNode history = run("optout", "show", registry, id).json().get("history");
        assertThat(history).hasSize(2);
        assertThat(history.get(1).get("status").asString()).isEqualTo("contested");
        Shown built = run(
                "build",
                folder.resolve("recipe.yaml").toString(),
                "--out",
                folder.resolve("v2").toString(),
                "--registry",
                registry,
                "--quiet");
        assertThat(built.json()
                        .get("dropsByReason")
                        .get("rights.optout@1 suspended")
                        .asInt())
                .isEqualTo(1);
        // The operator finds for the public; the next build has the page again.
        assertThat(run("optout", "decide", registry, id, "rejected", "--reason", "licence CC BY")
                        .code())
                .isZero();
        Shown again = run(
                "build",
                folder.resolve("recipe.yaml").toString(),
                "--out",
                folder.resolve("v3").toString(),
                "--registry",
                registry,
                "--quiet");
        assertThat(again.json().get("counts").get("released").asInt()).isEqualTo(PAGES);
    }

    @Test
    void claimsThatCameInUnseenAreContestedTogetherOnce() {
        run("optout", "add", registry, "--holder", "Anne", "--url", "https://www.exemple.fr/1");
        run("optout", "add", registry, "--holder", "Éditions", "--tier", "3", "--url", "https://www.exemple.fr/2");
        Shown first = run("optout", "impact", registry, "--release", release, "--contest");
        assertThat(first.json().get("contested").asInt()).isEqualTo(1);
        assertThat(first.json().get("reaches").get(0).get("freelyLicensed").asInt())
                .isEqualTo(1);
        Shown second = run("optout", "impact", registry, "--release", release, "--contest");
        assertThat(second.json().get("contested").asInt()).isZero();
    }
}
