package fr.corpus.eval.stats;

import java.util.Arrays;

/**
 * How much a score depends on the wording of the prompt.
 *
 * @param mean over paraphrases
 * @param low score of the worst one
 * @param high score of the best one
 * @param deviation standard deviation over paraphrases, 0 for one
 */
public record ParaphraseSpread(double mean, double low, double high, double deviation) {

    /**
     * The spread of scores.
     *
     * @param scores one for each paraphrase, at least one
     */
    public static ParaphraseSpread of(double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("need at least one score");
        }
        double mean = SampleMean.mean(scores);
        return new ParaphraseSpread(
                mean,
                Arrays.stream(scores).min().orElseThrow(),
                Arrays.stream(scores).max().orElseThrow(),
                scores.length < 2 ? 0 : Math.sqrt(SampleMean.variance(scores, mean)));
    }
}
