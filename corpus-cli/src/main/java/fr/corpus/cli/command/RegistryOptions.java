package fr.corpus.cli.command;

import fr.corpus.optout.OptOutRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which registry is opened, and how long to wait for another registrar. */
final class RegistryOptions {

    private static final int DEFAULT_WAIT_SECONDS = 30;

    @Parameters(index = "0", paramLabel = "REGISTRY", descriptionKey = "registry")
    Path registry = Path.of("");

    @Option(names = "--wait-seconds", paramLabel = "N", descriptionKey = "registry.wait")
    int waitSeconds = DEFAULT_WAIT_SECONDS;

    /** Opens it for writing. */
    OptOutRegistry open() throws IOException {
        return OptOutRegistry.open(
                registry, Duration.ofSeconds(Math.max(0, waitSeconds)), OptOutRegistry.Environment.system());
    }
}
