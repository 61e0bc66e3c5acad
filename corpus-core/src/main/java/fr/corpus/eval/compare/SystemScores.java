package fr.corpus.eval.compare;

import fr.corpus.eval.contamination.ItemFinding;
import fr.corpus.eval.score.MetricScore;
import fr.corpus.eval.score.ScoreExposure;
import fr.corpus.eval.score.ScoreReport;
import fr.corpus.eval.stats.BootstrapMeans;
import fr.corpus.eval.stats.Clusters;
import fr.corpus.eval.stats.RankInterval;
import fr.corpus.eval.stats.SampleMean;
import fr.corpus.eval.stats.Tiers;
import fr.corpus.eval.stats.TwoSamples;
import fr.corpus.stats.Interval;
import fr.corpus.stats.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The scores of systems on aligned items, whole and by group. Immutable. */
final class SystemScores {

    private static final double CONFIDENCE = 0.95;

    private final AlignedScores scores;
    private final BootstrapMeans bootstrap;
    private final boolean flags;
    private final boolean ofTexts;
    private final long seed;
    private final int threads;

    SystemScores(AlignedScores scores, BootstrapMeans bootstrap, long seed, int threads) {
        this.seed = seed;
        this.threads = threads;
        ofTexts = !scores.texts().isEmpty();
        this.scores = scores;
        this.bootstrap = bootstrap;
        flags = scores.areFlags();
    }

    static Interval points(Interval interval, double points) {
        return new Interval(points * interval.low(), points * interval.high());
    }

    /** The systems with their tiers. */
    List<SystemScore> of(List<EvaluatedSystem> systems, List<PairComparison> pairs) {
        int count = systems.size();
        boolean[][] differ = new boolean[count][count];
        int[] better = new int[count];
        int[] worse = new int[count];
        for (PairComparison pair : pairs) {
            if (pair.isSeparated()) {
                differ[pair.first()][pair.second()] = true;
                differ[pair.second()][pair.first()] = true;
                worse[pair.first()]++;
                better[pair.second()]++;
            }
        }
        double[] means = new double[count];
        Arrays.setAll(means, place -> (scores.lowerIsBetter() ? -1 : 1) * bootstrap.mean(place));
        int[] tiers = Tiers.of(means, (one, other) -> differ[one][other]);
        List<SystemScore> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ScoreReport report = scores.reports().get(i);
            Estimate estimate = estimate(i);
            found.add(new SystemScore(
                    systems.get(i).name(),
                    report.outputs().models(),
                    scores.points() * bootstrap.mean(i),
                    points(estimate.interval, scores.points()),
                    estimate.method,
                    points(bootstrap.interval(i, CONFIDENCE), scores.points()),
                    ofTexts
                            ? bootstrap.deviation(i)
                            : scores.points() * scores.clusters().standardError(scores.values()[i]),
                    tiers[i],
                    new RankInterval(1 + better[i], count - worse[i]),
                    report.items().answered(),
                    report.items().total(),
                    report.prompt(),
                    report.prompts(),
                    report.energy()));
        }
        return found;
    }

    private record Estimate(Interval interval, MetricScore.Method method) {}

    private Estimate estimate(int system) {
        double[] values = scores.values()[system];
        if (!ofTexts && !scores.clusters().areSingle()) {
            return new Estimate(normal(values, scores.clusters()), MetricScore.Method.CLUSTER);
        }
        return flags
                ? new Estimate(wilson(values), MetricScore.Method.WILSON)
                : new Estimate(bootstrap.interval(system, CONFIDENCE), MetricScore.Method.BOOTSTRAP);
    }

    private static Interval wilson(double[] values) {
        long right = Arrays.stream(values).filter(value -> value > 0).count();
        return Wilson.interval(right, values.length, CONFIDENCE);
    }

    private Interval normal(double[] values, Clusters clusters) {
        double mean = SampleMean.of(values).mean();
        Interval interval = new SampleMean(values.length, mean, OptionalDouble.of(clusters.standardError(values)))
                .interval(CONFIDENCE);
        double most = scores.lowerIsBetter() ? Double.POSITIVE_INFINITY : 100 / scores.points();
        return new Interval(Math.max(0, interval.low()), Math.min(most, interval.high()));
    }

    /** The systems on the items of each value of each tag. */
    List<GroupComparison> groups() {
        List<GroupComparison> groups = new ArrayList<>();
        scores.groups().forEach((tag, values) -> {
            Map<String, List<Integer>> places = new TreeMap<>();
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    places.computeIfAbsent(values.get(i), value -> new ArrayList<>())
                            .add(i);
                }
            }
            if (places.size() > 1) {
                places.forEach((value, own) -> groups.add(group(tag, value, own)));
            }
        });
        return groups;
    }

    private GroupComparison group(String tag, String value, List<Integer> places) {
        Clusters clusters = scores.clusters().only(places);
        if (ofTexts) {
            return new GroupComparison(tag, value, places.size(), texts(places, clusters));
        }
        boolean exact = flags && clusters.areSingle();
        List<GroupComparison.Part> parts = new ArrayList<>();
        for (double[] all : scores.values()) {
            double[] own = places.stream().mapToDouble(place -> all[place]).toArray();
            parts.add(new GroupComparison.Part(
                    scores.points() * SampleMean.of(own).mean(),
                    points(exact ? wilson(own) : normal(own, clusters), scores.points())));
        }
        return new GroupComparison(tag, value, places.size(), parts);
    }

    /** Each system on items that stand in a release against those of which nothing was found; none when a half is empty. */
    List<TwoSamples> exposures() {
        List<String> known = scores.groups().getOrDefault(ScoreExposure.TAG, List.of());
        List<Integer> exposed = places(known, ItemFinding.Exposure.EXPOSED);
        List<Integer> clean = places(known, ItemFinding.Exposure.CLEAN);
        if (exposed.isEmpty() || clean.isEmpty()) {
            return List.of();
        }
        List<TwoSamples> samples = new ArrayList<>();
        for (double[] values : scores.values()) {
            double[] one = exposed.stream()
                    .mapToDouble(place -> scores.points() * values[place])
                    .toArray();
            double[] other = clean.stream()
                    .mapToDouble(place -> scores.points() * values[place])
                    .toArray();
            samples.add(
                    scores.clusters().areSingle()
                            ? TwoSamples.of(one, other, seed)
                            : TwoSamples.clustered(
                                    one,
                                    scores.clusters().names(exposed),
                                    other,
                                    scores.clusters().names(clean)));
        }
        return samples;
    }

    private static List<Integer> places(List<String> known, ItemFinding.Exposure exposure) {
        return IntStream.range(0, known.size())
                .filter(place -> known.get(place).equals(exposure.word()))
                .boxed()
                .toList();
    }

    private List<GroupComparison.Part> texts(List<Integer> places, Clusters clusters) {
        BootstrapMeans resamples = TextResamples.of(scores.texts(places, clusters), seed, threads);
        return IntStream.range(0, scores.values().length)
                .mapToObj(system ->
                        new GroupComparison.Part(resamples.mean(system), resamples.interval(system, CONFIDENCE)))
                .toList();
    }
}
