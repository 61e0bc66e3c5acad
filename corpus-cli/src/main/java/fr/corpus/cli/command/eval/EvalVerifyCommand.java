package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.eval.compare.ReportCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes the report of a score again from the files that it names. */
@Command(name = "verify")
final class EvalVerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "REPORT.json", descriptionKey = "eval-verify.report")
    Path report = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<String> differences = ReportCheck.differences(report, threads.count());
        if (json) {
            console.json(Map.of("equal", differences.isEmpty(), "differences", differences));
        } else if (differences.isEmpty()) {
            console.print("cli.eval-verify-equal", report.toString());
        } else {
            console.print("cli.eval-verify-differs", report.toString());
            differences.forEach(line -> console.out().println("  " + line));
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }
}
