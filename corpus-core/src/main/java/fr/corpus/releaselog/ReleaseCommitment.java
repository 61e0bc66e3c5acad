package fr.corpus.releaselog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.Checkpoint;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What the checkpoint of a release commits to ({@code docs/formats/release.md}). Immutable.
 *
 * @param checkpoint the checkpoint, over the rows of the data table
 * @param manifest SHA-256 of the manifest: by it a release is known
 * @param keys the keys of what is released, when they were built
 */
public record ReleaseCommitment(Checkpoint checkpoint, Digest manifest, Optional<Keys> keys) {

    /** Longest checkpoint of a release read, in UTF-16 units. */
    public static final int MAX_LENGTH = 1 << 14;

    private static final String MANIFEST = "manifest ";
    private static final String KEYS = "keys ";

    /**
     * The keys of a release. Immutable.
     *
     * @param set version of the set of keys, {@code keys@2}
     * @param root of their trie
     */
    public record Keys(String set, Digest root) {}

    /**
     * Reads the checkpoint of a release.
     *
     * @param text without signatures, ended by a line feed
     * @throws MalformedSourceException if it is none
     */
    public static ReleaseCommitment parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Malformed.checkpoint();
        }
        Checkpoint checkpoint = Checkpoint.parse(text);
        List<String> lines = checkpoint.extensions();
        if (lines.isEmpty() || lines.size() > 2 || !lines.get(0).startsWith(MANIFEST)) {
            throw Malformed.checkpoint();
        }
        Digest manifest = digest(lines.get(0).substring(MANIFEST.length()));
        Optional<Keys> keys = lines.size() == 2 ? Optional.of(keys(lines.get(1))) : Optional.empty();
        return new ReleaseCommitment(checkpoint, manifest, keys);
    }

    private static Keys keys(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !line.startsWith(KEYS) || words[1].isEmpty()) {
            throw Malformed.checkpoint();
        }
        return new Keys(words[1], digest(words[2]));
    }

    /** The base64 of 32 bytes, in its only spelling. */
    private static Digest digest(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == Digest.BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return Digest.of(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw Malformed.checkpoint();
        }
        throw Malformed.checkpoint();
    }
}
