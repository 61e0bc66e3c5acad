package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Computes a report again from the files that it names, and says where it differs. Thread-safe. */
public final class ScoreCheck {

    private static final int MOST = 20;

    private ScoreCheck() {}

    /**
     * Where a report and what its files give differ, as {@code path: reported, computed}; empty when they are equal.
     *
     * @param report JSON of a score, with or without values
     * @throws RecipeException if it is no report, or a file that it names is absent or not what it was
     */
    public static List<String> differences(Path report, int threads) throws IOException {
        if (!Files.isRegularFile(report)) {
            throw new RecipeException(UserMessage.of("eval.no-such-file", report.toString()));
        }
        Map<String, @Nullable Object> told = JsonValues.map(parse(Files.readAllBytes(report), report));
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
                        JsonValues.whole(asked.get("seed")).orElse(0)),
                threads);
        Map<String, @Nullable Object> computed = JsonValues.map(parse(
                CanonicalJson.of(told.containsKey("values") ? ScoreJson.withValues(scoring) : ScoreJson.of(scoring)),
                report));
        told.remove("request");
        computed.remove("request");
        List<String> differences = new ArrayList<>();
        compare("", told, computed, differences);
        return differences;
    }

    private static @Nullable Object parse(byte[] bytes, Path report) {
        try {
            return JsonTree.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new RecipeException(
                    UserMessage.of("eval.line-not-json", report.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** A file as named, else beside the report. */
    private static Path near(Path report, String name) {
        Path named = Path.of(name);
        return Optional.of(report.resolveSibling(named.getFileName()))
                .filter(beside -> !Files.exists(named) && Files.exists(beside))
                .orElse(named);
    }

    private static void compare(String place, @Nullable Object told, @Nullable Object computed, List<String> into) {
        if (into.size() >= MOST) {
            return;
        }
        if (told instanceof Map<?, ?> one && computed instanceof Map<?, ?> other) {
            TreeSet<String> keys = new TreeSet<>();
            one.keySet().forEach(key -> keys.add(String.valueOf(key)));
            other.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> compare(place + "/" + key, one.get(key), other.get(key), into));
        } else if (told instanceof List<?> one && computed instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(place + "/" + i, one.get(i), other.get(i), into);
            }
        } else if (!Arrays.equals(bytes(told), bytes(computed))) {
            into.add(place + ": " + shown(told) + " ≠ " + shown(computed));
        }
    }

    private static byte[] bytes(@Nullable Object value) {
        return CanonicalJson.of(value);
    }

    private static String shown(@Nullable Object value) {
        String text = new String(bytes(value), StandardCharsets.UTF_8);
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
