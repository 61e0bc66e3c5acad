package fr.corpus.eval.score;

import fr.corpus.eval.metric.Calibration;
import fr.corpus.eval.metric.Classification;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.stats.NumpyRandom;
import fr.corpus.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Scores of chosen labels and of confidences, which are no means of items. Thread-safe. */
final class LabelScores {

    private static final String NOTHING = "?";
    private static final int MOST_RESAMPLED = 20_000;

    private LabelScores() {}

    static MetricScore of(ScoreTable table, Column column, Resampling resampling) {
        int[] known = column.kind() == Column.Kind.LABELS ? single(table) : sure(table);
        int size = table.items().size();
        if (known.length == 0 || (column.kind() == Column.Kind.LABELS && known.length < size)) {
            return Summaries.unknown(column, size);
        }
        ToDoubleFunction<int[]> score = scorer(table, column.name());
        double value = score.applyAsDouble(known);
        Optional<Interval> interval = Optional.empty();
        if (known.length <= MOST_RESAMPLED && known.length > 1) {
            double[] resampled = new double[resampling.bootstraps()];
            NumpyRandom random = NumpyRandom.seeded(resampling.seed());
            int[] drawn = new int[known.length];
            for (int b = 0; b < resampled.length; b++) {
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = known[random.below(known.length)];
                }
                resampled[b] = score.applyAsDouble(drawn);
            }
            Arrays.sort(resampled);
            int tail = (int) Math.floor(resampled.length * (1 - Summaries.CONFIDENCE) / 2 + 1e-9);
            interval = Optional.of(new Interval(resampled[tail], resampled[resampled.length - tail - 1]));
        }
        return new MetricScore(
                column.name(),
                OptionalDouble.of(value),
                interval,
                interval.isPresent() ? MetricScore.Method.BOOTSTRAP : MetricScore.Method.NONE,
                OptionalDouble.empty(),
                known.length,
                size - known.length,
                column.signature());
    }

    private static ToDoubleFunction<int[]> scorer(ScoreTable table, String metric) {
        if (metric.equals("ece") || metric.equals("brier")) {
            double[] right = table.values()[table.column("acc")];
            return drawn -> {
                double[] confidences = Arrays.stream(drawn)
                        .mapToDouble(i -> Math.min(1, table.details()[i].confidence()))
                        .toArray();
                boolean[] hits = new boolean[drawn.length];
                for (int i = 0; i < hits.length; i++) {
                    hits[i] = right[drawn[i]] > 0;
                }
                return metric.equals("ece")
                        ? Calibration.expectedError(confidences, hits, Calibration.BINS)
                        : Calibration.brier(confidences, hits);
            };
        }
        return drawn -> {
            List<String> right = new ArrayList<>();
            List<String> chosen = new ArrayList<>();
            for (int i : drawn) {
                right.add(PackItem.letter(
                        ChoiceJudge.right(table.items().get(i)).iterator().next()));
                List<Integer> one = table.details()[i].chosen();
                chosen.add(one.size() == 1 ? PackItem.letter(one.get(0)) : NOTHING);
            }
            Classification labels = Classification.of(right, chosen);
            return metric.equals("mcc") ? labels.matthews() : 100 * labels.macroF1();
        };
    }

    /** Items with one right answer. */
    private static int[] single(ScoreTable table) {
        return IntStream.range(0, table.items().size())
                .filter(i -> ChoiceJudge.right(table.items().get(i)).size() == 1)
                .toArray();
    }

    /** Items of which the confidence is known. */
    private static int[] sure(ScoreTable table) {
        return IntStream.range(0, table.items().size())
                .filter(i -> !Double.isNaN(table.details()[i].confidence()))
                .toArray();
    }
}
