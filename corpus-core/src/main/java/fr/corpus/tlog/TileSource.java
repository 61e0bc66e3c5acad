package fr.corpus.tlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a log come from: a directory, a web server, a mirror. */
@FunctionalInterface
public interface TileSource {

    /**
     * The bytes of a file, empty when it is not there.
     *
     * @param path under the log's prefix, with / separators: {@code checkpoint}, or a {@link TilePath}
     */
    Optional<byte[]> read(String path) throws IOException;

    /** The files under a directory. */
    static TileSource of(Path directory) {
        return path -> {
            try {
                return Optional.of(Files.readAllBytes(directory.resolve(path)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        };
    }
}
