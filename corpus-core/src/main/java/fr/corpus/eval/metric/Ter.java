package fr.corpus.eval.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Translation edit rate (Snover et al. 2006) as sacreBLEU 2.6.0 computes it after Tercom: lower is better, and may pass 100. Immutable.
 *
 * <p>Statistics: fewest edits over the references, mean length of the references in words.
 *
 * @param normalized whether Tercom’s marks are set apart and entities read
 * @param noPunct whether {@code .,?:;!"()} are removed
 * @param asianSupport whether the two former treat ideographs and full-width signs, too
 * @param caseSensitive whether case counts
 */
public record Ter(boolean normalized, boolean noPunct, boolean asianSupport, boolean caseSensitive) implements Metric {

    private static final double PERCENT = 100;

    /** TER with Tercom’s defaults. */
    public static Ter standard() {
        return new Ter(false, false, false, false);
    }

    @Override
    public String name() {
        return "TER";
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public SegmentScorer scorer() {
        return new TerScorer(this);
    }

    @Override
    public double score(double[] sums, Arithmetic arithmetic) {
        if (sums[1] > 0) {
            return arithmetic.round(PERCENT * arithmetic.round(sums[0] / sums[1]));
        }
        return sums[0] > 0 ? PERCENT : 0;
    }

    @Override
    public Map<String, Object> statistics(double[] sums) {
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("num_edits", (long) sums[0]);
        statistics.put("ref_length", sums[1]);
        return statistics;
    }

    @Override
    public Signature signature() {
        return Signature.of(
                Signature.SACREBLEU,
                "case",
                caseSensitive ? "mixed" : "lc",
                "tok",
                "tercom",
                "norm",
                Signature.yes(normalized),
                "punct",
                Signature.yes(!noPunct),
                "asian",
                Signature.yes(asianSupport));
    }
}
