package fr.corpus.eval.stats;

import fr.corpus.stats.Interval;
import fr.corpus.stats.Normal;
import java.util.OptionalDouble;

/**
 * The mean of item scores.
 *
 * @param count how many items
 * @param mean their mean
 * @param standardError standard deviation of the sample over √n; empty for a single item
 */
public record SampleMean(int count, double mean, OptionalDouble standardError) {

    /**
     * The mean of scores.
     *
     * @param scores at least one
     */
    public static SampleMean of(double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("need at least one score");
        }
        double mean = mean(scores);
        return new SampleMean(
                scores.length,
                mean,
                scores.length < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(variance(scores, mean) / scores.length)));
    }

    static double mean(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum / scores.length;
    }

    static double variance(double[] scores, double mean) {
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean);
        }
        return squares / (scores.length - 1);
    }

    /** The interval of the normal approximation; a point for a single item. */
    public Interval interval(double confidence) {
        double reach = Normal.reach(confidence) * standardError.orElse(0);
        return new Interval(mean - reach, mean + reach);
    }

    /** The standard error of groups pooled by size, as lm-evaluation-harness pools subtasks. */
    public static double pooledError(java.util.List<SampleMean> groups) {
        double squares = 0;
        long items = 0;
        for (SampleMean group : groups) {
            double error = group.standardError.orElse(0);
            squares += (group.count - 1) * (error * error * group.count);
            items += group.count;
        }
        return Math.sqrt(squares / (items - groups.size()) / items);
    }

    /** The standard error of groups that count alike, whatever their size: √Σse² / k. */
    public static double unweightedError(java.util.List<SampleMean> groups) {
        double squares = 0;
        for (SampleMean group : groups) {
            double error = group.standardError.orElse(0);
            squares += error * error;
        }
        return Math.sqrt(squares) / groups.size();
    }
}
