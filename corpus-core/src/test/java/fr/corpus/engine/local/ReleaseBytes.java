package fr.corpus.engine.local;

import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The digest of every file of a release by its path. */
final class ReleaseBytes {

    private ReleaseBytes() {}

    static Map<String, String> of(Path release) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(
                        release.relativize(file).toString(),
                        Sha256.of(Files.readAllBytes(file)).hex());
            }
        }
        return digests;
    }
}
