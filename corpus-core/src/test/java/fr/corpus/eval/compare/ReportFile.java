package fr.corpus.eval.compare;

import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the JSON of a score, as small as a comparison takes it. */
final class ReportFile {

    final Map<String, @Nullable Object> pack = new TreeMap<>();
    final Map<String, @Nullable Object> counts = new TreeMap<>();
    final Map<String, @Nullable Object> metric = new TreeMap<>();
    final Map<String, @Nullable Object> values = new TreeMap<>();
    final Map<String, @Nullable Object> prompts = new TreeMap<>();

    ReportFile(int items, IntToDoubleFunction score) {
        List<String> ids = new ArrayList<>();
        List<@Nullable Object> clusters = new ArrayList<>();
        List<@Nullable Object> scores = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            ids.add("item-" + i);
            clusters.add(null);
            double value = score.applyAsDouble(i);
            scores.add(Double.isNaN(value) ? null : (Object) value);
        }
        pack.put("reference", "essai@1");
        pack.put("sha256", "aa");
        pack.put("task", "short-answer");
        pack.put("data", List.of());
        counts.put("total", items);
        counts.put("answered", items);
        metric.put("name", "em");
        metric.put("signature", "metric:em|version:1");
        values.put("ids", ids);
        values.put("clusters", clusters);
        values.put("groups", Map.of());
        values.put("metrics", Map.of("em", scores));
    }

    ReportFile clusters(int of) {
        int items = ((List<?>) values.get("clusters")).size();
        values.put(
                "clusters",
                IntStream.range(0, items).mapToObj(i -> "p" + i / of).toList());
        return this;
    }

    Path write(Path file) throws IOException {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("report", 1);
        json.put("kind", "score");
        json.put("pack", pack);
        json.put("outputs", Map.of("sha256", "bb", "models", List.of("m")));
        json.put("items", counts);
        json.put("metrics", List.of(metric));
        json.put("prompt", "");
        json.put("prompts", prompts);
        json.put("values", values);
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, CanonicalJson.of(json));
    }
}
