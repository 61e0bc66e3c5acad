package fr.corpus.eval.contamination;

import fr.corpus.eval.stats.SampleMean;
import fr.corpus.eval.stats.TwoSamples;
import fr.corpus.stats.Interval;
import fr.corpus.stats.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric on exposed and on clean items. Immutable.
 *
 * @param metric its name
 * @param exposed items of which a text is in the release; empty when none has a score
 * @param clean items of which none is; empty when none has a score
 * @param tooShort items of which nothing can be said
 * @param difference exposed less clean; empty when either is
 */
public record ScoreSplit(
        String metric,
        Optional<Half> exposed,
        Optional<Half> clean,
        Optional<Half> tooShort,
        Optional<TwoSamples> difference) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Items of one exposure. Immutable.
     *
     * @param items that have a score
     * @param mean of their scores
     * @param interval of 95 %: Wilson’s for what is right or wrong, else that of the normal approximation
     */
    public record Half(int items, double mean, Interval interval) {}

    /**
     * The scores by exposure, one for each metric in the order of names.
     *
     * @param seed of the permutations, at least 0
     */
    public static List<ScoreSplit> of(ContaminationReport report, ItemScores scores, long seed) {
        List<ScoreSplit> splits = new ArrayList<>();
        scores.byMetric().forEach((metric, byItem) -> {
            Group exposed = group(report, byItem, ItemFinding.Exposure.EXPOSED);
            Group clean = group(report, byItem, ItemFinding.Exposure.CLEAN);
            Group tooShort = group(report, byItem, ItemFinding.Exposure.TOO_SHORT);
            boolean isShare = scores.isShare().contains(metric);
            splits.add(new ScoreSplit(
                    metric,
                    exposed.half(isShare),
                    clean.half(isShare),
                    tooShort.half(isShare),
                    difference(exposed, clean, seed)));
        });
        return splits;
    }

    private static Group group(ContaminationReport report, Map<String, Double> byItem, ItemFinding.Exposure exposure) {
        Group group = new Group(new ArrayList<>(), new ArrayList<>());
        for (ItemFinding item : report.items()) {
            Double score = byItem.get(item.id());
            if (score != null && item.exposure(report.leastShare()) == exposure) {
                group.scores.add(score);
                group.clusters.add(item.cluster().map(name -> "c" + name).orElse("i" + item.id()));
            }
        }
        return group;
    }

    private static Optional<TwoSamples> difference(Group exposed, Group clean, long seed) {
        if (exposed.scores.isEmpty() || clean.scores.isEmpty()) {
            return Optional.empty();
        }
        boolean independent = exposed.isIndependent() && clean.isIndependent();
        return Optional.of(
                independent
                        ? TwoSamples.of(exposed.array(), clean.array(), seed)
                        : TwoSamples.clustered(exposed.array(), exposed.clusters, clean.array(), clean.clusters));
    }

    private record Group(List<Double> scores, List<String> clusters) {

        double[] array() {
            return scores.stream().mapToDouble(Double::doubleValue).toArray();
        }

        boolean isIndependent() {
            return clusters.stream().distinct().count() == clusters.size();
        }

        Optional<Half> half(boolean isShare) {
            if (scores.isEmpty()) {
                return Optional.empty();
            }
            SampleMean mean = SampleMean.of(array());
            long right = scores.stream().filter(score -> score == 1).count();
            Interval interval = isShare ? Wilson.interval(right, scores.size(), CONFIDENCE) : mean.interval(CONFIDENCE);
            return Optional.of(new Half(scores.size(), mean.mean(), interval));
        }
    }
}
