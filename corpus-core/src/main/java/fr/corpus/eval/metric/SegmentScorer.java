package fr.corpus.eval.metric;

import java.util.List;

/** Measures segments one after the other with buffers of its own. Confined to one thread. */
public interface SegmentScorer {

    /**
     * The statistics of one segment.
     *
     * @param hypothesis what the model wrote
     * @param references at least one
     * @param row takes {@link Metric#width()} numbers from {@code at} on
     */
    void measure(String hypothesis, List<String> references, double[] row, int at);
}
