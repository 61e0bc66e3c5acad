package fr.corpus.eval.score;

import fr.corpus.eval.contamination.ScoreSplit;
import fr.corpus.eval.pack.ImportedItems;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.stats.TwoSamples;
import fr.corpus.hash.Sha256;
import fr.corpus.stats.Interval;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A score as JSON (docs/formats/eval-report.md): the same bytes for the same files. Thread-safe. */
public final class ScoreJson {

    private static final int CLUSTER_DIGITS = 16;

    private static final int SHOWN = 100;
    private static final double PERCENT = 100;

    private ScoreJson() {}

    /**
     * The report without the values of items.
     *
     * @return values that {@link fr.corpus.hash.CanonicalJson} writes
     */
    public static Map<String, @Nullable Object> of(Scoring scoring) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("report", 1);
        json.put("kind", "score");
        json.put("request", request(scoring.request()));
        json.put("pack", pack(scoring));
        json.put("outputs", outputs(scoring));
        json.put("items", items(scoring));
        json.put("metrics", scoring.metrics().stream().map(ScoreJson::metric).toList());
        json.put("groups", scoring.groups().stream().map(ScoreJson::group).toList());
        json.put("origin", scoring.origin().stream().map(ScoreJson::origin).toList());
        json.put("energy", scoring.energy().map(EnergyJson::of).orElse(null));
        json.put("measured", scoring.measured().map(MeasuredAnswers::json).orElse(null));
        json.put("unmeasured", scoring.measured().isPresent() ? (Object) scoring.unmeasured() : null);
        json.put("prompt", scoring.prompt());
        json.put("prompts", scoring.prompts());
        json.put("seed", scoring.resampling().seed());
        json.put("resamples", scoring.resampling().bootstraps());
        json.put("contamination", scoring.exposure().map(ScoreJson::exposure).orElse(null));
        return json;
    }

    /**
     * What the items hang together by, null for a single one. A set may have no name for a passage but its text: where that may
     * not be redistributed, its digest stands for it.
     */
    private static List<@Nullable String> clusters(Scoring scoring) {
        boolean texts = scoring.stored().pack().ledger().redistribution().allowsTexts();
        List<@Nullable String> clusters = new ArrayList<>();
        for (PackItem item : scoring.table().items()) {
            clusters.add(item.facts()
                    .cluster()
                    .map(cluster -> texts ? cluster : Sha256.of(cluster).hex().substring(0, CLUSTER_DIGITS))
                    .orElse(null));
        }
        return clusters;
    }

    /** The report with the values of items, by which runs are compared. */
    public static Map<String, @Nullable Object> withValues(Scoring scoring) {
        Map<String, @Nullable Object> json = of(scoring);
        ScoreTable table = scoring.table();
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put("ids", table.items().stream().map(PackItem::id).toList());
        values.put("clusters", clusters(scoring));
        Map<String, List<String>> groups =
                new TreeMap<>(GroupScores.values(scoring.stored().pack(), table.items()));
        scoring.exposure()
                .map(ScoreExposure::byItem)
                .ifPresent(known -> groups.put(
                        ScoreExposure.TAG,
                        table.items().stream()
                                .map(item -> known.getOrDefault(item.id(), ""))
                                .toList()));
        values.put("groups", groups);
        Map<String, Object> columns = new TreeMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Column one = table.columns().get(column);
            boolean wanted = column == 0 || scoring.stored().pack().metrics().contains(one.name());
            if (wanted && one.ofItems() && table.isKnown(column)) {
                List<@Nullable Object> list = new ArrayList<>();
                for (double value : table.values()[column]) {
                    list.add(Double.isNaN(value) ? null : (Object) value);
                }
                columns.put(one.name(), list);
            }
        }
        values.put("metrics", columns);
        Map<String, Object> statistics = new TreeMap<>();
        table.texts().forEach((name, measured) -> {
            if (columns.containsKey(name)) {
                List<List<Double>> rows = new ArrayList<>();
                for (int i = 0; i < measured.size(); i++) {
                    rows.add(Arrays.stream(measured.row(i)).boxed().toList());
                }
                statistics.put(name, rows);
            }
        });
        values.put("statistics", statistics);
        json.put("values", values);
        return json;
    }

    private static Map<String, @Nullable Object> request(ScoreRequest request) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("outputs", request.outputs().toString());
        json.put("from", request.format().key());
        json.put("pack", request.pack());
        json.put("data", request.data().stream().map(Path::toString).toList());
        json.put("mapping", request.mapping());
        json.put("task", request.task().orElse(null));
        json.put("prompt", request.prompt().orElse(null));
        json.put("partial", request.partial());
        json.put("seed", request.seed());
        json.put("release", request.release().map(Path::toString).orElse(null));
        json.put("energy", request.energy().map(EnergyJson::model).orElse(null));
        json.put("measured", request.measured().map(Path::toString).orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> pack(Scoring scoring) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("reference", scoring.stored().pack().reference());
        json.put("sha256", scoring.stored().digest().hex());
        json.put("task", scoring.stored().pack().task().word());
        json.put(
                "redistribution",
                scoring.stored().pack().ledger().redistribution().word());
        json.put("items", scoring.items());
        json.put("agreement", scoring.imported().known().word());
        json.put(
                "data", scoring.imported().files().stream().map(ScoreJson::file).toList());
        return json;
    }

    private static Map<String, Object> file(ImportedItems.ReadFile file) {
        return Map.of(
                "name", file.name(),
                "bytes", file.bytes(),
                "sha256", file.digest().hex());
    }

    private static Map<String, @Nullable Object> outputs(Scoring scoring) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("bytes", scoring.file().bytes());
        json.put("sha256", scoring.file().digest().hex());
        json.put("models", List.copyOf(scoring.models()));
        return json;
    }

    private static Map<String, @Nullable Object> items(Scoring scoring) {
        List<String> missing = scoring.missing();
        List<String> empty = scoring.empty();
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("total", scoring.items());
        json.put("answered", scoring.answered());
        json.put("missing", missing.size());
        json.put("missingIds", missing.subList(0, Math.min(SHOWN, missing.size())));
        json.put("failed", scoring.failed().size());
        json.put("empty", empty.size());
        json.put("emptyIds", empty.subList(0, Math.min(SHOWN, empty.size())));
        json.put("unextracted", scoring.unextracted());
        json.put("complete", scoring.isComplete());
        return json;
    }

    private static Map<String, @Nullable Object> metric(MetricScore score) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("name", score.name());
        json.put("score", score.value().isPresent() ? (Object) score.value().getAsDouble() : null);
        put(json, score.interval());
        json.put("method", score.method().word());
        json.put(
                "standardError",
                score.standardError().isPresent()
                        ? (Object) score.standardError().getAsDouble()
                        : null);
        json.put("items", score.items());
        json.put("unknown", score.unknown());
        json.put("signature", score.signature());
        return json;
    }

    private static Map<String, @Nullable Object> group(GroupScore group) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("tag", group.tag());
        json.put("value", group.value());
        json.put("items", group.items());
        json.put("score", group.score());
        put(json, group.interval());
        return json;
    }

    private static Map<String, @Nullable Object> origin(OriginFigure figure) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("name", figure.name());
        json.put("score", figure.value());
        json.put("items", figure.items());
        json.put("same", figure.same().orElse(null));
        json.put("reproduced", figure.reproduced().orElse(null));
        json.put("nearest", figure.nearest().orElse(null));
        json.put("nearestScore", Double.isNaN(figure.nearestValue()) ? null : (Object) figure.nearestValue());
        json.put("differing", figure.differing());
        return json;
    }

    private static Map<String, @Nullable Object> exposure(ScoreExposure exposure) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("release", exposure.name());
        json.put("root", exposure.root().hex());
        json.put("minShare", exposure.report().leastShare());
        exposure.report().exposures().forEach((kind, items) -> json.put(kind.word(), items));
        json.put(
                "split",
                exposure.split()
                        .map(split -> {
                            Map<String, @Nullable Object> own = new TreeMap<>();
                            own.put("metric", split.metric());
                            own.put(
                                    "exposed",
                                    split.exposed().map(ScoreJson::half).orElse(null));
                            own.put("clean", split.clean().map(ScoreJson::half).orElse(null));
                            own.put(
                                    "tooShort",
                                    split.tooShort().map(ScoreJson::half).orElse(null));
                            own.put(
                                    "difference",
                                    split.difference()
                                            .map(two -> PERCENT * two.difference())
                                            .orElse(null));
                            own.put(
                                    "p",
                                    split.difference()
                                            .flatMap(TwoSamples::pValue)
                                            .orElse(null));
                            put(
                                    own,
                                    split.difference()
                                            .flatMap(TwoSamples::interval)
                                            .map(ScoreJson::percent));
                            return own;
                        })
                        .orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> half(ScoreSplit.Half half) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("items", half.items());
        json.put("score", PERCENT * half.mean());
        put(json, Optional.of(percent(half.interval())));
        return json;
    }

    private static Interval percent(Interval interval) {
        return new Interval(PERCENT * interval.low(), PERCENT * interval.high());
    }

    private static void put(Map<String, @Nullable Object> json, Optional<Interval> interval) {
        json.put("low", interval.map(Interval::low).orElse(null));
        json.put("high", interval.map(Interval::high).orElse(null));
    }
}
