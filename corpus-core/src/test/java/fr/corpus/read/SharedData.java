package fr.corpus.read;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the repository, which tests read where it is and skip visibly where it is not. */
final class SharedData {

    private SharedData() {}

    /** A folder of the shared data; skips the test when there is none. */
    static Path folder(String name) {
        String named = System.getenv("CORPUS_SHARED");
        Path found = named == null ? Path.of("absent") : Path.of(named).resolve(name);
        for (Path up = Path.of("").toAbsolutePath(); up != null && !Files.isDirectory(found); up = up.getParent()) {
            found = up.resolve("shared/data").resolve(name);
        }
        assumeThat(found)
                .as("shared data %s: set CORPUS_SHARED to its folder to run this test", name)
                .isDirectory();
        return found;
    }
}
