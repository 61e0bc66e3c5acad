package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.Console;
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
        segments.forEach(system -> systems.add(new ArrayList<>()));
        for (Metric asked : metrics) {
            Metric metric = bySegment && asked instanceof Bleu bleu ? bleu.forSegments() : asked;
            List<SegmentStatistics> measured = segments.stream()
                    .map(system -> SegmentStatistics.measure(metric, system, threads))
                    .toList();
            List<PairedTest> tests = paired ? test(measured, threads) : List.of();
            for (int system = 0; system < measured.size(); system++) {
                Map<String, Object> json = json(measured.get(system));
                if (paired && system > 0) {
                    add(tests.get(system - 1), json);
                } else if (resampling.bootstraps() > 1) {
                    BootstrapScores scores = BootstrapScores.of(
                            measured.get(system), resampling.bootstraps(), resampling.seed(), threads);
                    json.put("mean", paired ? scores.mean() : scores.exactMean());
                    json.put("interval", scores.halfWidth());
                }
                systems.get(system).add(new Score(line(metric, json), json));
            }
        }
    }

    private List<PairedTest> test(List<SegmentStatistics> measured, int threads) {
        SegmentStatistics baseline = measured.get(0);
        List<SegmentStatistics> others = measured.subList(1, measured.size());
        return randomization
                ? others.stream()
                        .map(system -> PairedTest.randomization(baseline, system, resampling, threads))
                        .toList()
                : PairedTest.bootstrap(baseline, others, resampling, threads);
    }

    private static void add(PairedTest test, Map<String, Object> json) {
        json.put("difference", test.difference());
        json.put("pValue", test.pValue());
        test.mean().ifPresent(mean -> json.put("mean", mean));
        test.halfWidth().ifPresent(width -> json.put("interval", width));
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
