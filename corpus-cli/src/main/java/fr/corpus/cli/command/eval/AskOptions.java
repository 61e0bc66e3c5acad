package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.metric.SegmentLines;
import fr.corpus.eval.pack.FewShotRule;
import fr.corpus.eval.run.Preamble;
import fr.corpus.eval.run.RunMethod;
import fr.corpus.eval.run.RunRequest;
import fr.corpus.eval.run.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is asked of which model, and how. */
final class AskOptions {

    private static final int MAX_TOKENS = 1_000_000;
    private static final double MAX_TEMPERATURE = 100;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", paramLabel = "NAME", required = true, descriptionKey = "run.model")
    String model = "";

    @Option(names = "--pack", paramLabel = "ID@V", required = true, descriptionKey = "run.pack")
    String pack = "";

    @Option(names = "--data", paramLabel = "FILE", descriptionKey = "score.data")
    List<Path> data = List.of();

    @Option(names = "--prompts", paramLabel = "NAME|all", split = ",", descriptionKey = "run.prompts")
    List<String> prompts = List.of();

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "run.method")
    String method = RunMethod.AUTO.word();

    @Option(names = "--few-shot", paramLabel = "N", descriptionKey = "run.few-shot")
    @Nullable
    Integer fewShot;

    @Option(names = "--system", paramLabel = "FILE", descriptionKey = "run.system")
    @Nullable
    Path system;

    @Option(names = "--temperature", paramLabel = "T", descriptionKey = "run.temperature")
    double temperature = Sampling.GREEDY.temperature();

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "run.seed")
    long seed = Sampling.GREEDY.seed();

    @Option(names = "--max-tokens", paramLabel = "N", descriptionKey = "run.max-tokens")
    @Nullable
    Integer maxTokens;

    @Option(names = "--stop", paramLabel = "TEXT", descriptionKey = "run.stop")
    List<String> stop = List.of();

    @Option(names = "--param", paramLabel = "NAME=JSON", descriptionKey = "run.param")
    Map<String, String> parameters = new TreeMap<>();

    RunRequest request(Path directory) throws IOException {
        RunMethod chosen = RunMethod.of(method)
                .orElseThrow(() -> refused("cli.run-method", method, String.join(", ", RunMethod.words())));
        if (model.isBlank()) {
            throw refused("cli.run-no-model");
        }
        return new RunRequest(
                pack,
                data,
                prompts.contains("all") ? List.of() : prompts,
                prompts.contains("all"),
                model,
                chosen,
                preamble(),
                sampling(),
                directory);
    }

    private Preamble preamble() throws IOException {
        if (fewShot != null && (fewShot < 0 || fewShot > FewShotRule.MOST)) {
            throw refused("cli.run-range", "--few-shot", 0, FewShotRule.MOST, fewShot);
        }
        String told = system == null ? "" : String.join("\n", SegmentLines.read(system));
        if (system != null && told.isBlank()) {
            throw refused("cli.run-system-empty", system.toString());
        }
        return new Preamble(
                fewShot == null ? OptionalInt.empty() : OptionalInt.of(fewShot),
                told.isEmpty() ? Optional.empty() : Optional.of(told));
    }

    private Sampling sampling() {
        if (!(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw refused("cli.run-range", "--temperature", 0, MAX_TEMPERATURE, temperature);
        }
        if (seed < 0) {
            throw refused("cli.score-seed", String.valueOf(seed));
        }
        if (maxTokens != null && (maxTokens < 1 || maxTokens > MAX_TOKENS)) {
            throw refused("cli.run-range", "--max-tokens", 1, MAX_TOKENS, maxTokens);
        }
        Map<String, @Nullable Object> more = new TreeMap<>();
        parameters.forEach((name, json) -> {
            try {
                more.put(name, Sampling.parseValue(json));
            } catch (IllegalArgumentException e) {
                throw refused("cli.run-param", name, json);
            }
        });
        for (String ours : Sampling.RESERVED) {
            if (more.containsKey(ours)) {
                throw refused("cli.run-param-ours", ours);
            }
        }
        return new Sampling(
                temperature, seed, maxTokens == null ? OptionalInt.empty() : OptionalInt.of(maxTokens), stop, more);
    }

    private UsageError.Refused refused(String key, Object... arguments) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of(key, arguments));
    }
}
