package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.cases.EvaluationCases;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.PairedTest;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.metric.SegmentLines;
import fr.corpus.eval.metric.Segments;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores text files against references, or a file of many small cases. */
@Command(name = "text")
final class EvalTextCommand implements Callable<Integer> {

    /** The paired tests. */
    enum Paired {
        BS,
        AR
    }

    /** What an empty line is in one of several references. */
    enum EmptyReference {
        MISSING,
        EMPTY
    }

    private static final long MAX_RESAMPLES = 10_000_000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    MetricArguments metrics = new MetricArguments();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "eval.files")
    List<Path> files = List.of();

    @Option(names = "--ref", paramLabel = "FILE", descriptionKey = "eval.ref")
    List<Path> references = List.of();

    @Option(names = "--cases", paramLabel = "FILE", descriptionKey = "eval.cases")
    @Nullable
    Path cases;

    @Option(names = "--sentence", descriptionKey = "eval.sentence")
    boolean sentence;

    @Option(names = "--bootstrap", paramLabel = "N", descriptionKey = "eval.bootstrap")
    long bootstrap;

    @Option(names = "--paired", paramLabel = "bs|ar", descriptionKey = "eval.paired")
    @Nullable
    Paired paired;

    @Option(names = "--trials", paramLabel = "N", descriptionKey = "eval.trials")
    long trials = PairedTest.TRIALS;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "eval.seed")
    long seed = Resampling.SEED;

    @Option(names = "--empty-reference", paramLabel = "missing|empty", descriptionKey = "eval.empty-reference")
    EmptyReference emptyReference = EmptyReference.MISSING;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalTextCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return cases != null ? scoreCases(cases) : scoreFiles();
    }

    private int scoreCases(Path file) throws IOException {
        if (!files.isEmpty() || !references.isEmpty()) {
            throw refused("cli.eval-cases-alone");
        }
        EvaluationCases all = new EvaluationCases(file.toString(), console.locale());
        OutputStream out = new BufferedOutputStream(console.out(), 1 << 16);
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            all.score(in, out, threads.count());
        }
        out.flush();
        if (all.failed() > 0) {
            console.note("cli.eval-cases-failed", all.failed(), all.cases());
        }
        return all.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private int scoreFiles() throws IOException {
        check();
        List<Metric> asked = metrics.metrics();
        ReferenceFiles read = ReferenceFiles.read(references, emptyReference == EmptyReference.MISSING);
        if (read.missing() > 0) {
            console.note("cli.eval-missing-references", read.missing());
        }
        List<Segments> systems = new ArrayList<>();
        for (Path file : files) {
            systems.add(new Segments(SegmentLines.read(file), read.streams()));
        }
        TextScores scores = new TextScores(files, asked, resampling(), paired == Paired.AR, sentence);
        scores.measure(systems, paired != null, threads.count());
        if (json) {
            console.json(scores.json());
        } else {
            scores.print(console);
        }
        return ExitCode.DONE;
    }

    private Resampling resampling() {
        int boots = (int) (bootstrap == 0 && paired == Paired.BS ? PairedTest.BOOTSTRAPS : bootstrap);
        return new Resampling(boots, paired == Paired.AR ? (int) trials : 0, seed);
    }

    private void check() {
        if (files.isEmpty() || references.isEmpty()) {
            throw refused("cli.eval-needs-files");
        }
        if (paired != null && files.size() < 2) {
            throw refused("cli.eval-paired-needs-two");
        }
        if (sentence && (files.size() > 1 || paired != null)) {
            throw refused("cli.eval-sentence-alone");
        }
        if (bootstrap < 0 || bootstrap > MAX_RESAMPLES || trials < 1 || trials > MAX_RESAMPLES || seed < 0) {
            throw refused("cli.eval-resamples-range", MAX_RESAMPLES);
        }
    }

    private UsageError.Refused refused(String key, Object... arguments) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of(key, arguments));
    }
}
