package fr.corpus.cli.command.registry;

import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.RegistryDirectory;
import fr.corpus.releaselog.ReleaseLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which registry is opened, and how long to wait for another registrar. */
final class RegistryOptions {

    private static final int DEFAULT_WAIT_SECONDS = 30;

    @Parameters(index = "0", paramLabel = "REGISTRY", descriptionKey = "registry")
    Path registry = Path.of("");

    @Option(names = "--wait-seconds", paramLabel = "N", descriptionKey = "registry.wait")
    int waitSeconds = DEFAULT_WAIT_SECONDS;

    /** Opens its log of releases for writing, if it has one. */
    Optional<ReleaseLog> openReleases() throws IOException {
        return new RegistryDirectory(registry).hasReleases()
                ? Optional.of(ReleaseLog.open(registry, patience(), OptOutRegistry.Environment.system()))
                : Optional.empty();
    }

    private Duration patience() {
        return Duration.ofSeconds(Math.max(0, waitSeconds));
    }

    /** Opens it for writing. */
    OptOutRegistry open() throws IOException {
        return OptOutRegistry.open(registry, patience(), OptOutRegistry.Environment.system());
    }
}
