package fr.corpus.eval.compare;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.report.ReportJson;
import fr.corpus.eval.score.ScoreCheck;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes a report of whatever kind again from the files that it names, and says where it differs. Thread-safe. */
public final class ReportCheck {

    private ReportCheck() {}

    /**
     * Where a report and what its files give differ, as {@code path: reported ≠ computed}; empty when they are equal.
     *
     * @param report JSON of a score or of a comparison
     * @throws RecipeException if it is neither, or a file that it names is absent
     */
    public static List<String> differences(Path report, int threads) throws IOException {
        Map<String, @Nullable Object> told = ReportJson.parse(ReportJson.bytes(report), report);
        if (!"comparison".equals(told.get("kind"))) {
            return ScoreCheck.differences(report, threads);
        }
        if (!(told.get("request") instanceof Map<?, ?> asked) || !(asked.get("inputs") instanceof List<?> inputs)) {
            throw new RecipeException(UserMessage.of("eval.report-none", report.toString()));
        }
        List<Path> files = new ArrayList<>();
        inputs.forEach(input -> files.add(near(report, String.valueOf(input))));
        Comparison comparison = Comparison.of(
                new ComparisonRequest(
                        files,
                        asked.get("metric") instanceof String metric ? Optional.of(metric) : Optional.empty(),
                        Boolean.TRUE.equals(asked.get("common")),
                        asked.get("seed") instanceof Long seed ? Math.max(0, seed) : 0),
                threads);
        return ReportJson.differences(told, ReportJson.parse(CanonicalJson.of(ComparisonJson.of(comparison)), report));
    }

    /** A file as named, else from the folder of the report. */
    private static Path near(Path report, String name) {
        Path named = Path.of(name);
        Path beside = report.resolveSibling(named);
        return !Files.exists(named) && Files.exists(beside) ? beside : named;
    }
}
