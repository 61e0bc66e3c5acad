package fr.corpus.eval.compare;

import fr.corpus.stats.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Two systems on the same items of a pack. Differences are of the first less the second, in points of the score.
 *
 * @param first place of one system, that of the better score where scores differ
 * @param second place of the other
 * @param difference of their scores
 * @param interval of the difference, 95 %, by the percentiles of paired resamples
 * @param standardError of the difference; of clusters (CR1) where items hang together
 * @param pBootstrap of the paired bootstrap
 * @param pRandomization of approximate randomization
 * @param mcNemar the exact test, where items are right or wrong
 * @param pHolm after Holm over all pairs of all packs: of McNemar’s where items are right or wrong and none hang together, else of the
 *     randomization
 * @param pBenjaminiHochberg the same after Benjamini and Hochberg
 * @param detectable smallest difference that these items would show 4 times in 5, at the level that is left to a pair by Bonferroni;
 *     empty when all differences are the same
 * @param itemsNeeded how many items of this kind would show this difference as often; empty when there is none
 */
public record PairComparison(
        int first,
        int second,
        double difference,
        Interval interval,
        double standardError,
        double pBootstrap,
        double pRandomization,
        Optional<Discordance> mcNemar,
        double pHolm,
        double pBenjaminiHochberg,
        OptionalDouble detectable,
        OptionalLong itemsNeeded) {

    /** Level of significance. */
    public static final double LEVEL = 0.05;

    /**
     * Items on which only one system is right.
     *
     * @param onlyFirst how many only the first has right
     * @param onlySecond how many only the second has right
     * @param pValue of McNemar’s exact test, two-sided
     */
    public record Discordance(long onlyFirst, long onlySecond, double pValue) {}

    /** Whether the items tell the two systems apart: at 5 % after Holm’s correction. */
    public boolean isSeparated() {
        return pHolm <= LEVEL;
    }
}
