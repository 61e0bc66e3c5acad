package fr.corpus.cli.command.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A registry whose log of releases says whether a release is stale. */
public final class StalenessOption {

    @Option(names = "--registry", paramLabel = "DIR", descriptionKey = "stale.registry")
    @Nullable
    Path registry;

    /** What is known of a release; a stale one is told at once. */
    public StaleNotice of(Path release, Console console) throws IOException {
        return StaleNotice.of(release, Optional.ofNullable(registry), console);
    }
}
