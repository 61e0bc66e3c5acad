package fr.corpus.cli.bench;

import fr.corpus.bench.TextPairs;
import fr.corpus.eval.metric.Bleu;
import fr.corpus.eval.metric.Chrf;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.metric.Segments;
import fr.corpus.eval.metric.Ter;
import fr.corpus.eval.score.ScoreJson;
import fr.corpus.eval.score.Scoring;
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
    public void texts(Segments segments) throws IOException {
        for (Metric metric : List.of(Bleu.standard(), Chrf.standard(), Ter.standard())) {
            stage(
                    metric.name(),
                    () -> SegmentStatistics.measure(metric, segments, threads).score());
        }
    }

    /** Compares every two of 20 systems by the paired bootstrap. */
    public void bootstrap(int items, int resamples) throws IOException {
        NumpyRandom random = NumpyRandom.seeded(SEED);
        double[][] scores = new double[SYSTEMS][items];
        for (double[] system : scores) {
            for (int i = 0; i < items; i++) {
                system[i] = random.below(2);
            }
        }
        stage("bootstrap", () -> {
            BootstrapMeans means = BootstrapMeans.of(scores, resamples, SEED, threads);
            double sum = 0;
            for (int i = 0; i < SYSTEMS; i++) {
                for (int j = 0; j < i; j++) {
                    sum += means.pValue(i, j);
                }
            }
            return sum;
        });
    }

    /** Scores a file of short answers by exact match and F1 of every normalizer, from the files to the report. */
    public void answers(ShortAnswers answers) throws IOException {
        stage("answers", () -> {
            Scoring scoring = Scoring.of(answers.request(), threads);
            ScoreJson.of(scoring);
            return scoring.metrics().get(0).value().orElse(Double.NaN);
        });
    }

    private interface Work {
        double run() throws IOException;
    }

    private void stage(String name, Work work) throws IOException {
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
