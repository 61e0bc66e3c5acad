package fr.corpus.cli.command.bench;

import fr.corpus.bench.GeneratedRegistry;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
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

/** Writes a registry of any number of reservations to build with. */
@Command(name = "registry")
final class BenchRegistryCommand implements Callable<Integer> {

    private static final int MAX = 100_000_000;

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--reservations", required = true, paramLabel = "N", descriptionKey = "bench.reservations")
    int reservations;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "bench.registry-seed")
    long seed = 1;

    @Option(names = "--no-text-codes", descriptionKey = "bench.no-text-codes")
    boolean noTextCodes;

    @Option(names = "--out", required = true, paramLabel = "REGISTRY", descriptionKey = "bench.registry-out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchRegistryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (reservations < 1 || reservations > MAX) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.bad-value", "--reservations", String.valueOf(reservations)));
        }
        GeneratedRegistry written = GeneratedRegistry.generate(out, reservations, seed, !noTextCodes);
        if (json) {
            console.json(Map.of(
                    "registry", out.toString(),
                    "reservations", written.reservations(),
                    "works", written.works(),
                    "samples", written.samples(),
                    "seed", seed));
        } else {
            console.print(
                    "cli.bench-made-registry",
                    written.reservations(),
                    written.works(),
                    written.samples(),
                    out.toString());
        }
        return ExitCode.DONE;
    }
}
