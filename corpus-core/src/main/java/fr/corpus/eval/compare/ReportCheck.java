package fr.corpus.eval.compare;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.report.ReportJson;
import fr.corpus.eval.score.ScoreCheck;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Computes a report of whatever kind again from the files that it names, and says where it differs. Thread-safe. */
public final class ReportCheck {

    private ReportCheck() {}

    /**
     * Where a report and what its files give differ, as {@code path: reported ≠ computed}; empty when they are equal. When files
     * changed since, only those are named.
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
        inputs.forEach(input -> files.add(ReportJson.near(report, String.valueOf(input))));
        Comparison comparison = Comparison.of(
                new ComparisonRequest(
                        files,
                        asked.get("metric") instanceof String metric ? Optional.of(metric) : Optional.empty(),
                        Boolean.TRUE.equals(asked.get("common")),
                        asked.get("seed") instanceof Long seed ? Math.max(0, seed) : 0,
                        asked.get("release") instanceof String release
                                ? Optional.of(ReportJson.near(report, release))
                                : Optional.empty()),
                threads);
        Map<String, @Nullable Object> computed =
                ReportJson.parse(CanonicalJson.of(ComparisonJson.of(comparison)), report);
        List<String> changed = ReportJson.differences(part(told), part(computed));
        return changed.isEmpty() ? ReportJson.differences(told, computed) : changed;
    }

    /** Which files were compared: when they changed, it is of no use to say that everything else did, too. */
    private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> report) {
        Map<String, @Nullable Object> part = new TreeMap<>();
        part.put("systems", report.get("systems"));
        return part;
    }
}
