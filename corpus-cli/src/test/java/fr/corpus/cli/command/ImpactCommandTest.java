package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A release of 240 pages of one site and 60 of others, half of which end in the same notice. */
class ImpactCommandTest {

    private static final long SEED = 20261124;
    private static final int PAGES = 300;

    @TempDir
    Path folder;

    private String registry;
    private String release;
    private String recipe;
    private String notice;

    @BeforeEach
    void buildARelease() throws IOException {
        Random random = new Random(SEED);
        notice = MadeUpPages.words(random, 300);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PAGES; i++) {
            String site = i % 5 == 0 ? "site" + i + ".exemple.org" : "www.exemple.fr";
            String text = MadeUpPages.words(random, 120) + (i % 2 == 0 ? notice : "");
            lines.append(MadeUpPages.line("p" + i, text, "https://" + site + "/" + i));
        }
        recipe = MadeUpPages.write(folder, lines.toString(), "{ use: rights.licenses@1, allow: [ CC-BY-4.0 ] }")
                .toString();
        release = folder.resolve("v1").toString();
        registry = folder.resolve("registre").toString();
        assertThat(Ran.corpus("build", recipe, "--out", release, "--quiet").code())
                .isZero();
        assertThat(Ran.corpus("registry", "init", registry, "--origin", "registre.exemple.fr/essai")
                        .code())
                .isZero();
    }

    @Test
    void aTextCodeThatStandsAloneIsReservedAndTakesNearCopies() throws IOException {
        String page = MadeUpPages.words(new Random(77), 150);
        Path own = Files.createDirectories(folder.resolve("propre"));
        String one = MadeUpPages.write(own, MadeUpPages.line("page", page, "https://a.exemple.fr/1"))
                .toString();
        String v1 = folder.resolve("seul").toString();
        assertThat(Ran.corpus("build", one, "--out", v1, "--quiet").code()).isZero();
        Path work = Files.writeString(folder.resolve("oeuvre.txt"), page.replaceFirst("[a-z]{5}", "xxxxx"));
        String code = Ran.asJson("iscc", work.toString())
                .json()
                .findValuesAsString("text")
                .get(0);
        Ran impact = Ran.asJson("optout", "impact", "--release", v1, "--iscc", code);
        assertThat(impact.json().get("matched").asInt()).isEqualTo(1);
        assertThat(impact.json().at("/reaches/0/byKind/iscc").asInt()).isEqualTo(1);
        String[] add = {"optout", "add", registry, "--holder", "Anne Exemple", "--iscc", code};
        assertThat(Ran.corpus(add).code()).isZero();
        Ran retracted = Ran.asJson(
                "retract",
                v1,
                "--registry",
                registry,
                "--out",
                folder.resolve("suite").toString());
        assertThat(retracted.json().at("/documents/0/selector").asString()).isEqualTo("iscc");
        // 64 bits would be near one text in a few thousand.
        add[6] = "ISCC:EAASKDNZNYGUUF5A";
        assertThat(Ran.corpus(add).code()).isEqualTo(2);
    }

    @Test
    void saysWhatASiteWouldWithholdAndThatItIsTooMuch() {
        Ran broad = Ran.asJson("optout", "impact", "--release", release, "--domain", "exemple.fr");
        assertThat(broad.code()).isEqualTo(3);
        assertThat(broad.json().get("documents").asInt()).isEqualTo(PAGES);
        assertThat(broad.json().get("matched").asInt()).isEqualTo(240);
        assertThat(broad.json().get("needsApproval").asBoolean()).isTrue();
        JsonNode reach = broad.json().get("reaches").get(0);
        assertThat(reach.get("byKind").get("domain").asInt()).isEqualTo(240);
        assertThat(reach.get("examples")).hasSize(10);
        assertThat(reach.get("examples").get(0).get("uri").asString()).startsWith("https://www.exemple.fr/");
        Ran narrow = Ran.asJson("optout", "impact", "--release", release, "--url", "https://www.exemple.fr/1");
        assertThat(narrow.code()).isZero();
        assertThat(narrow.json().get("matched").asInt()).isEqualTo(1);
    }

    @Test
    void aClaimTooBroadIsRefusedUnlessTheOperatorApprovesItAndTheLogSaysSo() {
        Ran refused = Ran.asJson(
                "optout", "add", registry, "--holder", "Anne", "--host", "www.exemple.fr", "--release", release);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.json().get("error").get("key").asString()).isEqualTo("impact.too-broad");
        assertThat(Ran.asJson("optout", "list", registry).json().get("count").asInt())
                .isZero();
        Ran approved = Ran.asJson(
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
        JsonNode history = Ran.asJson("optout", "show", registry, id).json().get("history");
        assertThat(history).hasSize(2);
        assertThat(history.get(1).get("type").asString()).isEqualTo("decision");
    }

    @Test
    void aNoticeThatAllCarryIsNobodysWork() throws IOException {
        Path work = folder.resolve("mention.txt");
        Files.writeString(work, notice);
        Ran impact = Ran.asJson("optout", "impact", "--release", release, "--work", work.toString());
        assertThat(impact.code()).isZero();
        assertThat(impact.json().get("matched").asInt()).isZero();
        assertThat(impact.json().get("commonSamples").asInt())
                .isPositive()
                .isEqualTo(impact.json().get("samples").asInt());
        // Registered without looking, the same notice takes half of the release; the preview of the registry finds it.
        assertThat(Ran.asJson("optout", "add", registry, "--holder", "Anne", "--work", work.toString())
                        .code())
                .isZero();
        Ran whole = Ran.asJson("optout", "impact", registry, "--release", release);
        assertThat(whole.code()).isEqualTo(3);
        assertThat(whole.json().get("reaches").get(0).get("matched").asInt()).isEqualTo(PAGES / 2);
        assertThat(whole.json().get("reaches").get(0).get("needsApproval").asBoolean())
                .isTrue();
    }

    @Test
    void ownWordsKeepCountingBesideANotice() throws IOException {
        Path work = folder.resolve("page.txt");
        Random random = new Random(SEED);
        MadeUpPages.words(random, 300);
        Files.writeString(work, MadeUpPages.words(random, 120) + notice);
        assertThat(Ran.asJson(
                                "optout",
                                "add",
                                registry,
                                "--holder",
                                "Anne",
                                "--work",
                                work.toString(),
                                "--release",
                                release)
                        .code())
                .isZero();
        Ran whole = Ran.asJson("optout", "impact", registry, "--release", release);
        assertThat(whole.code()).isZero();
        assertThat(whole.json().get("matched").asInt()).isEqualTo(1);
    }

    @Test
    void aClaimOfNobodyKnownOverFreeWorksIsContestedFromTheStartAndOnlySuspends() {
        Ran added = Ran.asJson(
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
        JsonNode history = Ran.asJson("optout", "show", registry, id).json().get("history");
        assertThat(history).hasSize(2);
        assertThat(history.get(1).get("status").asString()).isEqualTo("contested");
        Ran built = Ran.asJson(
                "build", recipe, "--out", folder.resolve("v2").toString(), "--registry", registry, "--quiet");
        assertThat(built.json()
                        .get("dropsByReason")
                        .get("rights.optout@1 suspended")
                        .asInt())
                .isEqualTo(1);
        // The operator finds for the public; the next build has the page again.
        assertThat(Ran.asJson("optout", "decide", registry, id, "rejected", "--reason", "licence CC BY")
                        .code())
                .isZero();
        Ran again = Ran.asJson(
                "build", recipe, "--out", folder.resolve("v3").toString(), "--registry", registry, "--quiet");
        assertThat(again.json().get("counts").get("released").asInt()).isEqualTo(PAGES);
    }

    @Test
    void claimsThatCameInUnseenAreContestedTogetherOnce() {
        Ran.asJson("optout", "add", registry, "--holder", "Anne", "--url", "https://www.exemple.fr/1");
        Ran.asJson(
                "optout", "add", registry, "--holder", "Éditions", "--tier", "3", "--url", "https://www.exemple.fr/2");
        Ran first = Ran.asJson("optout", "impact", registry, "--release", release, "--contest");
        assertThat(first.json().get("contested").asInt()).isEqualTo(1);
        assertThat(first.json().get("reaches").get(0).get("freelyLicensed").asInt())
                .isEqualTo(1);
        Ran second = Ran.asJson("optout", "impact", registry, "--release", release, "--contest");
        assertThat(second.json().get("contested").asInt()).isZero();
    }
}
