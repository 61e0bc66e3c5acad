package fr.corpus.release;

import fr.corpus.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The body of a C2SP tlog-checkpoint over the data table: origin, number of rows, Merkle root, then as extension
 * lines the digest of the manifest and the root of the keys. Immutable. Not signed in this version.
 *
 * @param origin name of the log, {@code corpus/<recipe name>}
 * @param size number of rows
 * @param root Merkle root
 * @param manifest SHA-256 of {@code manifest.json}
 * @param keys the keys of what is released, when they were built
 */
record ReleaseCheckpoint(String origin, long size, Digest root, Digest manifest, Optional<Manifest.KeySet> keys) {

    static ReleaseCheckpoint of(Manifest manifest, Digest manifestDigest) {
        return new ReleaseCheckpoint(
                originOf(manifest.identity().name()),
                manifest.statistics().released().documents(),
                manifest.roots().data(),
                manifestDigest,
                manifest.keys());
    }

    /** The origin of the releases of a recipe. */
    static String originOf(String recipe) {
        return "corpus/" + escape(recipe);
    }

    /** An origin has no blank, plus sign or line feed: what is not a letter, digit or one of . _ - is percent-encoded. */
    private static String escape(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._-".indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return out.toString();
    }

    byte[] toBytes() {
        String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n"
                + "manifest " + Base64.getEncoder().encodeToString(manifest.bytes()) + "\n";
        String ofKeys = keys.map(set -> "keys " + set.version() + " "
                        + Base64.getEncoder().encodeToString(set.root().bytes()) + "\n")
                .orElse("");
        return (text + ofKeys).getBytes(StandardCharsets.UTF_8);
    }
}
