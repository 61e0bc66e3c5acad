package fr.corpus.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.cli.command.CorpusCommand;
import fr.corpus.cli.command.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration of evaluations, as the README runs it: the report says who is good, who is not, and who learnt by heart. */
class EvaluationDemoTest {

    @TempDir
    static Path directory;

    private static JsonNode report;
    private static String page;

    private static String corpus(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(CorpusCommand.run(arguments, new Console(stream, stream, false, Map.of())))
                .as(out.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @BeforeAll
    static void compare() throws IOException {
        String demo = EvaluationDemo.DEMO.toString();
        String release = directory.resolve("evaluation").toString();
        corpus("build", demo + "/recipe.yaml", "--out", release, "--index", "--quiet");
        corpus(
                "--lang",
                "fr",
                "eval",
                "compare",
                demo + "/bon",
                demo + "/moyen",
                demo + "/contamine",
                "--release",
                release,
                "--report",
                directory.resolve("comparaison.html").toString());
        page = Files.readString(directory.resolve("comparaison.html"));
        report = JsonMapper.shared().readTree(Files.readString(directory.resolve("comparaison.json")));
    }

    @Test
    void theFilesAreThoseThatTheGeneratorMakes() throws IOException {
        for (Map.Entry<Path, String> file : new EvaluationDemo().files().entrySet()) {
            try (InputStream raw = Files.newInputStream(file.getKey());
                    InputStream in = file.getKey().toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .as("%s; run EvaluationDemo again", file.getKey())
                        .isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void theGoodModelStandsAloneOnGrammar() {
        JsonNode pack = pack("fr-morphosyntaxe@1");
        assertThat(pack.get("items").asInt()).isEqualTo(7481);
        assertThat(tiers(pack)).isEqualTo("1 2 2");
    }

    @Test
    void theModelThatLearntByHeartIsBetterOnExposedItemsOnly() {
        JsonNode pack = pack("fr-varietes@1");
        JsonNode good = pack.get("exposures").get(0);
        JsonNode mediocre = pack.get("exposures").get(1);
        JsonNode learnt = pack.get("exposures").get(2);
        assertThat(good.get("p").asDouble()).isGreaterThan(0.05);
        assertThat(mediocre.get("p").asDouble()).isGreaterThan(0.05);
        assertThat(learnt.get("p").asDouble()).isLessThan(0.001);
        assertThat(learnt.get("difference").asDouble()).isGreaterThan(20);
    }

    @Test
    void thePageShowsAllThreePacksAndTheRootOfTheRelease() {
        String root =
                report.get("systems").get(0).get("reports").get(0).get("corpus").asString();
        assertThat(page)
                .contains("Comparaison de 3 systèmes", "fr-consignes@1", "fr-morphosyntaxe@1", "fr-varietes@1", root)
                .contains("ce jeu ne permet pas de séparer ces deux modèles", "exposés", "sains")
                .doesNotContain("<script", "http:");
        assertThat(page.length()).isLessThan(3_000_000);
    }

    @Test
    void theJsonIsComputedAgain() {
        assertThat(corpus(
                        "--lang",
                        "en",
                        "eval",
                        "verify",
                        directory.resolve("comparaison.json").toString()))
                .contains("computed again, equal");
    }

    private static JsonNode pack(String reference) {
        for (JsonNode pack : report.get("packs")) {
            if (pack.get("reference").asString().equals(reference)) {
                return pack;
            }
        }
        throw new AssertionError(reference);
    }

    private static String tiers(JsonNode pack) {
        StringBuilder tiers = new StringBuilder();
        pack.get("systems")
                .forEach(system -> tiers.append(tiers.length() == 0 ? "" : " ")
                        .append(system.get("tier").asInt()));
        return tiers.toString();
    }
}
