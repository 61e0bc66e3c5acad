package fr.corpus.eval.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedOutputsTest {

    private static final String PACK = "fr-varietes@1";

    @TempDir
    Path folder;

    private static List<PackItem.MultipleChoice> items() throws IOException {
        return PackCatalog.load().find(PACK).items().stream()
                .map(PackItem.MultipleChoice.class::cast)
                .toList();
    }

    private Path write(String text) throws IOException {
        return write(text, StandardCharsets.UTF_8);
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("sorties.jsonl"), text.getBytes(charset));
    }

    private static String lines(List<? extends Map<String, ?>> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(json(record)).append('\n'));
        return text.toString();
    }

    private static String json(Object value) {
        return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
    }

    private static List<Map<String, Object>> answers() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("item_id", item.id());
            line.put("output", PackItem.letter(item.answers().get(0)) + ", réponse");
            lines.add(line);
        }
        return lines;
    }

    private static Scoring score(Path file, OutputFormat format) throws IOException {
        return Scoring.of(ScoreRequest.of(file, format, PACK), 1);
    }

    private static void refused(Path file, OutputFormat format, String english, String french) {
        assertThatThrownBy(() -> score(file, format)).isInstanceOfSatisfying(CorpusException.class, thrown -> {
            assertThat(thrown.message().in(Locale.ENGLISH)).contains(english);
            assertThat(thrown.message().in(Locale.FRENCH)).contains(french);
        });
    }

    /** A sample of the harness before 0.4.3: no filter, likelihoods as numbers, each choice asked with and without its question. */
    private static Map<String, Object> oldSample(int number, PackItem.MultipleChoice item) {
        List<Object> arguments = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        for (int i = 0; i < item.choices().size(); i++) {
            boolean right = item.answers().contains(i);
            arguments.add(List.of(
                    "Question : " + item.question(), " " + item.choices().get(i)));
            arguments.add(List.of("", item.choices().get(i)));
            answers.add(List.of(List.of(right ? -2.5 : -3.5, false)));
            answers.add(List.of(List.of(right ? -0.5 : -9.0, false)));
        }
        return Map.of(
                "doc_id",
                number,
                "doc",
                Map.of("question", item.question(), "choices", item.choices()),
                "target",
                (item.answers().get(0) + number % 2) % item.choices().size(),
                "arguments",
                arguments,
                "resps",
                answers,
                "filtered_resps",
                answers,
                "acc",
                1.0 - number % 2,
                "acc_mutual_info",
                0.0);
    }

    @Test
    void samplesInOneListOfTheOldHarnessAreReadAndItsOwnConventionIsFoundAgain() throws IOException {
        List<Map<String, Object>> samples = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            samples.add(oldSample(samples.size(), item));
        }
        Scoring scoring = score(write(json(samples).replace("},{\"acc\"", "},\n  {\"acc\"")), OutputFormat.LM_EVAL);
        assertThat(scoring.metrics().get(0).value()).hasValue(100);
        assertThat(scoring.origin())
                .extracting(figure -> figure.name() + " " + figure.same() + " " + figure.reproduced())
                .containsExactlyInAnyOrder(
                        "acc Optional.empty Optional[acc|gold:target]",
                        "acc_mutual_info Optional[acc_mutual_info] Optional.empty");
    }

    @Test
    void theSecondFilterOfTheOldHarnessIsAFigureOfItsOwnAndAHalfOneIsRefused() throws IOException {
        List<Map<String, Object>> samples = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            Map<String, Object> sample = new LinkedHashMap<>(oldSample(samples.size() / 2, item));
            samples.add(sample);
            Map<String, Object> other = new LinkedHashMap<>(sample);
            other.put("acc", 0.5);
            samples.add(other);
        }
        Scoring scoring = score(write(lines(samples)), OutputFormat.LM_EVAL);
        assertThat(scoring.answered()).isEqualTo(items().size());
        assertThat(scoring.origin()).extracting(OriginFigure::name).contains("acc", "acc,filter 2");
        refused(
                write(lines(samples.subList(0, samples.size() - 1))),
                OutputFormat.LM_EVAL,
                "some documents come more often than others",
                "certains documents reviennent plus souvent");
    }

    @Test
    void aResultsFileOverManyLinesIsNamedAsSuch() throws IOException {
        refused(
                write("{\n  \"results\": {\n    \"tâche\": {\n      \"acc,none\": 0.5\n    }\n  }\n}\n"),
                OutputFormat.LM_EVAL,
                "samples_*.jsonl",
                "samples_*.jsonl");
    }

    @Test
    void aListOfRecordsIsReadLikeLines() throws IOException {
        assertThat(score(write(json(answers())), OutputFormat.NEUTRAL)
                        .metrics()
                        .get(0)
                        .value())
                .hasValue(100);
        assertThat(score(write("[\n" + json(answers()).substring(1)), OutputFormat.NEUTRAL)
                        .isComplete())
                .isTrue();
    }

    @Test
    void detailsOfLightevalAreJoinedByTheTextsInTheirPromptsInEitherLayout() throws IOException {
        for (String name : List.of("lighteval-structs", "lighteval-flat")) {
            Path file = folder.resolve(name + ".parquet");
            try (InputStream in = ImportedOutputsTest.class.getResourceAsStream("/eval/imports/" + name + ".parquet")) {
                Files.copy(java.util.Objects.requireNonNull(in), file);
            }
            Scoring scoring = Scoring.of(
                    ScoreRequest.of(file, OutputFormat.LIGHTEVAL, PACK).withPartial(true), 1);
            assertThat(scoring.answered()).as(name).isEqualTo(12);
            assertThat(scoring.origin())
                    .as(name)
                    .hasSize(2)
                    .allSatisfy(figure -> assertThat(figure.same()).contains(figure.name()));
        }
    }

    @Test
    void otherEncodingsAreNamedWithWhatToDo() throws IOException {
        String text = lines(answers());
        refused(write(text, StandardCharsets.UTF_16), OutputFormat.NEUTRAL, "this is UTF-16", "c’est de l’UTF-16");
        refused(write(text, StandardCharsets.UTF_16LE), OutputFormat.NEUTRAL, "this is UTF-16", "c’est de l’UTF-16");
        refused(write(text, StandardCharsets.ISO_8859_1), OutputFormat.NEUTRAL, ":1, byte", "ce n’est pas de l’UTF-8");
        byte[] mixed = (text + text).getBytes(StandardCharsets.UTF_8);
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(latin, 0, mixed, mixed.length - latin.length - 1, latin.length);
        refused(Files.write(folder.resolve("mixte.jsonl"), mixed), OutputFormat.NEUTRAL, "not UTF-8", "UTF-8");
        assertThat(score(write("\uFEFF" + text), OutputFormat.NEUTRAL).isComplete())
                .isTrue();
    }

    @Test
    void whatIsNoNumberOrCutOffIsNamed() throws IOException {
        String text = lines(answers());
        refused(
                write(text.replaceFirst("\\{", "{\"choices\":[NaN,-1,-2,-3],")),
                OutputFormat.NEUTRAL,
                ":1: NaN is no number",
                "NaN n’est pas un nombre");
        refused(
                write(text.substring(0, text.length() - 9)),
                OutputFormat.NEUTRAL,
                ":437: the line ends",
                ":437\u00A0: la ligne");
    }

    @Test
    void outputsOfSeveralModelsOrRunsAreRefused() throws IOException {
        List<Map<String, Object>> lines = answers();
        lines.get(3).put("model", "petit");
        lines.get(4).put("model", "grand");
        refused(write(lines(lines)), OutputFormat.NEUTRAL, "2 models in one file: grand (1), petit (1)", "2 modèles");
        lines = answers();
        lines.get(3).put("run_id", "a");
        lines.get(4).put("run_id", "b");
        refused(write(lines(lines)), OutputFormat.NEUTRAL, "2 runs in one file", "2 exécutions");
    }

    @Test
    void outputsWithoutAnyIdAreNotJoinedByTheirLine() throws IOException {
        StringBuilder csv = new StringBuilder("output\n");
        items().forEach(item -> csv.append("A\n"));
        refused(write(csv.toString()), OutputFormat.CSV, "--map item_id=COLUMN", "--map item_id=COLONNE");
    }

    @Test
    void halfASurrogatePairBecomesAReplacementCharacterAndIsWritten() throws IOException {
        String text = lines(answers()).replaceFirst("réponse", "\\\\ud83d réponse");
        Path out = folder.resolve("items.jsonl");
        ItemScores.write(score(write(text), OutputFormat.NEUTRAL), out);
        assertThat(Files.readString(out)).contains("\uFFFD réponse");
    }

    @Test
    void aPromptOfAnotherWordingFindsTheItemWhoseQuestionItHolds() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            lines.add(Map.of(
                    "prompt",
                    "Voici une question.\n\n" + item.question() + "\nRéponse :",
                    "output",
                    PackItem.letter(item.answers().get(0))));
        }
        Collections.reverse(lines);
        Scoring scoring = score(write(lines(lines)), OutputFormat.CSV);
        assertThat(scoring.isComplete()).isTrue();
        assertThat(scoring.metrics().get(0).value()).hasValue(100);
    }

    /** A sample of the harness since 0.4.3: the likeliest of the texts offered is the one at a place. */
    private static Map<String, Object> sample(
            int number, PackItem.MultipleChoice item, List<String> offered, int likeliest) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        List<Object> answers = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            arguments.put("gen_args_" + i, Map.of("arg_0", item.question(), "arg_1", " " + offered.get(i)));
            answers.add(List.of(List.of(i == likeliest ? "-1.5" : "-inf", "False")));
        }
        return Map.of(
                "doc_id",
                number,
                "doc",
                Map.of("question", item.question(), "choices", item.choices()),
                "filter",
                "none",
                "metrics",
                List.of("acc"),
                "target",
                String.valueOf(likeliest),
                "arguments",
                arguments,
                "resps",
                answers,
                "acc",
                1.0);
    }

    @Test
    void likelihoodsAreThoseOfTheTextsOfferedInWhateverOrder() throws IOException {
        List<Map<String, Object>> samples = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            List<String> reversed = new ArrayList<>(item.choices());
            Collections.reverse(reversed);
            samples.add(sample(
                    samples.size(),
                    item,
                    reversed,
                    reversed.size() - 1 - item.answers().get(0)));
        }
        Scoring scoring = score(write(lines(samples)), OutputFormat.LM_EVAL);
        assertThat(scoring.metrics().get(0).value()).hasValue(100);
        assertThat(scoring.origin())
                .singleElement()
                .satisfies(figure -> assertThat(figure.same()).contains("acc"));
    }

    @Test
    void likelihoodsOfLettersAreNotDividedByTheLengthsOfTexts() throws IOException {
        List<Map<String, Object>> samples = new ArrayList<>();
        for (PackItem.MultipleChoice item : items()) {
            List<String> letters = new ArrayList<>();
            item.choices().forEach(choice -> letters.add(PackItem.letter(letters.size())));
            samples.add(sample(samples.size(), item, letters, item.answers().get(0)));
        }
        Scoring scoring = score(write(lines(samples)), OutputFormat.LM_EVAL);
        assertThat(scoring.metrics().get(0).value()).hasValue(100);
        assertThat(scoring.metrics())
                .filteredOn(metric -> metric.name().equals("acc_norm"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.value()).isEmpty());
    }

    @Test
    void anotherNumberOfLikelihoodsThanOfChoicesIsRefused() throws IOException {
        List<Map<String, Object>> lines = answers();
        lines.get(6).put("choices", List.of(-1.0, -2.0));
        refused(
                write(lines(lines)),
                OutputFormat.NEUTRAL,
                ":7: 2 likelihoods for item",
                ":7\u00A0: 2 vraisemblances pour l’élément");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        refused(write("output,output\nA,B\n"), OutputFormat.CSV, "output, output", "output, output");
    }

    @Test
    void aCompressedFileThatBreaksOffIsNamed() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(lines(answers()).getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(
                folder.resolve("sorties.jsonl.gz"), java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        refused(file, OutputFormat.NEUTRAL, "sorties.jsonl.gz: the file is damaged", "sorties.jsonl.gz");
    }

    @Test
    void textsOfASetThatMayNotBeRedistributedStandInNoOutput() throws IOException {
        Path data = fr.corpus.testing.SharedFolder.need("data/qa").resolve("piaf-v1.1-part.json");
        List<PackItem> asked =
                PackCatalog.load().find("piaf").items(List.of(data)).items();
        List<Map<String, Object>> lines = new ArrayList<>();
        asked.forEach(item -> lines.add(Map.of(
                "item_id", item.id(), "prompt", String.join("\n", item.texts()), "output", "je ne le trouve pas")));
        Scoring scoring = Scoring.of(
                ScoreRequest.of(write(lines(lines)), OutputFormat.NEUTRAL, "piaf")
                        .withData(List.of(data)),
                1);
        Path page = folder.resolve("rapport.html");
        Path json = ScoreFiles.page(scoring, page, Locale.FRENCH);
        Path items = folder.resolve("items.jsonl");
        ItemScores.write(scoring, items);
        String written = Files.readString(page) + Files.readString(json) + Files.readString(items);
        assertThat(asked).hasSize(3709);
        for (PackItem item : asked) {
            assertThat(written).doesNotContain(item.texts().get(1));
        }
    }
}
