package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.report.ReportJson;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Computes a report again from the files that it names, and says where it differs. Thread-safe. */
public final class ScoreCheck {

    private ScoreCheck() {}

    /**
     * Where a report and what its files give differ, as {@code path: reported, computed}; empty when they are equal.
     *
     * @param report JSON of a score, with or without values
     * @throws RecipeException if it is no report, or a file that it names is absent or not what it was
     */
    public static List<String> differences(Path report, int threads) throws IOException {
        Map<String, @Nullable Object> told = ReportJson.parse(ReportJson.bytes(report), report);
        Scoring scoring = Scoring.of(request(report, JsonValues.map(told.get("request"))), threads);
        return ReportJson.differences(
                told,
                ReportJson.parse(
                        CanonicalJson.of(
                                told.containsKey("values") ? ScoreJson.withValues(scoring) : ScoreJson.of(scoring)),
                        report));
    }

    private static ScoreRequest request(Path report, Map<String, @Nullable Object> asked) {
        OutputFormat format =
                JsonValues.text(asked.get("from")).flatMap(OutputFormat::of).orElseThrow(() -> none(report, null));
        Map<String, String> mapping = new TreeMap<>();
        JsonValues.map(asked.get("mapping")).forEach((use, column) -> mapping.put(use, String.valueOf(column)));
        try {
            return new ScoreRequest(
                    ReportJson.near(
                            report, JsonValues.text(asked.get("outputs")).orElse("")),
                    format,
                    JsonValues.text(asked.get("pack")).orElse(""),
                    JsonValues.list(asked.get("data")).stream()
                            .map(file -> ReportJson.near(report, String.valueOf(file)))
                            .toList(),
                    mapping,
                    JsonValues.text(asked.get("task")),
                    JsonValues.text(asked.get("prompt")),
                    Boolean.TRUE.equals(asked.get("partial")),
                    Math.max(0, JsonValues.whole(asked.get("seed")).orElse(0)),
                    JsonValues.text(asked.get("release")).map(name -> ReportJson.near(report, name)),
                    EnergyJson.read(asked.get("energy")),
                    JsonValues.text(asked.get("measured")).map(name -> ReportJson.near(report, name)));
        } catch (IllegalArgumentException e) {
            throw none(report, e); // a model that cannot be
        }
    }

    private static RecipeException none(Path report, @Nullable Throwable cause) {
        return new RecipeException(UserMessage.of("eval.report-none", report.toString()), cause);
    }
}
