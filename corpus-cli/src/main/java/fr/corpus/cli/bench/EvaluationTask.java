package fr.corpus.cli.bench;

import fr.corpus.bench.TextPairs;
import fr.corpus.eval.metric.AnswerNormalizer;
import fr.corpus.eval.metric.Bleu;
import fr.corpus.eval.metric.Chrf;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.metric.Segments;
import fr.corpus.eval.metric.Ter;
import fr.corpus.eval.stats.BootstrapMeans;
import fr.corpus.eval.stats.NumpyRandom;
import fr.corpus.pipeline.ProcessMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The speed of evaluation: metrics of text, paired bootstrap, short answers. Confined to one thread. */
public final class EvaluationTask {

    private static final int SYSTEMS = 20;
    private static final long SEED = 1;

    private final List<Stage> stages = new ArrayList<>();
    private final int threads;

    /**
     * What one part took.
     *
     * @param name bleu, chrf, ter, bootstrap or answers
     * @param seconds of wall time
     * @param cpuSeconds of all threads
     */
    public record Stage(String name, double seconds, double cpuSeconds) {}

    /** A task for so many threads. */
    public EvaluationTask(int threads) {
        this.threads = threads;
    }

    /** Scores generated segments by BLEU, chrF and TER. */
    public void texts(Segments segments) {
        for (Metric metric : List.of(Bleu.standard(), Chrf.standard(), Ter.standard())) {
            stage(
                    metric.name(),
                    () -> SegmentStatistics.measure(metric, segments, threads).score());
        }
    }

    /** Compares every two of 20 systems by the paired bootstrap. */
    public void bootstrap(int items, int resamples) {
        NumpyRandom random = NumpyRandom.seeded(SEED);
        double[][] scores = new double[SYSTEMS][items];
        for (double[] system : scores) {
            for (int i = 0; i < items; i++) {
                system[i] = random.below(2);
            }
        }
        stage("bootstrap", () -> {
            BootstrapMeans means = BootstrapMeans.of(scores, resamples, SEED, threads > 1);
            double sum = 0;
            for (int i = 0; i < SYSTEMS; i++) {
                for (int j = 0; j < i; j++) {
                    sum += means.pValue(i, j);
                }
            }
            return sum;
        });
    }

    /** Scores short answers by exact match and F1, a fifth by each normalizer. */
    public void answers(int count) {
        List<String> words = List.of(
                "l’École nationale",
                "le chat noir",
                "3,5 %",
                "12 345 habitants",
                "Victor Hugo",
                "la ville de Paris",
                "en 1789");
        AnswerNormalizer[] normalizers = AnswerNormalizer.values();
        stage("answers", () -> {
            IntStream all = IntStream.range(0, count);
            return (threads > 1 ? all.parallel() : all)
                    .mapToDouble(i -> normalizers[i % normalizers.length]
                            .score(
                                    words.get(i % 7) + " " + words.get(i / 7 % 7),
                                    List.of(words.get(i / 49 % 7) + " " + words.get(i / 343 % 7)))
                            .exactMatch())
                    .sum();
        });
    }

    private interface Work {
        double run();
    }

    private void stage(String name, Work work) {
        double seconds = ProcessMeter.seconds();
        double cpuSeconds = ProcessMeter.cpuSeconds();
        if (Double.isNaN(work.run())) {
            throw new IllegalStateException("no score");
        }
        stages.add(new Stage(name, ProcessMeter.seconds() - seconds, ProcessMeter.cpuSeconds() - cpuSeconds));
    }

    /** The parts in the order run. */
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** Segments to measure with, the same every time. */
    public static Segments segments(int count) {
        return TextPairs.generate(count, SEED);
    }

    /** Writes segments as {@code hyp.txt} and {@code ref.txt}, for another tool to be measured with. */
    public static void write(Segments segments, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.write(directory.resolve("hyp.txt"), segments.hypotheses());
        List<String> references = IntStream.range(0, segments.size())
                .mapToObj(i -> segments.referencesOf(i).get(0))
                .toList();
        Files.write(directory.resolve("ref.txt"), references);
    }
}
