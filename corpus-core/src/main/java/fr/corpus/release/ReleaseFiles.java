package fr.corpus.release;

import fr.corpus.releaselog.LoggedEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of the files of a release. */
final class ReleaseFiles {

    static final String MANIFEST = "manifest.json";
    static final String CHECKPOINT = "checkpoint";
    static final String CARD_FRENCH = "README.fr.md";
    static final String CARD_ENGLISH = "README.en.md";
    static final String CARD = "README.md";

    /**
     * The manifest does not list itself, nor the checkpoint, which has the digest of the manifest, nor the entries of the log of
     * releases, which have the checkpoint.
     */
    static final List<String> UNLISTED = List.of(
            MANIFEST,
            CHECKPOINT,
            LoggedEntry.RELEASE + LoggedEntry.ENTRY,
            LoggedEntry.RELEASE + LoggedEntry.PROOF,
            LoggedEntry.RETRACTION + LoggedEntry.ENTRY,
            LoggedEntry.RETRACTION + LoggedEntry.PROOF);

    private ReleaseFiles() {}

    /** The text of a licence. */
    static String license(String id) {
        return "LICENSES/" + id + ".txt";
    }

    /** Every file under a directory, relative, / separators, sorted. Symbolic links count as files and are not followed. */
    static List<String> list(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> !Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
