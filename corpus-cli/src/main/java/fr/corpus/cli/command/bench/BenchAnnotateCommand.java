package fr.corpus.cli.command.bench;

import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.cli.bench.AnnotationTask;
import fr.corpus.cli.bench.AnnotationTask.Pass;
import fr.corpus.cli.command.annotate.TextInputs;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.pipeline.ProcessMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast models are loaded and texts annotated. */
@Command(name = "annotate")
final class BenchAnnotateCommand implements Callable<Integer> {

    private static final double MILLI = 1000.0;
    private static final int MOST_PASSES = 1000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "texts")
    List<Path> files = List.of();

    @Option(names = "--passes", paramLabel = "N", descriptionKey = "bench.passes")
    int passes = 3;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchAnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (passes < 1 || passes > MOST_PASSES) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.bench-annotate-range", MOST_PASSES, String.valueOf(passes)));
        }
        AnnotationTask task = new AnnotationTask();
        List<AnnotatedText> texts = texts();
        List<Pass> done = new ArrayList<>();
        for (int i = 0; i < passes; i++) {
            done.add(task.pass(texts, 1));
        }
        for (int i = 0; i < passes && threads.count() > 1; i++) {
            done.add(task.pass(texts, threads.count()));
        }
        if (json) {
            console.json(json(task, done));
        } else {
            print(task, done);
        }
        return ExitCode.DONE;
    }

    private List<AnnotatedText> texts() throws IOException {
        List<AnnotatedText> texts = new ArrayList<>();
        try (TextInputs inputs = TextInputs.of(files, Optional.empty(), false, console)) {
            for (Optional<AnnotatedText> text = inputs.next(); text.isPresent(); text = inputs.next()) {
                texts.add(text.get());
            }
        }
        return texts;
    }

    private void print(AnnotationTask task, List<Pass> done) {
        AnnotationTask.Loaded loaded = task.loaded();
        console.print("cli.bench-annotate-load", loaded.cpuSeconds() * MILLI, loaded.heapBytes() / 1e6);
        for (int i = 0; i < done.size(); i++) {
            Pass pass = done.get(i);
            console.print(
                    "cli.bench-annotate-pass",
                    i + 1,
                    pass.threads(),
                    pass.tokens(),
                    pass.tokensPerCpuSecond(),
                    pass.tokensPerSecond());
        }
        console.print("cli.bench-eval-process", ProcessMeter.cpuSeconds(), ProcessMeter.peakBytes() / 1e6);
    }

    private static Map<String, Object> json(AnnotationTask task, List<Pass> done) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("loadCpuSeconds", Figures.rounded(task.loaded().cpuSeconds()));
        figures.put("loadHeapBytes", task.loaded().heapBytes());
        figures.put("cpuSeconds", Figures.rounded(ProcessMeter.cpuSeconds()));
        figures.put("peakBytes", ProcessMeter.peakBytes());
        figures.put(
                "passes",
                done.stream()
                        .map(pass -> Map.of(
                                "threads",
                                pass.threads(),
                                "tokens",
                                pass.tokens(),
                                "seconds",
                                Figures.rounded(pass.seconds()),
                                "cpuSeconds",
                                Figures.rounded(pass.cpuSeconds()),
                                "tokensPerCpuSecond",
                                Math.round(pass.tokensPerCpuSecond())))
                        .toList());
        return figures;
    }
}
