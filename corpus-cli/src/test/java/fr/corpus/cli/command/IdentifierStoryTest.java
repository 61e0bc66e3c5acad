package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works whose records state identifiers in fields of their own, as their people type it: reserved by ISBN, DOI, ISSN, ARK and ISNI,
 * withheld, proven absent; reserved later, taken out; a copy that states an ISBN binds the one that was kept.
 */
class IdentifierStoryTest {

    private static final long SEED = 20261124;
    private static final String KEPT_ISBN = "9782070413119";

    @TempDir
    Path folder;

    private String registry;
    private String recipe;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String reserve(String option, String value) {
        String[] line = {"optout", "add", registry, "--holder", "Éditions Exemple", option, value, "--json"};
        return Ran.ok(line).json().get("reservation").asString();
    }

    private JsonNode build(String name) {
        return Ran.ok("build", recipe, "--out", path(name), "--registry", registry, "--quiet", "--json")
                .json();
    }

    private JsonNode withheld(String release, String document) {
        JsonNode drops =
                Ran.ok("show", release, "--doc", document, "--json").json().get("drops");
        assertThat(drops.size()).as(document).isEqualTo(1);
        return drops.get(0);
    }

    private String verdict(String release, String option, String value) {
        Ran.ok("prove", release, option, value, "--out", path("preuve.json"));
        return Ran.ok("verify-proof", path("preuve.json"), "--policy", path("registre/policy.txt"), "--json")
                .json()
                .get("result")
                .asString();
    }

    @BeforeEach
    void writeCorpusAndRegistry() throws IOException {
        registry = path("registre");
        Ran.ok("registry", "init", registry, "--origin", "registre.exemple.fr/essai");
        Random random = new Random(SEED);
        String copied = MadeUpPages.words(random, 300);
        String nearly = copied.substring(0, copied.length() - 30)
                + MadeUpPages.words(random, 300).substring(0, 30);
        Files.writeString(
                folder.resolve("livres.jsonl"),
                line(
                                "livre",
                                MadeUpPages.words(random, 300),
                                "\"isbn\":[\"978-2-07-036002-4 (br.)\",\"9782253004226\"]")
                        + line(
                                "garde",
                                MadeUpPages.words(random, 300),
                                "\"isbn\":\"2-07-041311-X\",\"auteur\":\"0000 0001 2103 2683\"")
                        + line("revue", MadeUpPages.words(random, 300), "\"revue\":{\"issn\":\"0395-2037\"}")
                        + line("article", MadeUpPages.words(random, 300), "\"doi\":\"https://doi.org/10.1000/ABC\"")
                        + line(
                                "notice",
                                MadeUpPages.words(random, 300),
                                "\"dc\":[\"ark:/12148/bpt6k1110784\",\"oai:exemple:1\"]")
                        + line("faux", MadeUpPages.words(random, 300), "\"isbn\":\"9782070360025\"")
                        + line("b-copie", nearly, "\"isbn\":\"9782012345676\"")
                        + line("a-gardee", copied, "\"titre\":\"Un titre\",\"uri\":\"https://exemple.org/a\""));
        Files.writeString(folder.resolve("roman.xml"), """
                <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="roman">
                  <teiHeader><fileDesc>
                    <titleStmt><title>Roman</title><author ref="https://isni.org/isni/0000000121200982">Anne Exemple</author></titleStmt>
                    <publicationStmt><idno type="ISBN">2-07-036002-4</idno></publicationStmt>
                    <sourceDesc><bibl/></sourceDesc>
                  </fileDesc></teiHeader>
                  <text><body><p>%s</p></body></text>
                </TEI>
                """.formatted(MadeUpPages.words(random, 300)));
        recipe = Files.writeString(folder.resolve("recette.yaml"), """
                        recipe: 1
                        name: essai
                        seed: 1
                        language: fra
                        sources:
                          - id: livres
                            format: jsonl
                            paths: livres.jsonl
                            license: CC-BY-4.0
                            fields: { id: id, uri: uri, title: titre, isbn: isbn, issn: revue.issn, doi: doi, isni: auteur,
                                      identifier: dc }
                          - { id: romans, format: tei, paths: roman.xml, license: CC-BY-4.0, profile: book }
                        steps:
                          - { use: dedup.minhash@1, shingle-words: 3 }
                        """).toString();
    }

