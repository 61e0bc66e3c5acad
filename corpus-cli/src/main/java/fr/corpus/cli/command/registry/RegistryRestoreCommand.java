package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.optout.OptOutRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a lost database back what the log holds. */
@Command(name = "restore")
final class RegistryRestoreCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "REGISTRY", descriptionKey = "registry")
    Path registry = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    RegistryRestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        long restored = OptOutRegistry.restore(registry, Duration.ZERO);
        if (json) {
            console.json(Map.of("registry", registry.toString(), "restored", restored));
        } else {
            console.print("cli.registry-restored", registry.toString(), restored);
        }
        return ExitCode.DONE;
    }
}
