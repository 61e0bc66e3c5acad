package fr.corpus.annotate.term;

/**
 * Whether a word is more frequent in a corpus than in a reference. Stateless.
 *
 * <p>Significance and size are two things: the log-likelihood grows with the corpus, the log ratio does not.
 */
public final class Keyness {

    /** The log-likelihood that chance exceeds once in ten thousand words (chi-square, one degree of freedom). */
    public static final double SIGNIFICANT = 15.13;

    /** What stands for a count of zero in a ratio. */
    private static final double HALF = 0.5;

    private Keyness() {}

    /**
     * The log-likelihood ratio G² of Dunning (Computational Linguistics 19(1), 1993) over the two cells of the word, as Rayson
     * and Garside compute it (Workshop on Comparing Corpora, 2000).
     *
     * @param count how often the corpus has the word
     * @param total words of the corpus, above 0
     * @param otherCount how often the reference has it
     * @param otherTotal words of the reference, above 0
     * @return 0 or more; the same for words that are too frequent and too rare
     */
    public static double logLikelihood(long count, long total, long otherCount, long otherTotal) {
        double share = (double) (count + otherCount) / (total + otherTotal);
        return 2 * (cell(count, total * share) + cell(otherCount, otherTotal * share));
    }

    private static double cell(long observed, double expected) {
        return observed == 0 ? 0 : observed * StrictMath.log(observed / expected);
    }

    /**
     * The binary logarithm of the ratio of relative frequencies (Hardie, Log Ratio, 2014): 1 is twice as frequent. A word that the
     * reference does not have counts there as half a word.
     */
    public static double logRatio(long count, long total, long otherCount, long otherTotal) {
        double ratio = (count == 0 ? HALF : count)
                / (double) total
                / ((otherCount == 0 ? HALF : otherCount) / (double) otherTotal);
        return StrictMath.log(ratio) / StrictMath.log(2);
    }
}
