package fr.corpus.cli.command.bench;

import fr.corpus.cli.bench.ScratchDirectory;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a measure writes what is removed after it. */
final class ScratchOption {

    @Option(names = "--in", paramLabel = "DIR", descriptionKey = "bench.scratch")
    Path in = Path.of(System.getProperty("java.io.tmpdir"));

    /** A new directory there. */
    ScratchDirectory open() throws IOException {
        return ScratchDirectory.in(in);
    }
}
