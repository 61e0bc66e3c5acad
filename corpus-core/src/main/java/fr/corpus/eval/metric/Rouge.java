package fr.corpus.eval.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One type of ROUGE (Lin 2004) as rouge-score 0.1.2 computes it, or with words of any script. Immutable.
 *
 * <p>Statistics: precision, recall and F1 of the best reference, from 0 to 1, and 1 for the segment. The score of a corpus is
 * the plain mean, not a median of unseeded resamples.
 *
 * @param type n-grams or subsequences
 * @param tokenizer what a word is
 * @param stemmed whether words of more than 3 letters are stemmed
 */
public record Rouge(RougeType type, RougeTokenizer tokenizer, boolean stemmed) implements Metric {

    private static final double PERCENT = 100;

    public Rouge {
        if (stemmed && tokenizer == RougeTokenizer.UNICODE) {
            throw new IllegalArgumentException("the stemmer is for ASCII words, got " + tokenizer);
        }
    }

    @Override
    public String name() {
        return type.key();
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public SegmentScorer scorer() {
        return new RougeScorer(this);
    }

    /** Mean F1 × 100, in double precision whatever is asked: there is no original to follow in any other. */
    @Override
    public double score(double[] sums, Arithmetic arithmetic) {
        return sums[3] > 0 ? PERCENT * (sums[2] / sums[3]) : 0;
    }

    /** Mean precision, recall and F1, from 0 to 1. */
    @Override
    public Map<String, Object> statistics(double[] sums) {
        double segments = Math.max(1, sums[3]);
        Map<String, Object> means = new LinkedHashMap<>();
        means.put("precision", sums[0] / segments);
        means.put("recall", sums[1] / segments);
        means.put("f1", sums[2] / segments);
        return means;
    }

    @Override
    public Signature signature() {
        return Signature.of(
                tokenizer.version(),
                "type",
                type.key(),
                "case",
                "lc",
                "tok",
                tokenizer.key(),
                "stem",
                stemmed ? "porter-nltk" : "no",
                "agg",
                "mean");
    }
}
