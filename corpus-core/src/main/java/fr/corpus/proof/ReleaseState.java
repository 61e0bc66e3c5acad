package fr.corpus.proof;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.releaselog.ReleaseCommitment;
import fr.corpus.tlog.Checkpoint;
import java.nio.charset.StandardCharsets;

/**
 * What a release commits to, all of it read from its checkpoint. Immutable.
 *
 * @param note the checkpoint as it stands: the text alone, or a signed note around it
 * @param checkpoint its text
 * @param manifest SHA-256 of the manifest
 * @param keySet version of the set of keys
 * @param keysRoot root of the trie of keys
 */
public record ReleaseState(String note, Checkpoint checkpoint, Digest manifest, String keySet, Digest keysRoot) {

    /** Longest checkpoint read, in UTF-16 units. */
    public static final int MAX_LENGTH = 1 << 16;

    /**
     * Reads a checkpoint of a release with keys.
     *
     * @throws MalformedSourceException if it is none
     */
    public static ReleaseState parse(String note) {
        if (note.length() > MAX_LENGTH) {
            throw malformed("checkpoint");
        }
        int blank = note.indexOf("\n\n");
        ReleaseCommitment release;
        try {
            release = ReleaseCommitment.parse(blank < 0 ? note : note.substring(0, blank + 1));
        } catch (MalformedSourceException e) {
            throw new MalformedSourceException(
                    e.message().key().startsWith("tlog.") ? e.message() : message("checkpoint"), e);
        }
        ReleaseCommitment.Keys keys = release.keys().orElseThrow(() -> malformed("checkpoint"));
        if (!ReleaseKeys.isKnown(keys.set())) {
            throw malformed("key-set");
        }
        return new ReleaseState(note, release.checkpoint(), release.manifest(), keys.set(), keys.root());
    }

    /** Whether there are signatures around the text; whose, and whether they hold, a policy says. */
    public boolean isSigned() {
        return note.contains("\n\n");
    }

    /** The bytes of the note. */
    public byte[] noteBytes() {
        return note.getBytes(StandardCharsets.UTF_8);
    }

    private static MalformedSourceException malformed(String detail) {
        return new MalformedSourceException(message(detail));
    }

    private static UserMessage message(String detail) {
        return UserMessage.of("proof.malformed-bundle", UserMessage.of("proof.detail." + detail));
    }
}
