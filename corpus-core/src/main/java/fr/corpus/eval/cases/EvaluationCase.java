package fr.corpus.eval.cases;

import fr.corpus.eval.metric.BootstrapScores;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.metric.Rouge;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.metric.Segments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores one case: what a line says in, what a line says out. */
final class EvaluationCase {

    private static final int MAX_BOOTSTRAPS = 1_000_000;
    private static final Set<String> FIELDS =
            Set.of("id", "metric", "hypotheses", "references", "n_bootstrap", "seed", "sentence");

    private EvaluationCase() {}

    /** The result without its id. */
    static Map<String, Object> score(Options options) {
        String metric = options.text("metric");
        if (metric.equals("answer")) {
            return AnswerCase.score(options);
        }
        MetricOptions.checkNames(options, FIELDS);
        List<Metric> metrics = MetricOptions.read(metric, options);
        Segments segments = new Segments(options.texts("hypotheses"), options.streams("references"));
        Resampling resampling = new Resampling(
                options.whole("n_bootstrap", 0, 0, MAX_BOOTSTRAPS), 0, options.seed("seed", Resampling.SEED));
        boolean bySegment = options.flag("sentence", false);
        List<SegmentStatistics> measured = new ArrayList<>();
        metrics.forEach(one -> measured.add(SegmentStatistics.measure(one, segments, 1)));
        return metric.equals("rouge")
                ? rouge(measured, resampling, bySegment)
                : score(measured.get(0), resampling, bySegment);
    }

    private static Map<String, Object> score(SegmentStatistics measured, Resampling resampling, boolean bySegment) {
        Map<String, Object> result = new LinkedHashMap<>();
        double[] sums = measured.sums();
        result.put("score", measured.metric().score(sums));
        result.put("statistics", measured.metric().statistics(sums));
        if (bySegment) {
            List<Object> segments = new ArrayList<>();
            for (int i = 0; i < measured.size(); i++) {
                segments.add(measured.score(i));
            }
            result.put("segments", segments);
        }
        finish(result, measured, resampling);
        return result;
    }

    /** Interval and signature; a single resample gives no interval, as in the original. */
    private static void finish(Map<String, Object> result, SegmentStatistics measured, Resampling resampling) {
        if (resampling.bootstraps() > 1) {
            BootstrapScores scores = BootstrapScores.of(measured, resampling.bootstraps(), resampling.seed(), 1);
            result.put("mean", scores.exactMean());
            result.put("interval", scores.halfWidth());
            result.put("signature", measured.signature(resampling));
        } else {
            result.put("signature", measured.signature(Resampling.NONE));
        }
    }

    private static Map<String, Object> rouge(
            List<SegmentStatistics> measured, Resampling resampling, boolean bySegment) {
        Map<String, Object> types = new LinkedHashMap<>();
        Map<String, Object> signatures = new LinkedHashMap<>();
        Map<String, Object> means = new LinkedHashMap<>();
        Map<String, Object> intervals = new LinkedHashMap<>();
        for (SegmentStatistics one : measured) {
            String type = one.metric().name();
            types.put(type, one.metric().statistics(one.sums()));
            Map<String, Object> rest = new LinkedHashMap<>();
            finish(rest, one, resampling);
            signatures.put(type, rest.get("signature"));
            if (rest.containsKey("mean")) {
                means.put(type, rest.get("mean"));
                intervals.put(type, rest.get("interval"));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rouge", types);
        result.put("signature", signatures);
        if (!means.isEmpty()) {
            result.put("mean", means);
            result.put("interval", intervals);
        }
        if (bySegment) {
            result.put("segments", segments(measured));
        }
        return result;
    }

    private static List<Object> segments(List<SegmentStatistics> measured) {
        List<Object> segments = new ArrayList<>();
        for (int i = 0; i < measured.get(0).size(); i++) {
            Map<String, @Nullable Object> segment = new LinkedHashMap<>();
            for (SegmentStatistics one : measured) {
                Rouge metric = (Rouge) one.metric();
                segment.put(metric.name(), metric.statistics(one.row(i)));
            }
            segments.add(segment);
        }
        return segments;
    }
}
