package fr.corpus.eval.compare;

import fr.corpus.eval.score.ScoreReport;
import fr.corpus.eval.stats.BootstrapMeans;
import fr.corpus.eval.stats.TwoSamples;
import fr.corpus.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON (docs/formats/eval-report.md): the same bytes for the same files. Thread-safe. */
public final class ComparisonJson {

    private ComparisonJson() {}

    /**
     * The comparison.
     *
     * @return values that {@link fr.corpus.hash.CanonicalJson} writes
     */
    public static Map<String, @Nullable Object> of(Comparison comparison) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("report", 1);
        json.put("kind", "comparison");
        json.put("request", request(comparison.request()));
        json.put("level", PairComparison.LEVEL);
        json.put("pairs", comparison.pairs());
        json.put("complete", comparison.isComplete());
        json.put("seed", comparison.request().seed());
        json.put("resamples", BootstrapMeans.RESAMPLES);
        json.put(
                "systems",
                comparison.inputs().stream().map(ComparisonJson::input).toList());
        json.put(
                "packs",
                comparison.packs().stream()
                        .map(pack -> pack(pack, comparison.systems()))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> request(ComparisonRequest request) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put(
                "inputs",
                request.inputs().stream()
                        .map(input -> input.toString().replace('\\', '/'))
                        .toList());
        json.put("metric", request.metric().orElse(null));
        json.put("common", request.common());
        json.put("seed", request.seed());
        json.put(
                "release",
                request.release()
                        .map(release -> release.toString().replace('\\', '/'))
                        .orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> input(EvaluatedSystem system) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("name", system.name());
        json.put(
                "reports", system.reports().stream().map(ComparisonJson::report).toList());
        return json;
    }

    private static Map<String, @Nullable Object> report(ScoreReport report) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("pack", report.pack().reference());
        json.put("sha256", report.digest().hex());
        json.put("outputs", report.outputs().sha256());
        json.put("models", report.outputs().models());
        json.put("data", report.pack().data());
        json.put("corpus", report.corpus().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> pack(PackComparison pack, List<String> names) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("reference", pack.reference());
        json.put("sha256", pack.sha256());
        json.put("metric", pack.metric());
        json.put("signature", pack.signature());
        json.put("lowerIsBetter", pack.lowerIsBetter());
        json.put("items", pack.items());
        json.put("left", pack.left());
        json.put("clusters", pack.clusters());
        json.put("trials", pack.trials());
        json.put("complete", pack.isComplete());
        json.put("energiesAlike", pack.energiesAlike());
        json.put("systems", pack.systems().stream().map(ComparisonJson::system).toList());
        json.put("pairs", pack.pairs().stream().map(pair -> pair(pair, names)).toList());
        json.put("groups", pack.groups().stream().map(ComparisonJson::group).toList());
        json.put(
                "exposures", pack.exposures().stream().map(one -> exposure(one)).toList());
        return json;
    }

    private static Map<String, @Nullable Object> system(SystemScore system) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("name", system.name());
        json.put("models", system.models());
        json.put("score", system.score());
        put(json, system.interval());
        json.put("method", system.method().word());
        json.put("bootstrapLow", system.bootstrap().low());
        json.put("bootstrapHigh", system.bootstrap().high());
        json.put("standardError", system.standardError());
        json.put("tier", system.tier());
        json.put("bestRank", system.ranks().best());
        json.put("worstRank", system.ranks().worst());
        json.put("answered", system.answered());
        json.put("total", system.total());
        json.put("complete", system.isComplete());
        json.put("prompt", system.prompt());
        json.put("prompts", system.prompts());
        json.put("energy", system.energy().json());
        json.put(
                "spread",
                system.spread()
                        .map(spread -> Map.of(
                                "mean", spread.mean(),
                                "low", spread.low(),
                                "high", spread.high(),
                                "deviation", spread.deviation()))
                        .orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> pair(PairComparison pair, List<String> names) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("first", names.get(pair.first()));
        json.put("second", names.get(pair.second()));
        json.put("difference", pair.difference());
        put(json, pair.interval());
        json.put("standardError", pair.standardError());
        json.put("pBootstrap", pair.pBootstrap());
        json.put("pRandomization", pair.pRandomization());
        json.put(
                "pMcNemar",
                pair.mcNemar().map(PairComparison.Discordance::pValue).orElse(null));
        json.put(
                "onlyFirst",
                pair.mcNemar().map(PairComparison.Discordance::onlyFirst).orElse(null));
        json.put(
                "onlySecond",
                pair.mcNemar().map(PairComparison.Discordance::onlySecond).orElse(null));
        json.put("pHolm", pair.pHolm());
        json.put("pBenjaminiHochberg", pair.pBenjaminiHochberg());
        json.put(
                "detectable",
                pair.detectable().isPresent() ? (Object) pair.detectable().getAsDouble() : null);
        json.put(
                "itemsNeeded",
                pair.itemsNeeded().isPresent() ? (Object) pair.itemsNeeded().getAsLong() : null);
        json.put("separated", pair.isSeparated());
        return json;
    }

    private static Map<String, @Nullable Object> exposure(TwoSamples samples) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("difference", samples.difference());
        json.put("low", samples.interval().map(Interval::low).orElse(null));
        json.put("high", samples.interval().map(Interval::high).orElse(null));
        json.put("p", samples.pValue().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> group(GroupComparison group) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("tag", group.tag());
        json.put("value", group.value());
        json.put("items", group.items());
        json.put(
                "scores",
                group.scores().stream()
                        .map(part -> {
                            Map<String, @Nullable Object> own = new TreeMap<>();
                            own.put("score", part.score());
                            put(own, part.interval());
                            return own;
                        })
                        .toList());
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, Interval interval) {
        json.put("low", interval.low());
        json.put("high", interval.high());
    }
}
