package fr.corpus.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of real data and official vectors that stands beside the repository and never in it. Named by the environment
 * variable CORPUS_SHARED, else the nearest {@code shared} with a {@code data} in it, going up from the working directory.
 */
public final class SharedFolder {

    private SharedFolder() {}

    /** A file or folder in it; skips the calling test, visibly, when it is not there. */
    public static Path need(String relative) {
        Optional<Path> found = candidates()
                .map(folder -> folder.resolve(relative))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), () -> "skipped: shared/" + relative + " is not on this machine");
        return found.orElseThrow();
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = Optional.ofNullable(System.getenv("CORPUS_SHARED")).map(Path::of).stream();
        Stream<Path> above = Stream.<Path>iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, folder -> folder.getParent())
                .map(folder -> folder.resolve("shared"))
                .filter(folder -> Files.isDirectory(folder.resolve("data")));
        return Stream.concat(named, above);
    }
}
