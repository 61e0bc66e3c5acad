package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.releaselog.ReleaseLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a registry of opt-outs. */
@Command(name = "init")
final class RegistryInitCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "REGISTRY", descriptionKey = "registry.new")
    Path registry = Path.of("");

    @Option(names = "--origin", required = true, paramLabel = "NAME", descriptionKey = "registry.origin")
    String origin = "";

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "registry.database")
    @Nullable
    String database;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    RegistryInitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        OptOutRegistry.create(
                registry,
                origin,
                Optional.ofNullable(database),
                Duration.ofSeconds(OptOutRegistry.DEFAULT_MERGE_DELAY.toSeconds()),
                OptOutRegistry.Environment.system());
        ReleaseLog.open(registry).close();
        Path key = registry.resolve("private").resolve("log.key");
        String vkey = Files.readString(registry.resolve("log.vkey")).strip();
        String releases = Files.readString(registry.resolve("releases.vkey")).strip();
        if (json) {
            console.json(Map.of(
                    "registry", registry.toString(),
                    "origin", origin,
                    "vkey", vkey,
                    "releasesVkey", releases,
                    "privateKey", key.toString()));
        } else {
            console.print("cli.registry-ready", registry.toString(), origin);
            console.print("cli.registry-key", vkey);
            console.print("cli.registry-releases-key", releases);
            console.print("cli.registry-private", key.getParent().toString());
        }
        return ExitCode.DONE;
    }
}
