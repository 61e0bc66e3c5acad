package fr.corpus.hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Size and SHA-256 of a file, from one reading of it.
 *
 * @param bytes its size as it was read
 * @param sha256 of all of them
 */
public record FileDigest(long bytes, Digest sha256) {

    private static final int BUFFER_BYTES = 1 << 18;

    /**
     * Reads a file.
     *
     * @throws IOException if it is not there or cannot be read
     */
    public static FileDigest of(Path file) throws IOException {
        MessageDigest sha = Sha256.newDigest();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
                bytes += n;
            }
        }
        return new FileDigest(bytes, Digest.of(sha.digest()));
    }
}
