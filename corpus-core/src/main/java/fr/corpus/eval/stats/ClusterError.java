package fr.corpus.eval.stats;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The standard error of a mean whose items hang together, such as questions on one passage.
 *
 * @param clusters how many groups of items there are
 * @param cr0 without correction
 * @param cr1 times √(G/(G−1)); empty for one cluster
 */
public record ClusterError(int clusters, double cr0, OptionalDouble cr1) {

    /**
     * The error of scores.
     *
     * @param scores at least one
     * @param groups the group of each score
     */
    public static ClusterError of(double[] scores, List<String> groups) {
        if (scores.length == 0 || scores.length != groups.size()) {
            throw new IllegalArgumentException("need a group for each score");
        }
        Clusters clusters = Clusters.of(groups);
        double cr0 = Math.sqrt(clusters.squares(scores)) / scores.length;
        double count = clusters.count();
        return new ClusterError(
                clusters.count(),
                cr0,
                count < 2 ? OptionalDouble.empty() : OptionalDouble.of(cr0 * Math.sqrt(count / (count - 1))));
    }
}
