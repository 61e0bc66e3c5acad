package fr.corpus.eval.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.RecipeException;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {

    private static final String PACK = "fr-varietes@1";

    @TempDir
    Path folder;

    private static List<PackItem.MultipleChoice> items() throws IOException {
        return PackCatalog.load().find(PACK).items().stream()
                .map(PackItem.MultipleChoice.class::cast)
                .toList();
    }

    private Path write(List<? extends Map<String, ?>> lines) throws IOException {
        Path file = folder.resolve("sorties.jsonl");
        StringBuilder text = new StringBuilder();
        for (Map<String, ?> line : lines) {
            text.append(new String(CanonicalJson.of(line), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return Files.writeString(file, text);
    }

    /** Right for all but every third item. */
    private static List<Map<String, Object>> answers() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            int right = item.answers().get(0);
            int chosen = lines.size() % 3 == 0 ? (right + 1) % item.choices().size() : right;
            lines.add(Map.of("item_id", item.id(), "output", PackItem.letter(chosen) + "."));
        }
        return lines;
    }

    private Scoring score(Path file, OutputFormat format) throws IOException {
        return Scoring.of(ScoreRequest.of(file, format, PACK), 1);
    }

    private static String told(Throwable thrown) {
        return ((CorpusException) thrown).message().in(Locale.ENGLISH);
    }

    @Test
    void theOrderOfTheFileDoesNotMatter() throws IOException {
        List<Map<String, Object>> lines = answers();
        Collections.reverse(lines);
        Scoring scoring = score(write(lines), OutputFormat.NEUTRAL);
        int all = lines.size();
        MetricScore acc = scoring.metrics().get(0);
        assertThat(acc.name()).isEqualTo("acc");
        assertThat(acc.value().orElseThrow()).isEqualTo(100.0 * (all - (all + 2) / 3) / all);
        assertThat(acc.interval().orElseThrow().contains(acc.value().getAsDouble()))
                .isTrue();
        assertThat(scoring.isComplete()).isTrue();
    }

    @Test
    void aMetricThatNeedsLikelihoodsIsUnknownWithoutThem() throws IOException {
        Scoring scoring = score(write(answers()), OutputFormat.NEUTRAL);
        assertThat(scoring.metrics())
                .filteredOn(score -> score.name().equals("acc_norm"))
                .singleElement()
                .satisfies(score -> assertThat(score.value()).isEmpty());
    }

    @Test
    void likelihoodsDecideWhereTheyAreKnown() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            List<Double> choices = new ArrayList<>();
            for (int i = 0; i < item.choices().size(); i++) {
                choices.add(item.answers().contains(i) ? -1.5 : -9.0);
            }
            lines.add(Map.of("item_id", item.id(), "output", "", "choices", choices));
        }
        Scoring scoring = score(write(lines), OutputFormat.NEUTRAL);
        assertThat(scoring.metrics())
                .filteredOn(score -> score.name().startsWith("acc"))
                .hasSize(3)
                .allSatisfy(score -> assertThat(score.value()).isPresent());
        assertThat(scoring.metrics().get(0).value()).hasValue(100);
        assertThat(scoring.empty()).isEmpty();
    }

    @Test
    void missingItemsAreRefusedUnlessTheScoreMayBePartial() throws IOException {
        Path file = write(answers().subList(7, items().size()));
        assertThatThrownBy(() -> score(file, OutputFormat.NEUTRAL))
                .satisfies(thrown -> assertThat(told(thrown)).contains("7 of 437 items have no output"));
        Scoring partial =
                Scoring.of(ScoreRequest.of(file, OutputFormat.NEUTRAL, PACK).withPartial(true), 1);
        assertThat(partial.isComplete()).isFalse();
        assertThat(partial.missing()).hasSize(7);
        assertThat(ScoreJson.of(partial).get("items"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("complete", false)
                .containsEntry("missing", 7);
    }

    @Test
    void anItemAnsweredTwiceIsRefusedWithBothLines() throws IOException {
        List<Map<String, Object>> lines = answers();
        lines.add(lines.get(4));
        Path file = write(lines);
        assertThatThrownBy(() -> score(file, OutputFormat.NEUTRAL))
                .satisfies(thrown -> assertThat(told(thrown)).contains(":438").contains("line 5"));
    }

    @Test
    void outputsOfAnotherPackAreRefused() throws IOException {
        List<Map<String, Object>> lines = answers();
        lines.add(Map.of("item_id", "ailleurs-1", "output", "A"));
        Path file = write(lines);
        assertThatThrownBy(() -> score(file, OutputFormat.NEUTRAL))
                .satisfies(
                        thrown -> assertThat(told(thrown)).contains("1 of 438").contains("ailleurs-1"));
    }

    @Test
    void aTruncatedFileIsRefusedWithItsLine() throws IOException {
        Path file = write(answers());
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 12));
        assertThatThrownBy(() -> score(file, OutputFormat.NEUTRAL))
                .satisfies(thrown -> assertThat(told(thrown)).contains(":437"));
    }

    @Test
    void emptyOutputsAreCountedAndWrong() throws IOException {
        List<Map<String, Object>> lines = answers();
        lines.set(1, Map.of("item_id", items().get(1).id(), "output", "  "));
        Scoring scoring = score(write(lines), OutputFormat.NEUTRAL);
        assertThat(scoring.empty()).containsExactly(items().get(1).id());
        assertThat(scoring.unextracted()).isEqualTo(1);
    }

    @Test
    void aBatchIsJoinedByItsIdsAndFailedRequestsAreMissing() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            Map<String, Object> body = Map.of(
                    "model",
                    "essai",
                    "choices",
                    List.of(Map.of(
                            "message",
                            Map.of("content", PackItem.letter(item.answers().get(0))),
                            "finish_reason",
                            "stop")));
            boolean fails = lines.size() == 3;
            lines.add(Map.of(
                    "custom_id",
                    item.id(),
                    "response",
                    Map.of("status_code", fails ? 500 : 200, "body", fails ? Map.of() : body)));
        }
        Path file = write(lines);
        assertThatThrownBy(() -> score(file, OutputFormat.OPENAI_BATCH))
                .satisfies(
                        thrown -> assertThat(told(thrown)).contains("1 of 437").contains("1 request failed"));
        Scoring partial = Scoring.of(
                ScoreRequest.of(file, OutputFormat.OPENAI_BATCH, PACK).withPartial(true), 1);
        assertThat(partial.metrics().get(0).value()).hasValue(100);
        assertThat(partial.models()).containsExactly("essai");
    }

    @Test
    void samplesOfTheHarnessAreJoinedByTheirTextsAndItsFigureIsExplained() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            List<Object> resps = new ArrayList<>();
            for (int i = 0; i < item.choices().size(); i++) {
                resps.add(List.of(List.of(item.answers().contains(i) ? "-1.5" : "-9.25", "False")));
            }
            lines.add(Map.of(
                    "doc_id",
                    lines.size() + 1000,
                    "doc",
                    Map.of("question", item.question(), "choices", item.choices()),
                    "resps",
                    resps,
                    "filter",
                    "none",
                    "metrics",
                    List.of("acc"),
                    "acc",
                    lines.size() % 10 == 0 ? 0.0 : 1.0));
        }
        Scoring scoring = score(write(lines), OutputFormat.LM_EVAL);
        assertThat(scoring.metrics().get(0).value()).hasValue(100);
        assertThat(scoring.origin()).singleElement().satisfies(figure -> {
            assertThat(figure.same()).isEmpty();
            assertThat(figure.nearest()).contains("acc");
            assertThat(figure.differing()).isEqualTo(44);
        });
    }

    @Test
    void aTableNeedsTheColumnsThatTheUserNames() throws IOException {
        StringBuilder csv = new StringBuilder("clef;réponse\n".replace(';', ','));
        for (PackItem.MultipleChoice item : items()) {
            csv.append(item.id())
                    .append(",\"")
                    .append(PackItem.letter(item.answers().get(0)))
                    .append("\"\n");
        }
        Path file = Files.writeString(folder.resolve("sorties.csv"), csv);
        assertThatThrownBy(() -> score(file, OutputFormat.CSV))
                .satisfies(
                        thrown -> assertThat(told(thrown)).contains("“output”").contains("réponse"));
        ScoreRequest plain = ScoreRequest.of(file, OutputFormat.CSV, PACK);
        ScoreRequest mapped = new ScoreRequest(
                file,
                OutputFormat.CSV,
                PACK,
                List.of(),
                Map.of("item_id", "clef", "output", "réponse"),
                plain.task(),
                plain.prompt(),
                false,
                plain.seed());
        assertThat(Scoring.of(mapped, 1).metrics().get(0).value()).hasValue(100);
    }

    @Test
    void aResultsFileWithoutSamplesIsNamedAsSuch() throws IOException {
        Path file = write(List.of(Map.of("results", Map.of("tâche", Map.of("acc,none", 0.5)))));
        assertThatThrownBy(() -> score(file, OutputFormat.LM_EVAL))
                .satisfies(thrown -> assertThat(told(thrown)).contains("samples_"));
    }

    @Test
    void aFolderOfOutputsIsNamedAsSuch() {
        assertThatThrownBy(() -> score(folder, OutputFormat.NEUTRAL))
                .satisfies(thrown -> assertThat(told(thrown)).contains("is a folder"));
    }

    @Test
    void theReportIsTheSameWhateverTheThreads() throws IOException {
        Path file = write(answers());
        ScoreRequest request = ScoreRequest.of(file, OutputFormat.NEUTRAL, PACK);
        assertThat(CanonicalJson.of(ScoreJson.withValues(Scoring.of(request, 1))))
                .isEqualTo(CanonicalJson.of(ScoreJson.withValues(Scoring.of(request, 4))));
    }

    @Test
    void aReportIsComputedAgainAndAForgedOneIsFound() throws IOException {
        Scoring scoring = score(write(answers()), OutputFormat.NEUTRAL);
        Path json = ScoreFiles.page(scoring, folder.resolve("rapport.html"), Locale.FRENCH);
        assertThat(ScoreCheck.differences(json, 1)).isEmpty();
        String forged = Files.readString(json).replaceFirst("\"high\":[0-9.]+", "\"high\":99.5");
        Files.writeString(json, forged);
        assertThat(ScoreCheck.differences(json, 1))
                .singleElement()
                .asString()
                .contains("/high")
                .contains("99.5");
    }

    @Test
    void aReportIsCheckedNextToItsFilesWhereverItWasMade() throws IOException {
        Scoring scoring = score(write(answers()), OutputFormat.NEUTRAL);
        Path json = ScoreFiles.page(scoring, folder.resolve("rapport.html"), Locale.FRENCH);
        String elsewhere = "/nulle-part/" + scoring.request().outputs().getFileName();
        String asked = "\"outputs\":\"" + scoring.request().outputs() + "\"";
        assertThat(Files.readString(json)).contains(asked);
        Files.writeString(json, Files.readString(json).replace(asked, "\"outputs\":\"" + elsewhere + "\""));
        assertThat(ScoreCheck.differences(json, 1)).isEmpty();
    }

    @Test
    void aReportThatAsksForWhatCannotBeIsRefused() throws IOException {
        Scoring scoring = score(write(answers()), OutputFormat.NEUTRAL);
        Path json = ScoreFiles.page(scoring, folder.resolve("rapport.html"), Locale.FRENCH);
        String sound = Files.readString(json);
        for (String[] forged : new String[][] {
            {"\"energy\":null,\"from\"", "\"energy\":{\"version\":\"12\"},\"from\""},
            {"\"release\":null", "\"release\":\"a\\u0000b\""}
        }) {
            assertThat(sound).contains(forged[0]);
            Files.writeString(json, sound.replace(forged[0], forged[1]));
            assertThatThrownBy(() -> ScoreCheck.differences(json, 1))
                    .isInstanceOf(RecipeException.class)
                    .hasMessageContaining("rapport.json: this is not the report");
        }
    }

    @Test
    void hostileOutputsStayTextInThePageAndInTheTestCases() throws IOException {
        List<Map<String, Object>> lines = answers();
        String hostile = "<script>alert(1)</script><img src=x onerror=y>\"'&]]>\u0000\u202E";
        lines.set(0, Map.of("item_id", items().get(0).id(), "output", hostile, "model", hostile));
        Scoring scoring = score(write(lines), OutputFormat.NEUTRAL);
        Path page = folder.resolve("rapport.html");
        ScoreFiles.page(scoring, page, Locale.ENGLISH);
        assertThat(Files.readString(page))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("\u202E")
                .doesNotContain("http");
        Path cases = folder.resolve("cas.xml");
        ScoreFiles.junit(scoring, cases);
        assertThat(Files.readString(cases)).contains("tests=\"437\" failures=\"146\" errors=\"0\"");
    }
}
