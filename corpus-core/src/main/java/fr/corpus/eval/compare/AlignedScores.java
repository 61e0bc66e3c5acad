package fr.corpus.eval.compare;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.score.MetricScore;
import fr.corpus.eval.score.ScoreExposure;
import fr.corpus.eval.score.ScoreReport;
import fr.corpus.eval.stats.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The values of all systems for the same items of a pack. Immutable by convention: arrays are not changed after they were filled.
 *
 * @param scored the scores of the systems, in their order
 * @param reports their reports
 * @param metric by which they are compared
 * @param ids of the items compared, in the order of the pack
 * @param left items that some system lacks
 * @param values of each system for each item, 0 to 1, of texts 0 to 100
 * @param clusters which items hang together
 * @param groups for each tag its value for each item
 */
record AlignedScores(
        List<EvaluatedSystem.Scored> scored,
        List<ScoreReport> reports,
        MetricScore metric,
        List<String> ids,
        int left,
        double[][] values,
        Clusters clusters,
        Map<String, List<String>> groups) {

    private static final int SHOWN = 8;

    /**
     * Aligns systems on a pack.
     *
     * @throws RecipeException if a system was not evaluated on it, or on another edition of it, by another metric, or lacks items and
     *     may not
     */
    static AlignedScores of(List<EvaluatedSystem> systems, String reference, ComparisonRequest request) {
        List<EvaluatedSystem.Scored> scored = new ArrayList<>();
        for (EvaluatedSystem system : systems) {
            scored.add(system.on(reference)
                    .orElseThrow(() -> new RecipeException(UserMessage.of(
                            "eval.compare-packs", system.name(), reference, String.join(", ", system.packs())))));
        }
        List<ScoreReport> reports =
                scored.stream().map(EvaluatedSystem.Scored::report).toList();
        String name = request.metric().orElse(reports.get(0).metrics().get(0).name());
        MetricScore metric = metric(reports.get(0), name);
        for (int i = 1; i < reports.size(); i++) {
            checkAlike(systems, reports, i, metric);
        }
        return align(systems, scored, metric, request.common());
    }

    private static MetricScore metric(ScoreReport report, String name) {
        if (!report.values().metrics().containsKey(name)) {
            throw new RecipeException(UserMessage.of(
                    "eval.compare-metric",
                    report.file().toString(),
                    name,
                    String.join(", ", report.values().metrics().keySet())));
        }
        return report.metric(name)
                .orElseThrow(() -> new RecipeException(
                        UserMessage.of("eval.compare-unsound", report.file().toString())));
    }

    private static void checkAlike(
            List<EvaluatedSystem> systems, List<ScoreReport> reports, int place, MetricScore metric) {
        ScoreReport first = reports.get(0);
        ScoreReport other = reports.get(place);
        String one = systems.get(0).name();
        String two = systems.get(place).name();
        if (!other.pack().sha256().equals(first.pack().sha256())) {
            throw new RecipeException(UserMessage.of(
                    "eval.compare-pack-digest",
                    first.pack().reference(),
                    one,
                    first.pack().sha256(),
                    two,
                    other.pack().sha256()));
        }
        if (!other.pack().data().equals(first.pack().data())
                || other.items().total() != first.items().total()) {
            throw new RecipeException(UserMessage.of(
                    "eval.compare-pack-data",
                    first.pack().reference(),
                    one,
                    String.join("; ", first.pack().data()),
                    two,
                    String.join("; ", other.pack().data())));
        }
        String signature = metric(other, metric.name()).signature();
        if (!signature.equals(metric.signature())) {
            throw new RecipeException(
                    UserMessage.of("eval.compare-signature", metric.name(), one, metric.signature(), two, signature));
        }
    }

    private static AlignedScores align(
            List<EvaluatedSystem> systems, List<EvaluatedSystem.Scored> scored, MetricScore metric, boolean common) {
        List<ScoreReport> reports =
                scored.stream().map(EvaluatedSystem.Scored::report).toList();
        List<Map<String, Double>> known =
                reports.stream().map(report -> known(report, metric.name())).toList();
        Map<String, Integer> having = new HashMap<>();
        known.forEach(values -> values.keySet().forEach(id -> having.merge(id, 1, Integer::sum)));
        ScoreReport widest = reports.get(0);
        for (ScoreReport report : reports) {
            widest = report.values().ids().size() > widest.values().ids().size() ? report : widest;
        }
        List<String> ids = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < widest.values().ids().size(); i++) {
            String id = widest.values().ids().get(i);
            if (having.getOrDefault(id, 0) == reports.size()) {
                ids.add(id);
                places.add(i);
            }
        }
        int total = (int) widest.items().total();
        if (ids.size() < total && !common) {
            throw new RecipeException(UserMessage.of(
                    "eval.compare-missing",
                    widest.pack().reference(),
                    metric.name(),
                    ids.size(),
                    total,
                    missing(systems, known, total)));
        }
        if (ids.size() < 2) {
            throw new RecipeException(
                    UserMessage.of("eval.compare-nothing", widest.pack().reference(), metric.name(), ids.size()));
        }
        double[][] values = new double[reports.size()][ids.size()];
        for (int system = 0; system < values.length; system++) {
            for (int i = 0; i < ids.size(); i++) {
                values[system][i] = known.get(system).get(ids.get(i));
            }
        }
        return new AlignedScores(
                scored,
                reports,
                metric,
                List.copyOf(ids),
                total - ids.size(),
                values,
                clusters(widest, places),
                groups(reports, widest, places));
    }

    private static Map<String, Double> known(ScoreReport report, String metric) {
        double[] values = report.values().metrics().getOrDefault(metric, new double[0]);
        Map<String, Double> known = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known.put(report.values().ids().get(i), values[i]);
            }
        }
        return known;
    }

    /** How many items each system lacks, those that lack most first, not all of them. */
    private static String missing(List<EvaluatedSystem> systems, List<Map<String, Double>> known, int total) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            if (known.get(i).size() < total) {
                order.add(i);
            }
        }
        order.sort((one, other) -> known.get(one).size() - known.get(other).size());
        StringBuilder told = new StringBuilder();
        for (int place : order.subList(0, Math.min(SHOWN, order.size()))) {
            told.append(told.length() == 0 ? "" : ", ");
            told.append(systems.get(place).name())
                    .append(' ')
                    .append(total - known.get(place).size());
        }
        return told + (order.size() > SHOWN ? ", …" : "");
    }

    private static Clusters clusters(ScoreReport report, List<Integer> places) {
        return Clusters.of(places.stream()
                .map(place -> report.values()
                        .clusters()
                        .get(place)
                        .map(cluster -> "c " + cluster)
                        .orElseGet(() -> "i " + report.values().ids().get(place)))
                .toList());
    }

    /** The tags of the items; exposure only when all systems’ items were looked for in one release. */
    private static Map<String, List<String>> groups(
            List<ScoreReport> reports, ScoreReport report, List<Integer> places) {
        Map<String, List<String>> groups = new TreeMap<>();
        report.values()
                .groups()
                .forEach((tag, all) ->
                        groups.put(tag, places.stream().map(all::get).toList()));
        if (reports.stream().map(ScoreReport::corpus).distinct().count() > 1) {
            groups.remove(ScoreExposure.TAG);
        }
        return groups;
    }

    /**
     * Statistics of texts, from which the score of the whole is made, one for each system and of clusters as wholes; none when the score
     * is the mean of items.
     */
    List<SegmentStatistics> texts(List<Integer> places, Clusters own) {
        List<SegmentStatistics> texts = new ArrayList<>();
        for (ScoreReport report : reports) {
            SegmentStatistics measured = report.values().texts().get(metric.name());
            if (measured == null) {
                return List.of();
            }
            Map<String, Integer> rows = new HashMap<>();
            for (int i = 0; i < report.values().ids().size(); i++) {
                rows.put(report.values().ids().get(i), i);
            }
            List<double[]> sums = new ArrayList<>();
            for (int i = 0; i < own.count(); i++) {
                sums.add(new double[measured.metric().width()]);
            }
            for (int i = 0; i < places.size(); i++) {
                double[] row = measured.row(rows.get(ids.get(places.get(i))));
                double[] into = sums.get(own.number(i));
                for (int column = 0; column < row.length; column++) {
                    into[column] += row[column];
                }
            }
            texts.add(SegmentStatistics.of(measured.metric(), sums));
        }
        return texts;
    }

    /** Statistics of texts of all items. */
    List<SegmentStatistics> texts() {
        return texts(IntStream.range(0, ids.size()).boxed().toList(), clusters);
    }

    /** Whether every value is right or wrong. */
    boolean areFlags() {
        return !areTexts()
                && Arrays.stream(values).flatMapToDouble(Arrays::stream).allMatch(value -> value == 0 || value == 1);
    }

    /** Whether values are scores of texts, from 0 to 100. */
    boolean areTexts() {
        return reports.get(0).pack().task().equals("generation");
    }

    /** By how much values are multiplied to be points. */
    double points() {
        return areTexts() ? 1 : 100;
    }

    /** Whether the better score is the lower one. */
    boolean lowerIsBetter() {
        return metric.name().equals("ter");
    }
}
