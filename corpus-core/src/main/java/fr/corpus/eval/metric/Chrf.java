package fr.corpus.eval.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * chrF and chrF++ (Popović 2015, 2017) as sacreBLEU 2.6.0 computes them. Immutable.
 *
 * <p>Statistics: for each order, letters first, the n-grams of the hypothesis, of the reference, and of both. The hypothesis
 * counts for nothing where the reference has no n-gram of that order.
 *
 * @param charOrder largest order of letters, 6 unless for study
 * @param wordOrder largest order of words: 0 for chrF, 2 for chrF++
 * @param beta weight of recall against precision, 2 unless for study
 * @param lowercase whether case is ignored
 * @param whitespace whether white space counts as a letter
 * @param epsSmoothing whether absent orders count as 10⁻¹⁶ instead of being left out
 */
public record Chrf(
        int charOrder, int wordOrder, double beta, boolean lowercase, boolean whitespace, boolean epsSmoothing)
        implements Metric {

    private static final int MAX_ORDER = 64;
    private static final double EPSILON = 1e-16;
    private static final double PERCENT = 100;

    public Chrf {
        if (charOrder < 0 || wordOrder < 0 || charOrder + wordOrder < 1 || charOrder + wordOrder > MAX_ORDER) {
            throw new IllegalArgumentException(
                    "need orders from 1 to " + MAX_ORDER + " together, got " + charOrder + " and " + wordOrder);
        }
        if (!(beta >= 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("need a finite beta of 0 or more, got " + beta);
        }
    }

    /** chrF2: six orders of letters. */
    public static Chrf standard() {
        return new Chrf(6, 0, 2, false, false, false);
    }

    /** chrF2++: six orders of letters and two of words. */
    public static Chrf plusPlus() {
        return new Chrf(6, 2, 2, false, false, false);
    }

    int orders() {
        return charOrder + wordOrder;
    }

    @Override
    public String name() {
        return "chrF"
                + new BigDecimal(Double.toString(beta)).stripTrailingZeros().toPlainString() + "+".repeat(wordOrder);
    }

    @Override
    public int width() {
        return 3 * orders();
    }

    @Override
    public SegmentScorer scorer() {
        return new ChrfScorer(this);
    }

    @Override
    public double score(double[] sums, Arithmetic arithmetic) {
        return score(sums, 0, arithmetic);
    }

    double score(double[] sums, int at, Arithmetic arithmetic) {
        return epsSmoothing ? smoothed(sums, at, arithmetic).value() : effective(sums, at, arithmetic);
    }

    /** F of the mean precision and recall over the orders that both sides have. */
    private double effective(double[] sums, int at, Arithmetic arithmetic) {
        double factor = beta * beta;
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int i = at; i < at + width(); i += 3) {
            if (sums[i] > 0 && sums[i + 1] > 0) {
                precision = arithmetic.round(precision + arithmetic.round(sums[i + 2] / sums[i]));
                recall = arithmetic.round(recall + arithmetic.round(sums[i + 2] / sums[i + 1]));
                orders++;
            }
        }
        if (orders == 0) {
            return 0;
        }
        precision = arithmetic.round(precision / orders);
        recall = arithmetic.round(recall / orders);
        if (arithmetic.round(precision + recall) == 0) {
            return 0;
        }
        double score = arithmetic.round(arithmetic.round(arithmetic.round(1 + factor) * precision) * recall);
        double divisor = arithmetic.round(arithmetic.round(arithmetic.round(factor) * precision) + recall);
        return arithmetic.round(PERCENT * arithmetic.round(score / divisor));
    }

    /** Mean F of all orders. */
    private Weak smoothed(double[] sums, int at, Arithmetic arithmetic) {
        boolean single = arithmetic == Arithmetic.SINGLE;
        Weak factor = new Weak(beta * beta, false);
        Weak weight = new Weak(1 + beta * beta, false);
        Weak score = new Weak(0, false);
        for (int i = at; i < at + width(); i += 3) {
            Weak precision = share(sums[i + 2], sums[i], single);
            Weak recall = share(sums[i + 2], sums[i + 1], single);
            Weak divisor = factor.times(precision).plus(recall);
            Weak term = divisor.value() > 0
                    ? weight.times(precision).times(recall).over(divisor)
                    : new Weak(EPSILON, false);
            score = score.plus(term);
        }
        return new Weak(PERCENT, false).times(score).over(new Weak(orders(), false));
    }

    /** Whether the original’s score of single-precision sums is a NumPy single and not a number of Python. */
    boolean isSingle(double[] sums) {
        if (epsSmoothing) {
            return smoothed(sums, 0, Arithmetic.SINGLE).single();
        }
        for (int i = 2; i < sums.length; i += 3) {
            if (sums[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private static Weak share(double part, double whole, boolean single) {
        return whole > 0 ? new Weak(part, single).over(new Weak(whole, single)) : new Weak(EPSILON, false);
    }

    /**
     * A number of a Python program that mixes its own doubles with NumPy’s singles: the result is single as soon as one side is.
     */
    private record Weak(double value, boolean single) {
        Weak plus(Weak other) {
            return single || other.single
                    ? new Weak((float) value + (float) other.value, true)
                    : new Weak(value + other.value, false);
        }

        Weak times(Weak other) {
            return single || other.single
                    ? new Weak((float) value * (float) other.value, true)
                    : new Weak(value * other.value, false);
        }

        Weak over(Weak other) {
            return single || other.single
                    ? new Weak((float) value / (float) other.value, true)
                    : new Weak(value / other.value, false);
        }
    }

    @Override
    public Map<String, Object> statistics(double[] sums) {
        List<Object> hypothesis = new ArrayList<>();
        List<Object> reference = new ArrayList<>();
        List<Object> match = new ArrayList<>();
        for (int i = 0; i < width(); i += 3) {
            hypothesis.add((long) sums[i]);
            reference.add((long) sums[i + 1]);
            match.add((long) sums[i + 2]);
        }
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("hyp", hypothesis);
        statistics.put("ref", reference);
        statistics.put("match", match);
        return statistics;
    }

    @Override
    public Signature signature() {
        return Signature.of(
                Signature.SACREBLEU,
                "case",
                lowercase ? "lc" : "mixed",
                "eff",
                Signature.yes(!epsSmoothing),
                "nc",
                Integer.toString(charOrder),
                "nw",
                Integer.toString(wordOrder),
                "space",
                Signature.yes(whitespace));
    }
}
