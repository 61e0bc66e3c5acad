package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which outputs of which tool are judged by which pack: shared by commands that score. */
final class OutputArguments {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Mixin
    EnergyOption energy = new EnergyOption();

    @Option(names = "--measured", paramLabel = "FILE", descriptionKey = "score.measured")
    @Nullable
    Path measured;

    @Option(names = "--pack", paramLabel = "ID@V", required = true, descriptionKey = "score.pack")
    String pack = "";

    @Option(names = "--data", paramLabel = "FILE", descriptionKey = "score.data")
    List<Path> data = List.of();

    @Option(names = "--from", paramLabel = "TOOL", descriptionKey = "score.from")
    String from = OutputFormat.NEUTRAL.key();

    @Option(names = "--map", paramLabel = "USE=COLUMN", split = ",", descriptionKey = "score.map")
    Map<String, String> mapping = new TreeMap<>();

    @Option(names = "--task", paramLabel = "NAME", descriptionKey = "score.task")
    @Nullable
    String task;

    @Option(names = "--prompt", paramLabel = "NAME", descriptionKey = "score.prompt")
    @Nullable
    String prompt;

    @Option(names = "--partial", descriptionKey = "score.partial")
    boolean partial;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "score.seed")
    long seed = Resampling.SEED;

    /** The request for one file. */
    ScoreRequest request(Path outputs) {
        OutputFormat format = OutputFormat.of(from)
                .orElseThrow(() -> refused("cli.score-from", from, String.join(", ", OutputFormat.keys())));
        if (seed < 0) {
            throw refused("cli.score-seed", String.valueOf(seed));
        }
        for (String use : mapping.keySet()) {
            if (!ScoreRequest.USES.contains(use)) {
                throw refused("cli.score-map", use, String.join(", ", ScoreRequest.USES));
            }
        }
        return new ScoreRequest(
                        outputs,
                        format,
                        pack,
                        data,
                        mapping,
                        Optional.ofNullable(task),
                        Optional.ofNullable(prompt),
                        partial,
                        seed)
                .withEnergy(energy.model())
                .withMeasured(Optional.ofNullable(measured));
    }

    private UsageError.Refused refused(String key, Object... arguments) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of(key, arguments));
    }
}
