package fr.corpus.eval.metric;

import fr.corpus.parallel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The statistics of all segments of one system by one metric: enough for every score, interval and test. Immutable.
 *
 * <p>Measured by several threads, summed by one in the order of segments, so that the score does not depend on threads.
 */
public final class SegmentStatistics {

    private static final int BATCH = 64;

    private final Metric metric;
    private final int size;
    private final double[] rows;
    private final OptionalInt references;

    private SegmentStatistics(Metric metric, int size, double[] rows, OptionalInt references) {
        this.metric = metric;
        this.size = size;
        this.rows = rows;
        this.references = references;
    }

    /**
     * Measures all segments.
     *
     * @param threads how many work at a time, at least 1
     */
    public static SegmentStatistics measure(Metric metric, Segments segments, int threads) {
        int width = metric.width();
        double[] rows = new double[Math.multiplyExact(segments.size(), width)];
        Workers.each(threads, "metric", (segments.size() + BATCH - 1) / BATCH, () -> {
            SegmentScorer scorer = metric.scorer();
            return batch -> {
                int to = Math.min(segments.size(), (batch + 1) * BATCH);
                for (int i = batch * BATCH; i < to; i++) {
                    scorer.measure(segments.hypotheses().get(i), segments.referencesOf(i), rows, i * width);
                }
            };
        });
        return new SegmentStatistics(metric, segments.size(), rows, segments.referenceCount());
    }

    /**
     * Statistics measured before.
     *
     * @param rows of each segment, as {@link #row} gives them
     * @throws IllegalArgumentException if a row is not of the metric’s width
     */
    public static SegmentStatistics of(Metric metric, List<double[]> rows) {
        int width = metric.width();
        double[] all = new double[Math.multiplyExact(rows.size(), width)];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != width) {
                throw new IllegalArgumentException("need rows of " + width + ", got " + rows.get(i).length);
            }
            System.arraycopy(rows.get(i), 0, all, i * width, width);
        }
        return new SegmentStatistics(metric, rows.size(), all, OptionalInt.empty());
    }

    /** The metric. */
    public Metric metric() {
        return metric;
    }

    /** How many segments there are. */
    public int size() {
        return size;
    }

    /** How many references each segment has; empty when their number varies. */
    public OptionalInt references() {
        return references;
    }

    /** One number of a row. */
    double at(int segment, int column) {
        return rows[segment * metric.width() + column];
    }

    /** The rows one behind the other; not to be changed. */
    double[] rows() {
        return rows;
    }

    /** The sum of all rows, added in the order of segments. */
    public double[] sums() {
        int width = metric.width();
        double[] sums = new double[width];
        for (int i = 0; i < rows.length; i += width) {
            for (int column = 0; column < width; column++) {
                sums[column] += rows[i + column];
            }
        }
        return sums;
    }

    /** The score of the whole. */
    public double score() {
        return metric.score(sums());
    }

    /** The score of one segment alone. */
    public double score(int segment) {
        return score(segment, metric);
    }

    /** The score of one segment alone by a metric of the same statistics, such as {@link Bleu#forSegments()}. */
    public double score(int segment, Metric like) {
        return like.score(row(segment));
    }

    /** The statistics of one segment. */
    public double[] row(int segment) {
        int width = metric.width();
        return Arrays.copyOfRange(rows, segment * width, (segment + 1) * width);
    }

    /** The whole signature of a score. */
    public String signature(Resampling resampling) {
        return metric.signature().format(references, resampling);
    }
}
