package fr.corpus.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page shows what was compared, whatever the texts are, and its JSON is computed again from the files. */
class ComparisonPageTest {

    private static final int ITEMS = 300;
    private static final String HOSTILE = "<script>alert(1)</script>\u202E&\"'\u0000";

    @TempDir
    Path directory;

    private List<Path> runs;

    @BeforeEach
    void writeRuns() throws IOException {
        runs = List.of(write("bon", 5), write("moyen & <b>", 2));
    }

    /** A run that is right on all items but each n-th. */
    private Path write(String name, int n) throws IOException {
        Path run = directory.resolve(name);
        ReportFile report = new ReportFile(ITEMS, i -> i % n == 0 ? 0 : 1);
        report.values.put(
                "groups",
                Map.of(
                        "variety",
                        IntStream.range(0, ITEMS)
                                .mapToObj(i -> i < 20 ? "fr-CH" : "fr-CA")
                                .toList()));
        report.prompts.putAll(Map.of("un", 70.0, "deux", 74.0));
        report.write(run.resolve("report.json"));
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            items.append("{\"item_id\":\"item-" + i + "\",\"em\":" + (i % n != 0)
                            + ",\"prompt\":\"Question\",\"output\":\"")
                    .append("<script>alert(1)</script>\\u202E&\\\"'\\u0000")
                    .append("\"}\n");
        }
        Files.writeString(run.resolve("items.jsonl"), items);
        return run;
    }

    private String page(Locale locale) throws IOException {
        Path file = directory.resolve("page.html");
        ComparisonFiles.page(Comparison.of(ComparisonRequest.of(runs), 1), file, locale);
        return Files.readString(file);
    }

    @Test
    void needsNoScriptAndNoNetwork() throws IOException {
        assertThat(page(Locale.FRENCH))
                .contains("<html lang=\"fr\">", "&lt;script&gt;alert(1)&lt;/script&gt;", "moyen &amp; &lt;b&gt;")
                .doesNotContain("<script", "http:", "https:", "src=", "@import", "url(", "\u202E", HOSTILE);
    }

    @Test
    void saysTheSameInBothLanguages() throws IOException {
        String french = page(Locale.FRENCH);
        String english = page(Locale.ENGLISH);
        assertThat(french).contains("Comparaison de 2 systèmes", "Par variété", "fr-CH", "Dispersion selon l’invite");
        assertThat(english).contains("Comparison of 2 systems", "By variety", "fr-CH", "Spread over prompts");
        assertThat(french.split("<td").length).isEqualTo(english.split("<td").length);
        assertThat(french.split("<details").length).isEqualTo(english.split("<details").length);
    }

    @Test
    void showsSomeOfManyItemsAndSaysOfHowMany() throws IOException {
        String page = page(Locale.ENGLISH);
        assertThat(page)
                .contains(
                        "Of 300 items, 120 are wholly right for all systems, 30 wholly wrong for all, and values differ"
                                + " on 150; 150 are shown.");
        assertThat(page.split("Question", -1)).hasSize(151);
    }

    @Test
    void refusesItemsOfAnotherScore() throws IOException {
        Files.copy(
                runs.get(0).resolve("items.jsonl"),
                runs.get(1).resolve("items.jsonl"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> page(Locale.ENGLISH))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("item-");
    }

    @Test
    void theJsonBesideItIsComputedAgain() throws IOException {
        page(Locale.FRENCH);
        Path json = directory.resolve("page.json");
        assertThat(ReportCheck.differences(json, 2)).isEmpty();
        String told = Files.readString(json);
        Files.writeString(json, told.replaceFirst("\"pHolm\":[0-9.Ee-]+", "\"pHolm\":0.5"));
        assertThat(ReportCheck.differences(json, 1))
                .hasSize(1)
                .first()
                .asString()
                .contains("/packs/0/pairs/0/pHolm");
        Files.writeString(json, told);
        write("bon", 6);
        assertThat(ReportCheck.differences(json, 1)).anyMatch(line -> line.startsWith("/systems/0/reports/0/sha256"));
    }

    @Test
    void everyPairIsALineOfCsvAndATestCase() throws IOException {
        Comparison comparison = Comparison.of(ComparisonRequest.of(runs), 1);
        ComparisonFiles.csv(comparison, directory.resolve("p.csv"));
        ComparisonFiles.junit(comparison, directory.resolve("p.xml"));
        assertThat(Files.readAllLines(directory.resolve("p.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("essai@1,em,\"bon\",\"moyen & <b>\",80.0,50.0,30.0");
        assertThat(directory.resolve("p.xml"))
                .content()
                .contains(
                        "tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\"",
                        "name=\"bon &gt; moyen &amp; &lt;b&gt;\"");
    }
}
