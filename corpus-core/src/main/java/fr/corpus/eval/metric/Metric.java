package fr.corpus.eval.metric;

import java.util.Map;

/**
 * A metric of text against references: a row of statistics for each segment, a score from the sum of rows. Immutable.
 *
 * <p>Scores go from 0 to 100 (TER beyond). Nothing is read but the two texts, as code points.
 */
public sealed interface Metric permits Bleu, Chrf, Ter, Rouge {

    /** Its name as the original tool prints it: {@code chrF2++}. */
    String name();

    /** How many statistics a segment has. */
    int width();

    /** Measures segments; one for each thread. */
    SegmentScorer scorer();

    /**
     * The score of a sum of rows.
     *
     * @param sums {@link #width()} numbers; not changed
     * @param arithmetic the numbers it is computed in
     */
    double score(double[] sums, Arithmetic arithmetic);

    /** The score of a sum of rows in double precision. */
    default double score(double[] sums) {
        return score(sums, Arithmetic.DOUBLE);
    }

    /** What a sum of rows says, by the original tool’s names. */
    Map<String, Object> statistics(double[] sums);

    /** The part of the signature that this metric’s options make, and the version of the tool that it equals. */
    Signature signature();
}
