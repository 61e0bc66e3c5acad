package fr.corpus.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4) in one call. Thread-safe. */
public final class Sha256 {

    private Sha256() {}

    /** A fresh, unshared computation, for input that comes in pieces. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of some bytes. */
    public static Digest of(byte[] bytes) {
        return Digest.of(newDigest().digest(bytes));
    }

    /** The digest of a part of an array. */
    public static Digest of(byte[] bytes, int offset, int length) {
        MessageDigest digest = newDigest();
        digest.update(bytes, offset, length);
        return Digest.of(digest.digest());
    }

    /** The digest of a text's UTF-8 bytes; a lone surrogate counts as {@code ?}. */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
