package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.report.ReportJson;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, @Nullable Object> asked = JsonValues.map(told.get("request"));
        OutputFormat format = JsonValues.text(asked.get("from"))
                .flatMap(OutputFormat::of)
                .orElseThrow(() -> new RecipeException(UserMessage.of("eval.report-none", report.toString())));
        Map<String, String> mapping = new TreeMap<>();
        JsonValues.map(asked.get("mapping")).forEach((use, column) -> mapping.put(use, String.valueOf(column)));
        List<Path> data = new ArrayList<>();
        JsonValues.list(asked.get("data")).forEach(file -> data.add(near(report, String.valueOf(file))));
        Scoring scoring = Scoring.of(
                new ScoreRequest(
                        near(report, JsonValues.text(asked.get("outputs")).orElse("")),
                        format,
                        JsonValues.text(asked.get("pack")).orElse(""),
                        data,
                        mapping,
                        JsonValues.text(asked.get("task")),
                        JsonValues.text(asked.get("prompt")),
                        Boolean.TRUE.equals(asked.get("partial")),
                        JsonValues.whole(asked.get("seed")).orElse(0),
                        JsonValues.text(asked.get("release")).map(name -> near(report, name)),
                        EnergyJson.read(asked.get("energy"))),
                threads);
        return ReportJson.differences(
                told,
                ReportJson.parse(
                        CanonicalJson.of(
                                told.containsKey("values") ? ScoreJson.withValues(scoring) : ScoreJson.of(scoring)),
                        report));
    }

    /** A file as named, else beside the report. */
    private static Path near(Path report, String name) {
        Path named = Path.of(name);
        return Optional.of(report.resolveSibling(named.getFileName()))
                .filter(beside -> !Files.exists(named) && Files.exists(beside))
                .orElse(named);
    }
}
