package fr.corpus.release;

import fr.corpus.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The body of a C2SP tlog-checkpoint over the data table: origin, number of rows, Merkle root, then the digest of the
 * manifest as an extension line. Immutable. Not signed in this version.
 *
 * @param origin name of the log, {@code corpus/<recipe name>}
 * @param size number of rows
 * @param root Merkle root
 * @param manifest SHA-256 of {@code manifest.json}
 */
record ReleaseCheckpoint(String origin, long size, Digest root, Digest manifest) {

    static ReleaseCheckpoint of(Manifest manifest, Digest manifestDigest) {
        return new ReleaseCheckpoint(
                "corpus/" + escape(manifest.identity().name()),
                manifest.statistics().released().documents(),
                manifest.roots().data(),
                manifestDigest);
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
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
