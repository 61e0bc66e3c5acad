package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.metric.Bleu;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.metric.Segments;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of every item that was answered, by metric. Immutable by convention: arrays are not changed after they were filled.
 *
 * @param columns metrics, the headline first
 * @param items the items that were answered
 * @param outputs their outputs
 * @param values for each column the value of each item, NaN where nothing can be said
 * @param details how each item was judged
 * @param texts statistics of metrics of texts, by column
 */
record ScoreTable(
        List<Column> columns,
        List<PackItem> items,
        List<OutputRecord> outputs,
        double[][] values,
        ItemDetail[] details,
        Map<String, SegmentStatistics> texts) {

    /** Items that a thread takes at a time. */
    private static final int BLOCK = 1024;

    /** Judges outputs in so many threads. */
    static ScoreTable judge(Judge judge, List<PackItem> items, List<OutputRecord> outputs, int threads) {
        List<Column> columns = judge.columns();
        double[][] values = new double[columns.size()][items.size()];
        ItemDetail[] details = new ItemDetail[items.size()];
        Workers.<RuntimeException>each(threads, "judge", (items.size() + BLOCK - 1) / BLOCK, () -> block -> {
            for (int i = block * BLOCK; i < Math.min(items.size(), (block + 1) * BLOCK); i++) {
                double[] row = new double[columns.size()];
                details[i] = judge.judge(items.get(i), outputs.get(i), row);
                for (int column = 0; column < row.length; column++) {
                    values[column][i] = row[column];
                }
            }
        });
        Map<String, SegmentStatistics> texts = judge instanceof TextJudge text && !items.isEmpty()
                ? measure(text, columns, items, outputs, values, threads)
                : Map.of();
        return new ScoreTable(columns, items, outputs, values, details, texts);
    }

    private static Map<String, SegmentStatistics> measure(
            TextJudge judge,
            List<Column> columns,
            List<PackItem> items,
            List<OutputRecord> outputs,
            double[][] values,
            int threads) {
        Segments segments =
                new Segments(outputs.stream().map(OutputRecord::output).toList(), streams(items));
        Map<String, SegmentStatistics> texts = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            Metric metric = judge.metric(columns.get(column).name());
            SegmentStatistics measured = SegmentStatistics.measure(metric, segments, threads);
            Metric alone = metric instanceof Bleu bleu ? bleu.forSegments() : metric;
            for (int i = 0; i < items.size(); i++) {
                values[column][i] = measured.score(i, alone);
            }
            texts.put(columns.get(column).name(), measured);
        }
        return texts;
    }

    private static List<List<@Nullable String>> streams(List<PackItem> items) {
        List<List<@Nullable String>> streams = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<String> references = ((PackItem.Generation) items.get(i)).references();
            while (streams.size() < references.size()) {
                streams.add(new ArrayList<>(java.util.Collections.nCopies(items.size(), null)));
            }
            for (int r = 0; r < references.size(); r++) {
                streams.get(r).set(i, references.get(r));
            }
        }
        return streams;
    }

    /** The place of a column, or -1. */
    int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a column has a value for some item. */
    boolean isKnown(int column) {
        return Arrays.stream(values[column]).anyMatch(value -> !Double.isNaN(value));
    }

    /** The group of each item whose items hang together: its cluster, else itself. */
    List<String> clusters() {
        return items.stream()
                .map(item ->
                        item.facts().cluster().map(cluster -> "c " + cluster).orElseGet(() -> "i " + item.id()))
                .toList();
    }
}
