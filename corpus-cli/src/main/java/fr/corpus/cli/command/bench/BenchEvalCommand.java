package fr.corpus.cli.command.bench;

import fr.corpus.cli.bench.EvaluationTask;
import fr.corpus.cli.bench.ScratchDirectory;
import fr.corpus.cli.bench.ShortAnswers;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.metric.Segments;
import fr.corpus.pipeline.ProcessMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the speed of evaluation on generated texts. */
@Command(name = "eval")
final class BenchEvalCommand implements Callable<Integer> {

    private static final int MAX = 10_000_000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--segments", paramLabel = "N", descriptionKey = "bench.segments")
    int segments = 100_000;

    @Option(names = "--answers", paramLabel = "N", descriptionKey = "bench.answers")
    int answers = 1_000_000;

    @Option(names = "--resamples", paramLabel = "N", descriptionKey = "bench.resamples")
    int resamples = 1000;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "bench.pairs")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchEvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (int count : List.of(segments, answers, resamples)) {
            if (count < 1 || count > MAX) {
                throw new UsageError.Refused(
                        spec.commandLine(), UserMessage.of("cli.bench-eval-range", MAX, String.valueOf(count)));
            }
        }
        Segments pairs = EvaluationTask.segments(segments);
        if (out != null) {
            EvaluationTask.write(pairs, out);
        }
        EvaluationTask task = new EvaluationTask(threads.count());
        task.texts(pairs);
        task.bootstrap(segments, resamples);
        try (ScratchDirectory scratch = ScratchDirectory.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            task.answers(ShortAnswers.write(answers, scratch.path()));
        }
        if (json) {
            console.json(json(task));
        } else {
            task.stages()
                    .forEach(stage ->
                            console.print("cli.bench-eval-stage", stage.name(), stage.seconds(), stage.cpuSeconds()));
            console.print("cli.bench-eval-process", ProcessMeter.cpuSeconds(), ProcessMeter.peakBytes() / 1e6);
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> json(EvaluationTask task) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("segments", segments);
        figures.put("answers", answers);
        figures.put("resamples", resamples);
        figures.put("threads", threads.count());
        figures.put("cpuSeconds", Figures.rounded(ProcessMeter.cpuSeconds()));
        figures.put("peakBytes", ProcessMeter.peakBytes());
        figures.put(
                "stages",
                task.stages().stream()
                        .map(stage -> Map.of(
                                "stage",
                                stage.name(),
                                "seconds",
                                Figures.rounded(stage.seconds()),
                                "cpuSeconds",
                                Figures.rounded(stage.cpuSeconds())))
                        .toList());
        return figures;
    }
}
