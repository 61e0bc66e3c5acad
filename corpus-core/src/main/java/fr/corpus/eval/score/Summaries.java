package fr.corpus.eval.score;

import fr.corpus.eval.metric.BootstrapScores;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.stats.BootstrapMeans;
import fr.corpus.eval.stats.ClusterError;
import fr.corpus.eval.stats.Clusters;
import fr.corpus.eval.stats.SampleMean;
import fr.corpus.stats.Interval;
import fr.corpus.stats.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Sums items up to scores with intervals. Immutable. */
final class Summaries {

    /** Confidence of every interval. */
    static final double CONFIDENCE = 0.95;

    private static final double PERCENT = 100;
    /** From here on a bootstrap tells nothing that the normal approximation does not. */
    private static final int MOST_RESAMPLED = 50_000;

    private final ScoreTable table;
    private final Resampling resampling;
    private final int threads;
    private final Clusters clusters;

    Summaries(ScoreTable table, Resampling resampling, int threads) {
        this.table = table;
        clusters = Clusters.of(table.clusters());
        this.resampling = resampling;
        this.threads = threads;
    }

    /** The scores of all columns of which something can be said, and of those that the pack names. */
    List<MetricScore> all(List<String> named) {
        List<MetricScore> scores = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            MetricScore score = one(i);
            if (score.value().isPresent()
                    || named.contains(table.columns().get(i).name())) {
                scores.add(score);
            }
        }
        return scores;
    }

    private MetricScore one(int index) {
        Column column = table.columns().get(index);
        return switch (column.kind()) {
            case FLAG, SHARE -> mean(column, table.values()[index]);
            case TEXT -> text(column);
            case VERDICTS -> verdicts(column);
            case LABELS, CONFIDENCE -> LabelScores.of(table, column, resampling);
        };
    }

    private MetricScore mean(Column column, double[] all) {
        double[] values =
                Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
        List<String> groups = clusters.areSingle()
                ? List.of()
                : clusters.names(IntStream.range(0, all.length)
                        .filter(item -> !Double.isNaN(all[item]))
                        .boxed()
                        .toList());
        return mean(column, values, groups, all.length - values.length);
    }

    /**
     * The mean of some values.
     *
     * @param groups which of them hang together; empty when none do
     */
    private MetricScore mean(Column column, double[] values, List<String> groups, int unknown) {
        if (values.length == 0) {
            return unknown(column, unknown);
        }
        SampleMean mean = SampleMean.of(values);
        if (new HashSet<>(groups).size() < groups.size()) {
            ClusterError error = ClusterError.of(values, groups);
            Interval interval = new SampleMean(
                            values.length,
                            mean.mean(),
                            OptionalDouble.of(error.cr1().orElse(error.cr0())))
                    .interval(CONFIDENCE);
            return score(
                    column,
                    mean.mean(),
                    new Interval(Math.max(0, interval.low()), Math.min(1, interval.high())),
                    MetricScore.Method.CLUSTER,
                    error.cr1(),
                    values.length,
                    unknown);
        }
        if (column.kind() != Column.Kind.SHARE) {
            long right = Arrays.stream(values).filter(value -> value > 0).count();
            return score(
                    column,
                    mean.mean(),
                    Wilson.interval(right, values.length, CONFIDENCE),
                    MetricScore.Method.WILSON,
                    mean.standardError(),
                    values.length,
                    unknown);
        }
        boolean resampled = values.length <= MOST_RESAMPLED;
        Interval interval = resampled
                ? BootstrapMeans.of(new double[][] {values}, resampling.bootstraps(), resampling.seed(), threads)
                        .interval(0, CONFIDENCE)
                : mean.interval(CONFIDENCE);
        return score(
                column,
                mean.mean(),
                interval,
                resampled ? MetricScore.Method.BOOTSTRAP : MetricScore.Method.NORMAL,
                mean.standardError(),
                values.length,
                unknown);
    }

    private static MetricScore score(
            Column column,
            double mean,
            Interval interval,
            MetricScore.Method method,
            OptionalDouble error,
            int items,
            int unknown) {
        return new MetricScore(
                column.name(),
                OptionalDouble.of(PERCENT * mean),
                Optional.of(new Interval(PERCENT * interval.low(), PERCENT * interval.high())),
                method,
                error.isPresent() ? OptionalDouble.of(PERCENT * error.getAsDouble()) : error,
                items,
                unknown,
                column.signature());
    }

    static MetricScore unknown(Column column, int unknown) {
        return new MetricScore(
                column.name(),
                OptionalDouble.empty(),
                Optional.empty(),
                MetricScore.Method.NONE,
                OptionalDouble.empty(),
                0,
                unknown,
                column.signature());
    }

    private MetricScore text(Column column) {
        SegmentStatistics measured = table.texts().get(column.name());
        if (measured == null) {
            return unknown(column, table.items().size());
        }
        boolean resampled = measured.size() <= MOST_RESAMPLED && measured.size() > 1;
        Optional<Interval> interval = Optional.empty();
        if (resampled) {
            double[] scores = BootstrapScores.of(measured, resampling.bootstraps(), resampling.seed(), threads)
                    .scores();
            Arrays.sort(scores);
            int tail = (int) Math.floor(scores.length * (1 - CONFIDENCE) / 2 + 1e-9);
            interval = Optional.of(new Interval(scores[tail], scores[scores.length - tail - 1]));
        }
        return new MetricScore(
                column.name(),
                OptionalDouble.of(measured.score()),
                interval,
                resampled ? MetricScore.Method.BOOTSTRAP : MetricScore.Method.NONE,
                OptionalDouble.empty(),
                measured.size(),
                0,
                measured.signature(resampled ? resampling : Resampling.NONE));
    }

    /** Each instruction counts alike; those of one prompt hang together. */
    private MetricScore verdicts(Column column) {
        List<Double> values = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < table.details().length; i++) {
            String cluster = String.valueOf(clusters.number(i));
            table.details()[i]
                    .verdicts()
                    .ifPresent(verdicts -> (column.name().startsWith("strict") ? verdicts.strict() : verdicts.loose())
                            .forEach(followed -> {
                                values.add(followed ? 1.0 : 0.0);
                                groups.add(cluster);
                            }));
        }
        return mean(column, values.stream().mapToDouble(value -> value).toArray(), groups, 0);
    }
}
