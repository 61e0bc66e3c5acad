package fr.corpus.eval.stats;

import fr.corpus.stats.Interval;
import fr.corpus.stats.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference of the means of two sets of different items, as those that a corpus has and those that it has not.
 *
 * @param difference mean of the first less mean of the second
 * @param interval of 95 % about it, by the normal approximation with unequal variances; empty when a set has one item
 * @param pValue chance of a difference at least as large if the sets were alike; empty when it cannot be said
 * @param clustered whether items hang together, so that errors are by groups and the p-value is that of the normal approximation;
 *     else it is by permutation
 */
public record TwoSamples(double difference, Optional<Interval> interval, Optional<Double> pValue, boolean clustered) {

    /** Permutations. */
    public static final int TRIALS = 10_000;

    private static final double CONFIDENCE = 0.95;

    /**
     * Compares independent items.
     *
     * @param first at least one score
     * @param second at least one score
     * @param seed of the permutations, at least 0
     */
    public static TwoSamples of(double[] first, double[] second, long seed) {
        SampleMean one = SampleMean.of(first);
        SampleMean other = SampleMean.of(second);
        Optional<Interval> interval =
                one.standardError().isPresent() && other.standardError().isPresent()
                        ? Optional.of(interval(
                                one.mean() - other.mean(),
                                Math.hypot(
                                        one.standardError().getAsDouble(),
                                        other.standardError().getAsDouble())))
                        : Optional.empty();
        return new TwoSamples(
                one.mean() - other.mean(), interval, Optional.of(permutation(first, second, seed)), false);
    }

    /**
     * Compares items that hang together, by the errors of their groups; a group that both sets have makes the interval too wide
     * rather than too narrow where its items go the same way.
     *
     * @param firstGroups the group of each score of the first
     * @param secondGroups the group of each score of the second
     */
    public static TwoSamples clustered(
            double[] first, List<String> firstGroups, double[] second, List<String> secondGroups) {
        double difference = SampleMean.mean(first) - SampleMean.mean(second);
        ClusterError one = ClusterError.of(first, firstGroups);
        ClusterError other = ClusterError.of(second, secondGroups);
        if (one.cr1().isEmpty() || other.cr1().isEmpty()) {
            return new TwoSamples(difference, Optional.empty(), Optional.empty(), true);
        }
        double error = Math.hypot(one.cr1().getAsDouble(), other.cr1().getAsDouble());
        double p = error == 0 ? (difference == 0 ? 1 : 0) : 2 * (1 - Normal.below(Math.abs(difference) / error));
        return new TwoSamples(difference, Optional.of(interval(difference, error)), Optional.of(p), true);
    }

    private static Interval interval(double difference, double error) {
        double reach = Normal.reach(CONFIDENCE) * error;
        return new Interval(difference - reach, difference + reach);
    }

    /** Two-sided, one trial added: scores are dealt anew to sets of the same sizes. */
    private static double permutation(double[] first, double[] second, long seed) {
        List<Double> all = new ArrayList<>();
        double sum = 0;
        double scale = 0;
        for (double[] scores : List.of(first, second)) {
            for (double score : scores) {
                all.add(score);
                sum += score;
                scale += Math.abs(score);
            }
        }
        double[] dealt = all.stream().mapToDouble(Double::doubleValue).toArray();
        int n = first.length;
        int m = second.length;
        int fewer = Math.min(n, m);
        double seen = Math.abs(SampleMean.mean(first) - SampleMean.mean(second));
        double limit = seen - 1e-12 * scale;
        NumpyRandom random = NumpyRandom.seeded(seed);
        int more = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double part = 0;
            for (int i = 0; i < fewer; i++) {
                int other = i + random.below(dealt.length - i);
                double swap = dealt[i];
                dealt[i] = dealt[other];
                dealt[other] = swap;
                part += dealt[i];
            }
            if (Math.abs(part / fewer - (sum - part) / (dealt.length - fewer)) >= limit) {
                more++;
            }
        }
        return (more + 1.0) / (TRIALS + 1);
    }
}
