package fr.corpus.eval.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real questions of PIAF and FrenchMedMCQA, whole, from their official files to scores, in three forms of outputs. */
class SharedQuestionsTest {

    private static final double PRECISE = 1e-9;

    @TempDir
    Path folder;

    /** Right, right but for case and point, wrong, empty, in turn. */
    private static String answer(int place, String right) {
        return switch (place % 4) {
            case 0 -> right;
            case 1 -> right.toUpperCase(Locale.ROOT) + ".";
            case 2 -> "zzz 987654";
            default -> "";
        };
    }

    private static double half(int size) {
        return 100.0 * ((size + 3) / 4 + (size + 2) / 4) / size;
    }

    private static double value(Scoring scoring, String metric) {
        return scoring.metrics().stream()
                .filter(one -> one.name().equals(metric))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private Scoring score(Path outputs, OutputFormat format, Map<String, String> mapping, String pack, Path data)
            throws IOException {
        return Scoring.of(
                new ScoreRequest(
                        outputs, format, pack, List.of(data), mapping, Optional.empty(), Optional.empty(), false, 1),
                2);
    }

    private static void halfRight(Scoring scoring, String metric) {
        assertThat(scoring.isComplete()).isTrue();
        assertThat(value(scoring, metric)).isCloseTo(half(scoring.items()), within(PRECISE));
        assertThat(scoring.empty()).hasSize(scoring.items() / 4);
    }

    private Path jsonl(List<? extends Map<String, Object>> lines) throws IOException {
        Path file = folder.resolve("samples.jsonl");
        JsonLines.write(file, lines);
        return file;
    }

    private Path csv(List<PackItem> items, List<String> outputs) throws IOException {
        StringBuilder csv = new StringBuilder("\uFEFFnuméro,réponse\r\n");
        for (int i = 0; i < items.size(); i++) {
            csv.append(items.get(i).id())
                    .append(",\"")
                    .append(outputs.get(i).replace("\"", "\"\""))
                    .append("\"\r\n");
        }
        return Files.writeString(folder.resolve("sorties.csv"), csv);
    }

    private static List<Map<String, Object>> neutral(List<PackItem> items, List<String> outputs) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            lines.add(Map.of("item_id", items.get(i).id(), "output", outputs.get(i)));
        }
        return lines;
    }

    private static Map<String, Object> sample(int number, Map<String, Object> doc, String prompt, String output) {
        return Map.of(
                "doc_id",
                number,
                "doc",
                doc,
                "target",
                "",
                "arguments",
                Map.of("gen_args_0", Map.of("arg_0", prompt, "arg_1", Map.of("until", List.of("\n")))),
                "resps",
                List.of(List.of(output)),
                "filtered_resps",
                List.of(output),
                "filter",
                "none",
                "metrics",
                List.of());
    }

    @Test
    void piafIsScoredWhole() throws IOException {
        Path data = SharedFolder.need("data/qa/piaf-v1.1-part.json");
        List<PackItem> items =
                PackCatalog.load().find("piaf").items(List.of(data)).items();
        List<String> outputs = new ArrayList<>();
        List<Map<String, Object>> samples = new ArrayList<>();
        for (PackItem item : items) {
            PackItem.ShortAnswer asked = (PackItem.ShortAnswer) item;
            outputs.add(answer(outputs.size(), asked.answers().get(0)));
            samples.add(sample(
                    samples.size(),
                    Map.of(
                            "id", item.id(),
                            "context", asked.context().orElseThrow(),
                            "question", asked.question(),
                            "answers", Map.of("text", asked.answers(), "answer_start", List.of(0))),
                    "Contexte: …",
                    outputs.get(samples.size())));
        }
        assertThat(items).hasSize(3709);
        halfRight(score(jsonl(neutral(items, outputs)), OutputFormat.NEUTRAL, Map.of(), "piaf", data), "em");
        halfRight(score(jsonl(samples), OutputFormat.LM_EVAL, Map.of(), "piaf", data), "em");
        halfRight(
                score(
                        csv(items, outputs),
                        OutputFormat.CSV,
                        Map.of("item_id", "numéro", "output", "réponse"),
                        "piaf",
                        data),
                "em");
    }

    @Test
    void frenchMedMcqaIsScoredWhole() throws IOException {
        Path data = SharedFolder.need("data/qa/frenchmedmcqa-dev.json");
        List<PackItem> items =
                PackCatalog.load().find("frenchmedmcqa").items(List.of(data)).items();
        List<String> outputs = new ArrayList<>();
        List<Map<String, Object>> samples = new ArrayList<>();
        for (PackItem item : items) {
            PackItem.MultipleChoice asked = (PackItem.MultipleChoice) item;
            List<String> letters =
                    asked.answers().stream().map(PackItem::letter).toList();
            outputs.add(answer(outputs.size(), String.join(" et ", letters)));
            samples.add(sample(
                    samples.size(),
                    Map.of("id", item.id(), "question", asked.question(), "answers", asked.choices()),
                    asked.question(),
                    outputs.get(samples.size())));
        }
        assertThat(items).hasSize(312);
        halfRight(
                score(jsonl(neutral(items, outputs)), OutputFormat.NEUTRAL, Map.of(), "frenchmedmcqa", data),
                "exact_set");
        halfRight(score(jsonl(samples), OutputFormat.LM_EVAL, Map.of(), "frenchmedmcqa", data), "exact_set");
        halfRight(
                score(
                        csv(items, outputs),
                        OutputFormat.CSV,
                        Map.of("item_id", "numéro", "output", "réponse"),
                        "frenchmedmcqa",
                        data),
                "exact_set");
    }
}
