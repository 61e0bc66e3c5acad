package fr.corpus.cli.command;

import fr.corpus.cli.bench.BenchCorpus;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a corpus of any size to measure with. */
@Command(name = "generate")
final class BenchGenerateCommand implements Callable<Integer> {

    private static final long MAX_MEGABYTES = 10_000_000;

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--megabytes", required = true, paramLabel = "N", descriptionKey = "megabytes")
    long megabytes;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed")
    long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "bench.out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchGenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (megabytes < 1 || megabytes > MAX_MEGABYTES) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.megabytes-range", String.valueOf(MAX_MEGABYTES), String.valueOf(megabytes)));
        }
        BenchCorpus.Written written = BenchCorpus.generate(megabytes, seed, out);
        if (json) {
            console.json(Map.of(
                    "directory", out.toString(),
                    "documents", written.documents(),
                    "textBytes", written.textBytes(),
                    "files", written.files(),
                    "seed", seed));
        } else {
            console.print(
                    "cli.bench-generated",
                    written.documents(),
                    written.textBytes() / 1e6,
                    written.files(),
                    out.toString());
        }
        return ExitCode.DONE;
    }
}