    private static String line(String id, String text, String fields) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"," + fields + "}\n";
    }

    @Test
    void aReservedIsbnIsHeededHoweverTheRecordWritesItAndALaterOneIsRetracted() {
        String reservation = reserve("--isbn", "2-07-036002-4");
        JsonNode built = build("v1");
        assertThat(built.get("counts").get("withheld").asInt()).isEqualTo(2);
        assertThat(built.get("counts").get("duplicates").asInt()).isEqualTo(1);
        String v1 = path("v1");
        for (String document : List.of("livre", "roman")) {
            JsonNode drop = withheld(v1, document);
            assertThat(drop.get("step").asString()).isEqualTo("rights.optout@1");
            assertThat(drop.get("evidence").get("reservation").asString()).isEqualTo(reservation);
            assertThat(drop.get("evidence").get("selector").asString()).isEqualTo("isbn");
        }
        assertThat(verdict(v1, "--isbn", "978-2-07-036002-4")).isEqualTo("absent");
        assertThat(verdict(v1, "--isbn", "9782253004226")).isEqualTo("absent");
        assertThat(verdict(v1, "--isbn", KEPT_ISBN)).isEqualTo("present");
        assertThat(verdict(v1, "--isni", "0000000121032683")).isEqualTo("present");
        Ran.ok("verify", v1);
        Ran.ok("audit", v1, "--registry", registry);

        assertThat(Ran.ok("whose", v1, "--isbn", KEPT_ISBN).out())
                .contains("isbn:" + KEPT_ISBN, "isni:0000000121032683");
        assertThat(Ran.ok("show", v1, "--doc", "garde").out()).contains("isbn:" + KEPT_ISBN);
        Ran impact = Ran.corpus("optout", "impact", "--release", v1, "--isbn", KEPT_ISBN, "--json");
        assertThat(impact.json().get("matched").asInt()).isEqualTo(1);

        reserve("--isbn", KEPT_ISBN);
        assertThat(Ran.corpus("audit", v1, "--registry", registry).code()).isZero();
        JsonNode retracted = Ran.ok("retract", v1, "--registry", registry, "--out", path("v1.1"), "--json")
                .json();
        assertThat(retracted.get("retracted").asInt()).isEqualTo(1);
        String v11 = path("v1.1");
        assertThat(withheld(v11, "garde").get("evidence").get("selector").asString())
                .isEqualTo("isbn");
        assertThat(verdict(v11, "--isbn", KEPT_ISBN)).isEqualTo("absent");
        assertThat(verdict(v11, "--doi", "10.1000/abc")).isEqualTo("present");
        Ran.ok("verify", v11);
        Ran.ok("audit", v11, "--registry", registry);
        assertThat(build("neuf").get("root")).isEqualTo(retracted.get("root"));
    }

    @Test
    void everySchemeWithholds() {
        reserve("--issn", "0395-2037");
        reserve("--doi", "10.1000/abc");
        reserve("--ark", "ark:/12148/bpt6k1110784");
        reserve("--isni", "0000 0001 2103 2683");
        build("v1");
        Stream.of("revue:issn", "article:doi", "notice:ark", "garde:isni").forEach(each -> {
            String[] words = each.split(":");
            assertThat(withheld(path("v1"), words[0])
                            .get("evidence")
                            .get("selector")
                            .asString())
                    .isEqualTo(words[1]);
        });
    }

    @Test
    void aCopyThatStatesTheIsbnBindsTheOneThatWasKept() {
        build("v1");
        String v1 = path("v1");
        JsonNode kept = Ran.ok("show", v1, "--doc", "a-gardee", "--json").json();
        assertThat(kept.get("released").size()).isEqualTo(1);
        assertThat(kept.get("copies").size()).isEqualTo(1);
        reserve("--isbn", "978-2-01-234567-6");
        build("v2");
        assertThat(withheld(path("v2"), "a-gardee")
                        .get("evidence")
                        .get("selector")
                        .asString())
                .isEqualTo("isbn");
        JsonNode retracted = Ran.ok("retract", v1, "--registry", registry, "--out", path("v1.1"), "--json")
                .json();
        assertThat(retracted.get("retracted").asInt()).isEqualTo(1);
        assertThat(retracted.get("clustersBanned").asInt()).isEqualTo(1);
        assertThat(Ran.ok("show", path("v2"), "--json").json().get("root")).isEqualTo(retracted.get("root"));
        Ran.ok("audit", path("v1.1"), "--registry", registry);
    }

    @Test
    void aWrongCheckDigitIsCountedAndListedAndStopsNothing() throws IOException {
        JsonNode built = build("v1");
        assertThat(built.get("unreadableIdentifiers").asInt()).isEqualTo(1);
        assertThat(built.get("counts").get("malformed").asInt()).isZero();
        JsonNode listed = JsonMapper.shared().readTree(Files.readString(folder.resolve("v1.identifiers.jsonl")));
        assertThat(listed.get("source_id").asString()).isEqualTo("faux");
        assertThat(listed.get("identifiers").get(0).asString()).isEqualTo("isbn:9782070360025");
        Ran french = Ran.corpus("build", recipe, "--out", path("v2"), "--quiet", "--lang", "fr");
        assertThat(french.out()).contains("1 identifiant n’est pas valable", "v2.identifiers.jsonl");
    }

    @Test
    void aReleaseMadeOfAReleaseKeepsTheIdentifiers() throws IOException {
        build("v1");
        Path second = Files.writeString(folder.resolve("suite.yaml"), """
                recipe: 1
                name: suite
                sources: [ { id: avant, format: parquet, paths: v1/data/*.parquet, license-field: license,
                    fields: { id: id, text: text, identifier: identifiers } } ]
                steps: [ { use: dedup.exact@1 } ]
                """);
        Ran.ok("build", second.toString(), "--out", path("suite"), "--quiet");
        assertThat(Ran.ok("whose", path("suite"), "--isbn", KEPT_ISBN).out()).contains("isbn:" + KEPT_ISBN);
        assertThat(Ran.ok("whose", path("suite"), "--doi", "10.1000/abc").out()).contains("doi:10.1000/abc");
    }
}
