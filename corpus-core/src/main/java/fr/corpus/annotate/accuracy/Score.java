package fr.corpus.annotate.accuracy;

import fr.corpus.stats.Interval;
import fr.corpus.stats.Wilson;

/**
 * How many units are right. Immutable.
 *
 * @param correct units that are right
 * @param gold units of gold
 * @param system units of the system
 * @param aligned units that stand for each other, or -1 where that has no meaning
 */
public record Score(int correct, int gold, int system, int aligned) {

    private static final double CONFIDENCE = 0.95;

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
        return interval().low();
    }

    /** Upper end of the 95 % interval of recall. */
    public double high() {
        return interval().high();
    }

    private Interval interval() {
        return gold == 0 ? new Interval(0, 0) : Wilson.interval(correct, gold, CONFIDENCE);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
