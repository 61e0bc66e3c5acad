package fr.corpus.cli.command;

import fr.corpus.eval.score.ItemScores;
import fr.corpus.eval.score.MetricScore;
import fr.corpus.eval.score.OriginFigure;
import fr.corpus.eval.score.ScoreFiles;
import fr.corpus.eval.score.ScoreJson;
import fr.corpus.eval.score.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Scoring scoring = Scoring.of(asked.request(outputs), threads.count());
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
            print(scoring);
        }
        return ExitCode.DONE;
    }

    private void print(Scoring scoring) {
        console.print(
                "cli.score-title",
                scoring.stored().pack().reference(),
                scoring.stored().pack().about().title().in(console.locale()),
                scoring.answered(),
                scoring.items());
        Table table = new Table();
        table.row(List.of(
                console.text("cli.score-metric"),
                console.text("cli.score-score"),
                console.text("cli.score-interval"),
                console.text("cli.score-method")));
        for (MetricScore score : scoring.metrics()) {
            table.row(List.of(
                    score.name(),
                    score.value().isPresent() ? decimals(score.value().getAsDouble()) : "?",
                    score.interval()
                            .map(one -> decimals(one.low()) + " – " + decimals(one.high()))
                            .orElse(""),
                    console.text("cli.score-method-" + score.method().word())));
        }
        table.print(console);
        notes(scoring);
    }

    private void notes(Scoring scoring) {
        if (!scoring.isComplete()) {
            console.note("cli.score-partial", scoring.missing().size(), scoring.items());
        }
        if (!scoring.empty().isEmpty()) {
            console.note("cli.score-empty", scoring.empty().size());
        }
        if (scoring.unextracted() > 0) {
            console.note("cli.score-unextracted", scoring.unextracted());
        }
        if (scoring.metrics().stream().anyMatch(score -> score.value().isEmpty())) {
            console.note("cli.score-no-likelihoods");
        }
        for (OriginFigure figure : scoring.origin()) {
            if (figure.same().isPresent()) {
                console.print(
                        "cli.score-origin-same",
                        figure.name(),
                        decimals(figure.value()),
                        figure.same().get());
            } else {
                console.print(
                        "cli.score-origin-other",
                        figure.name(),
                        decimals(figure.value()),
                        figure.nearest().orElse("?"),
                        decimals(figure.nearestValue()),
                        figure.differing());
            }
        }
        for (Map.Entry<String, Double> prompt : scoring.prompts().entrySet()) {
            console.print("cli.score-prompt", prompt.getKey(), decimals(prompt.getValue()));
        }
    }

    private String decimals(double value) {
        return String.format(console.locale(), "%.2f", value);
    }
}
