package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.eval.score.ItemScores;
import fr.corpus.eval.score.ScoreFiles;
import fr.corpus.eval.score.ScoreJson;
import fr.corpus.eval.score.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a file of outputs against a pack. */
@Command(name = "score")
final class EvalScoreCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputArguments asked = new OutputArguments();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "OUTPUTS", descriptionKey = "score.outputs")
    Path outputs = Path.of("");

    @Option(names = "--release", paramLabel = "DIR", descriptionKey = "score.release")
    @Nullable
    Path release;

    @Option(names = "--items", paramLabel = "FILE", descriptionKey = "score.items")
    @Nullable
    Path items;

    @Option(names = "--report", paramLabel = "FILE.html", descriptionKey = "score.report")
    @Nullable
    Path report;

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "score.csv")
    @Nullable
    Path csv;

    @Option(names = "--junit", paramLabel = "FILE", descriptionKey = "score.junit")
    @Nullable
    Path junit;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Scoring scoring = Scoring.of(asked.request(outputs).withRelease(Optional.ofNullable(release)), threads.count());
        if (items != null) {
            ItemScores.write(scoring, items);
        }
        if (csv != null) {
            ScoreFiles.csv(scoring, csv);
        }
        if (junit != null) {
            ScoreFiles.junit(scoring, junit);
        }
        if (report != null) {
            Path written = ScoreFiles.page(scoring, report, console.locale());
            console.note("cli.score-report", report.toString(), written.toString());
        }
        if (json) {
            console.json(ScoreJson.of(scoring));
        } else {
            ScoredView.print(console, scoring);
        }
        return ExitCode.DONE;
    }
}
