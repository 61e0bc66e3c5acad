package fr.corpus.cli.command;

import fr.corpus.eval.metric.Bleu;
import fr.corpus.eval.metric.BootstrapScores;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.PairedTest;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.metric.Segments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The scores of systems by metrics, and how they are shown. Confined to one thread. */
final class TextScores {

    private final List<Path> files;
    private final List<Metric> metrics;
    private final Resampling resampling;
    private final boolean randomization;
    private final boolean bySegment;
    private final List<List<Score>> systems = new ArrayList<>();

    /** One score: the number, the words for it, and what is said in JSON. */
    private record Score(String line, Map<String, Object> json) {}

    TextScores(
            List<Path> files, List<Metric> metrics, Resampling resampling, boolean randomization, boolean bySegment) {
        this.files = files;
        this.metrics = metrics;
        this.resampling = resampling;
        this.randomization = randomization;
        this.bySegment = bySegment;
    }

    /** Measures all systems; with a paired test each one but the first against the first. */
    void measure(List<Segments> segments, boolean paired, int threads) {
        List<SegmentStatistics> baselines = new ArrayList<>();
        for (int system = 0; system < segments.size(); system++) {
            List<Score> scores = new ArrayList<>();
            for (int i = 0; i < metrics.size(); i++) {
                Metric metric = bySegment && metrics.get(i) instanceof Bleu bleu ? bleu.forSegments() : metrics.get(i);
                SegmentStatistics measured = SegmentStatistics.measure(metric, segments.get(system), threads);
                if (system == 0 && paired) {
                    baselines.add(measured);
                }
                Map<String, Object> json = json(measured);
                if (paired && system > 0) {
                    test(baselines.get(i), measured, json, threads);
                } else if (resampling.bootstraps() > 1) {
                    BootstrapScores scoresOfSamples =
                            BootstrapScores.of(measured, resampling.bootstraps(), resampling.seed(), threads);
                    json.put("mean", paired ? scoresOfSamples.mean() : scoresOfSamples.exactMean());
                    json.put("interval", scoresOfSamples.halfWidth());
                }
                scores.add(new Score(line(metric, json), json));
            }
            systems.add(scores);
        }
    }

    private Map<String, Object> json(SegmentStatistics measured) {
        Map<String, Object> json = new LinkedHashMap<>();
        double[] sums = measured.sums();
        json.put("name", measured.metric().name());
        json.put("score", measured.metric().score(sums));
        json.put("statistics", measured.metric().statistics(sums));
        json.put(
                "signature",
                measured.signature(
                        resampling.bootstraps() > 1 || resampling.trials() > 0 ? resampling : Resampling.NONE));
        if (bySegment) {
            List<Object> segments = new ArrayList<>();
            for (int i = 0; i < measured.size(); i++) {
                segments.add(measured.score(i));
            }
            json.put("segments", segments);
        }
        return json;
    }

    private void test(SegmentStatistics baseline, SegmentStatistics system, Map<String, Object> json, int threads) {
        PairedTest test = randomization
                ? PairedTest.randomization(baseline, system, resampling, threads)
                : PairedTest.bootstrap(baseline, system, resampling, threads);
        json.put("difference", test.difference());
        json.put("pValue", test.pValue());
        test.mean().ifPresent(mean -> json.put("mean", mean));
        test.halfWidth().ifPresent(width -> json.put("interval", width));
    }

    private static String line(Metric metric, Map<String, Object> json) {
        StringBuilder line = new StringBuilder(metric.name())
                .append('|')
                .append(json.get("signature"))
                .append(" = ")
                .append(decimals(json.get("score"), 2));
        if (json.containsKey("mean")) {
            line.append(" (μ = ")
                    .append(decimals(json.get("mean"), 2))
                    .append(" ± ")
                    .append(decimals(json.get("interval"), 2))
                    .append(')');
        }
        if (json.containsKey("pValue")) {
            line.append(" (p = ").append(decimals(json.get("pValue"), 4)).append(')');
        }
        return line.toString();
    }

    private static String decimals(Object number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", ((Number) number).doubleValue());
    }

    Map<String, Object> json() {
        List<Object> shown = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            shown.add(Map.of(
                    "file",
                    files.get(i).toString(),
                    "scores",
                    systems.get(i).stream().map(Score::json).toList()));
        }
        return Map.of("systems", shown);
    }

    void print(Console console) {
        for (int i = 0; i < systems.size(); i++) {
            if (systems.size() > 1) {
                console.out().println(files.get(i));
            }
            for (Score score : systems.get(i)) {
                console.out().println(score.line());
                if (score.json().get("segments") instanceof List<?> segments) {
                    int number = 0;
                    for (Object segment : segments) {
                        console.out().println("  " + ++number + "  " + decimals(segment, 2));
                    }
                }
            }
        }
    }
}
