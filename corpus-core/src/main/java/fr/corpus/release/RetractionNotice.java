package fr.corpus.release;

import fr.corpus.hash.Digest;
import fr.corpus.releaselog.LoggedEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Retractions as releases carry them: {@code retractions/<manifest digest>.entry} and {@code .tlog-proof}. That of a release
 * itself says that it is stale; those of others, that it takes their place. No manifest lists them, since they come later.
 */
public final class RetractionNotice {

    private static final String DIRECTORY = "retractions/";

    private RetractionNotice() {}

    /** Path of the retraction of a release, without extension. */
    public static String name(Digest manifest) {
        return DIRECTORY + manifest.hex();
    }

    /**
     * The retraction of a release, as some release carries it.
     *
     * @param release the directory that carries it
     * @param manifest digest of the retracted release’s manifest
     * @throws fr.corpus.error.MalformedSourceException if it is not one
     */
    public static Optional<LoggedEntry> read(Path release, Digest manifest) throws IOException {
        return LoggedEntry.read(release, name(manifest));
    }

    /** The manifest digests of the releases whose retractions a release carries, ascending; files of other names do not count. */
    static List<Digest> all(Path release) throws IOException {
        Path directory = release.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{64}\\" + LoggedEntry.ENTRY))
                    .sorted()
                    .map(name -> Digest.parse(name.substring(0, name.length() - LoggedEntry.ENTRY.length())))
                    .toList();
        }
    }

    /** Puts a retraction in a release. On return it is on the disk. */
    public static void write(Path release, LoggedEntry retraction) throws IOException {
        String name = name(retraction.entry().manifest());
        Files.createDirectories(release.resolve(DIRECTORY));
        DurableFiles.write(release.resolve(name + LoggedEntry.ENTRY), retraction.entryBytes());
        DurableFiles.write(
                release.resolve(name + LoggedEntry.PROOF), retraction.proof().bytes());
    }
}
