package fr.corpus.eval.compare;

import fr.corpus.eval.metric.BootstrapScores;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.stats.BootstrapMeans;
import java.util.List;

/** Resamples of scores that are no means of items, such as BLEU. Thread-safe. */
final class TextResamples {

    private TextResamples() {}

    static BootstrapMeans of(List<SegmentStatistics> texts, long seed, int threads) {
        double[] scores = texts.stream().mapToDouble(SegmentStatistics::score).toArray();
        double[][] resampled = BootstrapScores.of(texts, BootstrapMeans.RESAMPLES, seed, threads).stream()
                .map(BootstrapScores::scores)
                .toArray(double[][]::new);
        return BootstrapMeans.ofScores(scores, resampled);
    }
}
