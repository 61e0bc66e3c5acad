package fr.corpus.eval.stats;

import fr.corpus.stats.Normal;

/** The smallest difference that a test set of this size can show. */
public final class DetectableEffect {

    /** Level of significance unless told otherwise. */
    public static final double LEVEL = 0.05;
    /** Chance to see a difference that is there, unless told otherwise. */
    public static final double POWER = 0.8;

    private DetectableEffect() {}

    /**
     * For two systems on the same items: (z₁₋α⁄₂ + z_power) · s / √n.
     *
     * @param deviation standard deviation of the differences by item
     * @param items how many
     * @param level two-sided level of significance
     * @param power chance to see the difference
     */
    public static double paired(double deviation, int items, double level, double power) {
        check(items);
        return ofError(deviation / Math.sqrt(items), level, power);
    }

    /**
     * For a difference with a standard error, of whatever kind: (z₁₋α⁄₂ + z_power) · error.
     *
     * @param level two-sided level of significance
     * @param power chance to see the difference
     */
    public static double ofError(double error, double level, double power) {
        return (Normal.reach(1 - level) + Normal.quantile(power)) * error;
    }

    /** For two systems on the same items, by their scores, at the usual level and power. */
    public static double paired(double[] first, double[] second) {
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = second[i] - first[i];
        }
        double mean = SampleMean.mean(differences);
        return paired(Math.sqrt(SampleMean.variance(differences, mean)), differences.length, LEVEL, POWER);
    }

    /**
     * For a system against one of about the same share of right answers on other items of the same kind.
     *
     * @param share of right answers
     */
    public static double unpaired(double share, int items, double level, double power) {
        check(items);
        return (Normal.reach(1 - level) + Normal.quantile(power)) * Math.sqrt(2 * share * (1 - share) / items);
    }

    private static void check(int items) {
        if (items < 1) {
            throw new IllegalArgumentException("need at least one item, got " + items);
        }
    }
}
