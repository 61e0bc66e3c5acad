package fr.corpus.proof;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

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

    private static final String MANIFEST = "manifest ";
    private static final String KEYS = "keys ";

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
        Checkpoint checkpoint = Checkpoint.parse(blank < 0 ? note : note.substring(0, blank + 1));
        List<String> lines = checkpoint.extensions();
        if (lines.size() != 2
                || !lines.get(0).startsWith(MANIFEST)
                || !lines.get(1).startsWith(KEYS)) {
            throw malformed("checkpoint");
        }
        String[] keys = lines.get(1).substring(KEYS.length()).split(" ", -1);
        if (keys.length != 2 || !keys[0].equals(ReleaseKeys.VERSION)) {
            throw malformed("key-set");
        }
        return new ReleaseState(
                note, checkpoint, digest(lines.get(0).substring(MANIFEST.length())), keys[0], digest(keys[1]));
    }

    /** Whether there are signatures around the text; whose, and whether they hold, a policy says. */
    public boolean isSigned() {
        return note.contains("\n\n");
    }

    /** The bytes of the note. */
    public byte[] noteBytes() {
        return note.getBytes(StandardCharsets.UTF_8);
    }

    private static Digest digest(String base64) {
        try {
            Digest digest = Digest.of(Base64.getDecoder().decode(base64));
            if (Base64.getEncoder().encodeToString(digest.bytes()).equals(base64)) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            throw malformed("checkpoint");
        }
        throw malformed("checkpoint");
    }

    private static MalformedSourceException malformed(String detail) {
        return new MalformedSourceException(
                UserMessage.of("proof.malformed-bundle", UserMessage.of("proof.detail." + detail)));
    }
}
