package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.InterruptNotice;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.energy.EnergyModel;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.run.BatchExport;
import fr.corpus.eval.run.EvaluationRun;
import fr.corpus.eval.run.RunRequest;
import fr.corpus.eval.run.RunResult;
import fr.corpus.eval.run.RunScore;
import fr.corpus.eval.run.ServerAddress;
import fr.corpus.eval.run.Traffic;
import fr.corpus.eval.score.ScoreJson;
import fr.corpus.eval.score.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a pack to a model behind a server, resumably, and scores what it answered. */
@Command(name = "run")
final class EvalRunCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    AskOptions asked = new AskOptions();

    @Mixin
    ServerOptions server = new ServerOptions();

    @Mixin
    EnergyOption energy = new EnergyOption();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "run.out")
    @Nullable
    Path out;

    @Option(names = "--export", paramLabel = "FILE.jsonl", descriptionKey = "run.export")
    @Nullable
    Path export;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalRunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (export != null) {
            return export(export);
        }
        if (out == null) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.missing", "--out DIR"));
        }
        RunRequest request = asked.request(out);
        ServerAddress address = server.address();
        Traffic traffic = server.traffic();
        Optional<String> key = server.key(console.environment());
        if (key.isPresent() && address.isOpenToReaders()) {
            console.note("cli.run-key-in-clear", address.base().getHost());
        }
        Optional<EnergyModel> model = energy.model();
        RunResult result = ask(request, address, key, traffic);
        if (!result.isComplete()) {
            return incomplete(result);
        }
        Scoring scoring = RunScore.write(request, result, model, console.locale(), threads.count());
        if (json) {
            Map<String, @Nullable Object> object = object(result);
            object.put("report", ScoreJson.of(scoring));
            console.json(object);
        } else {
            notes(result);
            ScoredView.print(console, scoring);
            console.note("cli.run-done", out.toString());
        }
        return ExitCode.DONE;
    }

    /** Writes the requests instead of making them. */
    private int export(Path file) throws IOException {
        int requests = BatchExport.write(asked.request(file), file);
        if (json) {
            console.json(Map.of("export", file.toString(), "requests", requests));
        } else {
            console.print("cli.run-exported", requests, file.toString(), asked.pack);
        }
        if (requests > BatchExport.MOST_REQUESTS) {
            console.note("cli.run-batch-large", BatchExport.MOST_REQUESTS);
        }
        return ExitCode.DONE;
    }

    private RunResult ask(RunRequest request, ServerAddress address, Optional<String> key, Traffic traffic)
            throws IOException, InterruptedException {
        try (EvaluationRun run = EvaluationRun.open(request);
                RunView view = new RunView(console)) {
            if (run.answered() > 0) {
                console.note("cli.run-resumes", run.answered());
            }
            InterruptNotice notice = InterruptNotice.announce(console);
            try {
                return run.execute(address, key, traffic, view);
            } finally {
                notice.withdraw();
            }
        }
    }

    /** No score of a part is ever given as if it were of the whole. */
    private int incomplete(RunResult result) {
        notes(result);
        console.note(
                "cli.run-incomplete",
                result.missing(),
                result.total(),
                result.stopped().or(result::lastFailure).orElseGet(() -> UserMessage.of("cli.run-no-reason")));
        if (json) {
            console.json(object(result));
        }
        return ExitCode.FAILED;
    }

    private void notes(RunResult result) {
        result.failures().forEach((code, count) -> console.note("cli.run-failures", count, code));
        if (result.cut() > 0) {
            console.note("cli.run-cut", result.cut());
        }
    }

    private static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : null;
    }

    private static Map<String, @Nullable Object> object(RunResult result) {
        Map<String, @Nullable Object> object = new TreeMap<>();
        object.put("questions", result.total());
        object.put("answered", result.answered());
        object.put("answeredBefore", result.earlier());
        object.put("missing", result.missing());
        object.put("failures", result.failures());
        object.put("stopped", result.stopped().isPresent());
        object.put("cut", result.cut());
        object.put("complete", result.isComplete());
        object.put("method", result.method().word());
        object.put(
                "measured",
                result.measured()
                        .map(energy -> {
                            Map<String, @Nullable Object> measured = new TreeMap<>();
                            measured.put("seconds", energy.seconds());
                            measured.put("processorJoules", number(energy.processorJoules()));
                            measured.put("graphicsJoules", number(energy.graphicsJoules()));
                            return measured;
                        })
                        .orElse(null));
        return object;
    }
}
