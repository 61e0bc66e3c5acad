package fr.corpus.proof;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Keys of a release: SHA-256(type ‖ 0x00 ‖ value). Thread-safe. */
public final class TrieKey {

    private TrieKey() {}

    /** The key of a value in its normal form. */
    public static Digest of(KeyType type, byte[] value) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(type.word().getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) 0);
        return Digest.of(sha.digest(value));
    }

    /** The key of a text value in its normal form, as UTF-8. */
    public static Digest of(KeyType type, String value) {
        return of(type, value.getBytes(StandardCharsets.UTF_8));
    }
}
