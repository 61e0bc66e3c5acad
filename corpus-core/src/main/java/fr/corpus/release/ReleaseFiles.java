package fr.corpus.release;

import fr.corpus.releaselog.LoggedEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of the files of a release. */
final class ReleaseFiles {

    static final String MANIFEST = "manifest.json";
    static final String CHECKPOINT = "checkpoint";
    static final String CARD_FRENCH = "README.fr.md";
    static final String CARD_ENGLISH = "README.en.md";
    static final String CARD = "README.md";

    /**
     * The manifest does not list itself, nor the checkpoint, which has the digest of the manifest, nor the entry of the log of
     * releases, which has the checkpoint.
     */
    static final List<String> UNLISTED = List.of(
            MANIFEST, CHECKPOINT, LoggedEntry.RELEASE + LoggedEntry.ENTRY, LoggedEntry.RELEASE + LoggedEntry.PROOF);

    /** Notices of retractions come after the manifest as well. */
    private static final Pattern NOTICE = Pattern.compile("retractions/[0-9a-f]{64}\\.(entry|tlog-proof)");

    private ReleaseFiles() {}

    /** Whether a release may have a file of this name though its manifest does not list it. */
    static boolean isUnlisted(String path) {
        return UNLISTED.contains(path) || NOTICE.matcher(path).matches();
    }

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
