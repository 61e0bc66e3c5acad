package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.report.ReportJson;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The report of a score read back, with the values of its items (docs/formats/eval-report.md). Immutable by convention: arrays are not
 * changed after they were filled.
 *
 * @param file where it was read, or the outputs that it was made of
 * @param digest SHA-256 of that file
 * @param pack what was evaluated on
 * @param outputs what was evaluated
 * @param items how many of what kind
 * @param metrics the headline first
 * @param prompt the prompt whose outputs are scored, {@code ""} when not known
 * @param prompts the headline by prompt, when the outputs are of several
 * @param corpus Merkle root of the release in which items were looked for
 * @param energy of the answers
 * @param values of each item that was answered
 */
public record ScoreReport(
        Path file,
        Digest digest,
        PackUsed pack,
        Outputs outputs,
        Items items,
        List<MetricScore> metrics,
        String prompt,
        Map<String, Double> prompts,
        Optional<String> corpus,
        EnergyTold energy,
        Values values) {

    public ScoreReport {
        metrics = List.copyOf(metrics);
        prompts = Collections.unmodifiableMap(new TreeMap<>(prompts));
    }

    /**
     * The pack of a score. Immutable.
     *
     * @param reference id@version
     * @param sha256 of its pack.yaml
     * @param task word of its task
     * @param data official files read, as {@code name sha256}
     */
    public record PackUsed(String reference, String sha256, String task, List<String> data) {
        public PackUsed {
            data = List.copyOf(data);
        }
    }

    /**
     * What was scored. Immutable.
     *
     * @param sha256 of the file of outputs
     * @param models names of the models that answered, as the outputs give them
     */
    public record Outputs(String sha256, List<String> models) {
        public Outputs {
            models = List.copyOf(models);
        }
    }

    /**
     * Counts of items.
     *
     * @param total of the pack
     * @param answered with an output
     * @param failed requests that failed
     * @param empty outputs without text
     * @param unextracted outputs without an answer, or with several
     */
    public record Items(long total, long answered, long failed, long empty, long unextracted) {
        /** Whether every item was answered. */
        public boolean isComplete() {
            return answered == total;
        }
    }

    /**
     * What became of each item that was answered.
     *
     * @param ids of the items
     * @param clusters the cluster of each; empty where it is alone
     * @param groups for each tag its value for each item, {@code ""} where it has none
     * @param metrics for each metric the value of each item, NaN where unknown
     * @param texts for each metric of texts the statistics of each item, of which the score of the whole is made
     */
    public record Values(
            List<String> ids,
            List<Optional<String>> clusters,
            Map<String, List<String>> groups,
            Map<String, double[]> metrics,
            Map<String, SegmentStatistics> texts) {
        public Values {
            texts = Collections.unmodifiableMap(new TreeMap<>(texts));
            ids = List.copyOf(ids);
            clusters = List.copyOf(clusters);
            groups = Collections.unmodifiableMap(new TreeMap<>(groups));
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /**
     * Reads a report.
     *
     * @throws RecipeException if the file is no report of a score, has no values of items, or contradicts itself
     * @throws IOException if it cannot be read
     */
    public static ScoreReport read(Path file) throws IOException {
        byte[] bytes = ReportJson.bytes(file);
        return of(file, Sha256.of(bytes), ReportJson.parse(bytes, file));
    }

    /** The report of a score just made; its file and digest are those of the outputs. */
    public static ScoreReport of(Scoring scoring) {
        return of(
                scoring.request().outputs(),
                scoring.file().digest(),
                ReportJson.parse(
                        CanonicalJson.of(ScoreJson.withValues(scoring)),
                        scoring.request().outputs()));
    }

    private static ScoreReport of(Path file, Digest digest, Map<String, @Nullable Object> json) {
        if (!"score".equals(json.get("kind")) || !Long.valueOf(1).equals(json.get("report"))) {
            throw new RecipeException(UserMessage.of("eval.report-none", file.toString()));
        }
        if (!json.containsKey("values")) {
            throw new RecipeException(UserMessage.of("eval.compare-no-values", file.toString()));
        }
        Map<String, @Nullable Object> pack = JsonValues.map(json.get("pack"));
        Map<String, @Nullable Object> outputs = JsonValues.map(json.get("outputs"));
        Map<String, @Nullable Object> items = JsonValues.map(json.get("items"));
        List<MetricScore> metrics = new ArrayList<>();
        JsonValues.list(json.get("metrics")).forEach(one -> metrics.add(metric(JsonValues.map(one))));
        Map<String, Double> prompts = new TreeMap<>();
        JsonValues.map(json.get("prompts"))
                .forEach((prompt, score) -> number(score).ifPresent(value -> prompts.put(prompt, value)));
        ScoreReport report = new ScoreReport(
                file,
                digest,
                new PackUsed(word(pack, "reference"), word(pack, "sha256"), word(pack, "task"), data(pack.get("data"))),
                new Outputs(word(outputs, "sha256"), texts(outputs.get("models"))),
                new Items(
                        count(items, "total"),
                        count(items, "answered"),
                        count(items, "failed"),
                        count(items, "empty"),
                        count(items, "unextracted")),
                metrics,
                word(json, "prompt"),
                prompts,
                JsonValues.text(JsonValues.map(json.get("contamination")).get("root")),
                EnergyTold.of(json),
                sound(file, JsonValues.map(json.get("values"))));
        report.check();
        return report;
    }

    private static Values sound(Path file, Map<String, @Nullable Object> values) {
        try {
            return values(values);
        } catch (IllegalArgumentException e) {
            throw new RecipeException(UserMessage.of("eval.compare-unsound", file.toString()), e);
        }
    }

    private void check() {
        int size = values.ids().size();
        boolean sound = size > 0
                && !metrics.isEmpty()
                && !pack.reference().isEmpty()
                && size == items.answered()
                && size <= items.total()
                && new HashSet<>(values.ids()).size() == size
                && values.clusters().size() == size
                && values.groups().values().stream().allMatch(group -> group.size() == size)
                && values.texts().values().stream().allMatch(text -> text.size() == size)
                && !values.metrics().isEmpty()
                && values.metrics().values().stream().allMatch(list -> list.length == size);
        if (!sound) {
            throw new RecipeException(UserMessage.of("eval.compare-unsound", file.toString()));
        }
    }

    private static Values values(Map<String, @Nullable Object> json) {
        Map<String, double[]> metrics = new LinkedHashMap<>();
        JsonValues.map(json.get("metrics"))
                .forEach((name, list) -> metrics.put(
                        name,
                        JsonValues.list(list).stream()
                                .mapToDouble(value -> number(value).orElse(Double.NaN))
                                .toArray()));
        List<Optional<String>> clusters = new ArrayList<>();
        JsonValues.list(json.get("clusters")).forEach(one -> clusters.add(JsonValues.text(one)));
        Map<String, List<String>> groups = new TreeMap<>();
        JsonValues.map(json.get("groups")).forEach((tag, list) -> groups.put(tag, texts(list)));
        return new Values(texts(json.get("ids")), clusters, groups, metrics, statistics(json));
    }

    private static Map<String, SegmentStatistics> statistics(Map<String, @Nullable Object> json) {
        Map<String, SegmentStatistics> statistics = new TreeMap<>();
        JsonValues.map(json.get("statistics")).forEach((name, rows) -> {
            if (name.endsWith(TextJudge.ORIGINAL)) {
                return;
            }
            List<double[]> read = new ArrayList<>();
            for (Object row : JsonValues.list(rows)) {
                read.add(JsonValues.list(row).stream()
                        .mapToDouble(value -> number(value).orElse(Double.NaN))
                        .toArray());
            }
            statistics.put(name, SegmentStatistics.of(TextJudge.named(name), read));
        });
        return statistics;
    }

    private static MetricScore metric(Map<String, @Nullable Object> json) {
        OptionalDouble low = number(json.get("low"));
        OptionalDouble high = number(json.get("high"));
        return new MetricScore(
                word(json, "name"),
                number(json.get("score")),
                low.isPresent() && high.isPresent()
                        ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()))
                        : Optional.empty(),
                MetricScore.Method.ofWord(word(json, "method")),
                number(json.get("standardError")),
                (int) count(json, "items"),
                (int) count(json, "unknown"),
                word(json, "signature"));
    }

    private static List<String> data(@Nullable Object files) {
        return JsonValues.list(files).stream()
                .map(JsonValues::map)
                .map(file -> word(file, "name") + " " + word(file, "sha256"))
                .toList();
    }

    private static List<String> texts(@Nullable Object list) {
        return JsonValues.list(list).stream()
                .map(one -> JsonValues.text(one).orElse(""))
                .toList();
    }

    private static String word(Map<String, @Nullable Object> json, String key) {
        return JsonValues.text(json.get(key)).orElse("");
    }

    private static long count(Map<String, @Nullable Object> json, String key) {
        return Math.max(0, JsonValues.whole(json.get(key)).orElse(0));
    }

    private static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** The score of a metric. */
    public Optional<MetricScore> metric(String name) {
        return metrics.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
