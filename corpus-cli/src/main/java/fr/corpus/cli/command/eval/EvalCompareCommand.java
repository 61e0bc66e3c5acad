package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.compare.Comparison;
import fr.corpus.eval.compare.ComparisonFiles;
import fr.corpus.eval.compare.ComparisonJson;
import fr.corpus.eval.compare.ComparisonRequest;
import fr.corpus.eval.metric.Resampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the scores of several systems. */
@Command(name = "compare")
final class EvalCompareCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(arity = "2..*", paramLabel = "RUN", descriptionKey = "compare.inputs")
    List<Path> inputs = List.of();

    @Option(names = "--metric", paramLabel = "NAME", descriptionKey = "compare.metric")
    @Nullable
    String metric;

    @Option(names = "--common", descriptionKey = "compare.common")
    boolean commonItems;

    @Option(names = "--release", paramLabel = "DIR", descriptionKey = "compare.release")
    @Nullable
    Path release;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "compare.seed")
    long seed = Resampling.SEED;

    @Option(names = "--report", paramLabel = "FILE.html", descriptionKey = "compare.report")
    @Nullable
    Path report;

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "compare.csv")
    @Nullable
    Path csv;

    @Option(names = "--junit", paramLabel = "FILE", descriptionKey = "compare.junit")
    @Nullable
    Path junit;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalCompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (seed < 0) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.score-seed", String.valueOf(seed)));
        }
        Comparison comparison = Comparison.of(
                new ComparisonRequest(
                        inputs, Optional.ofNullable(metric), commonItems, seed, Optional.ofNullable(release)),
                threads.count());
        if (csv != null) {
            ComparisonFiles.csv(comparison, csv);
        }
        if (junit != null) {
            ComparisonFiles.junit(comparison, junit);
        }
        if (report != null) {
            Path written = ComparisonFiles.page(comparison, report, console.locale());
            console.note("cli.score-report", report.toString(), written.toString());
        }
        if (json) {
            console.json(ComparisonJson.of(comparison));
        } else {
            new ComparisonView(console, comparison).print();
        }
        return ExitCode.DONE;
    }
}
