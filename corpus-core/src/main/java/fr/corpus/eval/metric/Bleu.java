package fr.corpus.eval.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * BLEU (Papineni et al. 2002) as sacreBLEU 2.6.0 computes it (Post 2018). Immutable.
 *
 * <p>Statistics: length of hypothesis and closest reference in words, then matches and totals of each order.
 *
 * @param tokenizer how segments are cut into words
 * @param smoothing what an order without match counts for
 * @param lowercase whether case is ignored
 * @param effectiveOrder whether orders that the hypothesis is too short for are left out; for single segments
 * @param maxNgramOrder largest order, 4 unless for study
 */
public record Bleu(
        BleuTokenizer tokenizer, Smoothing smoothing, boolean lowercase, boolean effectiveOrder, int maxNgramOrder)
        implements Metric {

    private static final int MAX_ORDER = 64;
    private static final double LOG_OF_ZERO = -9999999999.0;
    private static final double PERCENT = 100;

    public Bleu {
        if (maxNgramOrder < 1 || maxNgramOrder > MAX_ORDER) {
            throw new IllegalArgumentException("need an order from 1 to " + MAX_ORDER + ", got " + maxNgramOrder);
        }
    }

    /** BLEU as everybody reports it: {@code 13a}, {@code exp}, order 4. */
    public static Bleu standard() {
        return new Bleu(BleuTokenizer.MTEVAL_13A, Smoothing.of(Smoothing.Method.EXP), false, false, 4);
    }

    /** The same metric for single segments: orders that do not exist are left out. */
    public Bleu forSegments() {
        return new Bleu(tokenizer, smoothing, lowercase, true, maxNgramOrder);
    }

    @Override
    public String name() {
        return "BLEU";
    }

    @Override
    public int width() {
        return 2 + 2 * maxNgramOrder;
    }

    @Override
    public SegmentScorer scorer() {
        return new BleuScorer(this);
    }

    @Override
    public double score(double[] sums, Arithmetic arithmetic) {
        long hypothesisLength = (long) sums[0];
        long referenceLength = (long) sums[1];
        if (!hasMatch(sums)) {
            return 0;
        }
        double[] precisions = new double[maxNgramOrder];
        int order = precisions(sums, arithmetic, precisions);
        double logs = 0;
        for (int n = 0; n < order; n++) {
            logs += precisions[n] == 0 ? LOG_OF_ZERO : Libm.log(precisions[n]);
        }
        return brevityPenalty(hypothesisLength, referenceLength) * Libm.exp(logs / order);
    }

    private boolean hasMatch(double[] sums) {
        for (int n = 0; n < maxNgramOrder; n++) {
            if (sums[2 + n] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Fills in the precisions; says how many orders count. */
    private int precisions(double[] sums, Arithmetic arithmetic, double[] precisions) {
        double halvings = 1;
        int order = maxNgramOrder;
        boolean adds = smoothing.method() == Smoothing.Method.ADD_K;
        for (int n = 0; n < maxNgramOrder; n++) {
            double correct = sums[2 + n];
            double total = sums[2 + maxNgramOrder + n];
            if (adds && n > 0) {
                correct = add(correct, arithmetic);
                total = add(total, arithmetic);
            }
            if (total == 0) {
                break;
            }
            if (effectiveOrder) {
                order = n + 1;
            }
            if (correct != 0) {
                precisions[n] = arithmetic.round(arithmetic.round(PERCENT * correct) / total);
            } else if (smoothing.method() == Smoothing.Method.EXP) {
                halvings *= 2;
                precisions[n] = arithmetic.round(PERCENT / arithmetic.round(halvings * total));
            } else if (smoothing.method() == Smoothing.Method.FLOOR) {
                precisions[n] = arithmetic.round(arithmetic.round(PERCENT * smoothing.value()) / total);
            }
        }
        return order;
    }

    private double add(double count, Arithmetic arithmetic) {
        double sum = arithmetic.round(count + arithmetic.round(smoothing.value()));
        return arithmetic == Arithmetic.WHOLE ? (double) (long) sum : sum;
    }

    private static double brevityPenalty(long hypothesis, long reference) {
        if (hypothesis >= reference) {
            return 1;
        }
        return hypothesis > 0 ? Libm.exp(1 - (double) reference / hypothesis) : 0;
    }

    @Override
    public Map<String, Object> statistics(double[] sums) {
        List<Object> counts = new ArrayList<>();
        List<Object> totals = new ArrayList<>();
        double[] precisions = new double[maxNgramOrder];
        if (hasMatch(sums)) {
            precisions(sums, Arithmetic.DOUBLE, precisions);
        }
        List<Object> shown = new ArrayList<>();
        boolean stopped = !hasMatch(sums);
        for (int n = 0; n < maxNgramOrder; n++) {
            double correct = sums[2 + n];
            double total = sums[2 + maxNgramOrder + n];
            // sacreBLEU's own object has k in its counts, up to the order at which it stops.
            if (smoothing.method() == Smoothing.Method.ADD_K && n > 0 && !stopped) {
                correct = add(correct, Arithmetic.DOUBLE);
                total = add(total, Arithmetic.DOUBLE);
            }
            stopped |= total == 0;
            counts.add(number(correct));
            totals.add(number(total));
            shown.add(precisions[n]);
        }
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("counts", counts);
        statistics.put("totals", totals);
        statistics.put("precisions", shown);
        statistics.put("bp", brevityPenalty((long) sums[0], (long) sums[1]));
        statistics.put("sys_len", (long) sums[0]);
        statistics.put("ref_len", (long) sums[1]);
        return statistics;
    }

    private static Object number(double count) {
        return count == Math.rint(count) ? (Object) (long) count : (Object) count;
    }

    @Override
    public Signature signature() {
        return Signature.of(
                Signature.SACREBLEU,
                "case",
                lowercase ? "lc" : "mixed",
                "eff",
                Signature.yes(effectiveOrder),
                "tok",
                tokenizer.key(),
                "smooth",
                smoothing.signature());
    }
}
