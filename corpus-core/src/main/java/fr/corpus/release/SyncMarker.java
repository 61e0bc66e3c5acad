package fr.corpus.release;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a copy of a release that is being brought to another keeps what it has fetched. As long as files are being exchanged the
 * copy is neither release, and no verb reads it.
 */
public final class SyncMarker {

    /** Folder in the copy. */
    public static final String DIRECTORY = ".corpus-sync";

    private static final String EXCHANGING = "exchanging";

    private SyncMarker() {}

    /** The file that says that files are being exchanged. */
    public static Path exchanging(Path copy) {
        return copy.resolve(DIRECTORY).resolve(EXCHANGING);
    }

    /**
     * Refuses a copy whose files are being exchanged.
     *
     * @throws IntegrityException if they are
     */
    public static void verifyNotExchanging(Path copy) {
        if (Files.exists(exchanging(copy))) {
            throw new IntegrityException(UserMessage.of("release.sync-cut", copy.toString()));
        }
    }
}
