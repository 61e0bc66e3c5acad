package fr.corpus.annotate.accuracy;

/**
 * How many units are right. Immutable.
 *
 * @param correct units that are right
 * @param gold units of gold
 * @param system units of the system
 * @param aligned units that stand for each other, or -1 where that has no meaning
 */
public record Score(int correct, int gold, int system, int aligned) {

    private static final double Z = 1.959963984540054;

    /** Right units of those the system gave, from 0 to 1. */
    public double precision() {
        return share(correct, system);
    }

    /** Right units of those of gold, from 0 to 1. */
    public double recall() {
        return share(correct, gold);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return share(2 * correct, gold + system);
    }

    /** Right units of the aligned ones, from 0 to 1. */
    public double accuracy() {
        return share(correct, Math.max(aligned, 0));
    }

    /** Lower end of the 95 % interval of recall (Wilson 1927), as if units were independent. */
    public double low() {
        return middle() - half();
    }

    /** Upper end of the 95 % interval of recall. */
    public double high() {
        return middle() + half();
    }

    private double middle() {
        return gold == 0 ? 0 : (recall() + Z * Z / (2.0 * gold)) / (1 + Z * Z / gold);
    }

    private double half() {
        return gold == 0
                ? 0
                : Z / (1 + Z * Z / gold) * Math.sqrt(recall() * (1 - recall()) / gold + Z * Z / (4.0 * gold * gold));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
