package fr.corpus.cli.command.bench;

import fr.corpus.bench.CorpusGenerator;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
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

    @Mixin
    ThreadsOption threads = new ThreadsOption();

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
        CorpusGenerator.Generated written;
        try {
            written = CorpusGenerator.generate(megabytes, seed, out, threads.count());
        } catch (FileAlreadyExistsException e) {
            throw new EngineException(UserMessage.of("cli.bench-exists", String.valueOf(e.getFile())), e);
        }
        if (json) {
            console.json(Map.of(
                    "directory", out.toString(),
                    "documents", written.documents(),
                    "textBytes", written.textBytes(),
                    "exactCopies", written.exactCopies(),
                    "nearCopies", written.nearCopies(),
                    "seed", seed));
        } else {
            console.print(
                    "cli.bench-generated",
                    written.documents(),
                    written.textBytes() / 1e6,
                    written.exactCopies(),
                    written.nearCopies(),
                    out.toString());
        }
        return ExitCode.DONE;
    }
}
