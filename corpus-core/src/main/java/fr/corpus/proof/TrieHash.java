package fr.corpus.proof;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The hashes of a key trie. Confined to one thread.
 *
 * <p>Leaf: SHA-256(0x00 ‖ key ‖ value hash). Node: SHA-256(0x01 ‖ left ‖ right). Empty: SHA-256(0x02).
 */
final class TrieHash {

    static final int BYTES = Digest.BYTES;

    /** The hash of a subtree without keys. */
    static final Digest EMPTY = Sha256.of(new byte[] {2});

    private static final byte[] EMPTY_BYTES = EMPTY.bytes();

    private final MessageDigest sha = Sha256.newDigest();

    /** Hashes the key and value hash that stand at {@code from} into {@code to}. */
    void leaf(byte[] bytes, int from, byte[] out, int to) {
        sha.update((byte) 0);
        sha.update(bytes, from, 2 * BYTES);
        finish(out, to);
    }

    /** Hashes the two hashes that stand side by side at {@code from} into {@code to}, which may be the same place. */
    void node(byte[] bytes, int from, byte[] out, int to) {
        sha.update((byte) 1);
        sha.update(bytes, from, 2 * BYTES);
        finish(out, to);
    }

    private void finish(byte[] out, int to) {
        try {
            sha.digest(out, to, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a digest", e);
        }
    }

    static void empty(byte[] out, int to) {
        System.arraycopy(EMPTY_BYTES, 0, out, to, BYTES);
    }

    Digest leaf(Digest key, Digest valueHash) {
        return hash((byte) 0, key, valueHash);
    }

    Digest node(Digest left, Digest right) {
        return hash((byte) 1, left, right);
    }

    private Digest hash(byte prefix, Digest first, Digest second) {
        sha.update(prefix);
        sha.update(first.bytes());
        return Digest.of(sha.digest(second.bytes()));
    }

    /** The bit of a key at a depth, the most significant bit of its first byte at depth 0. */
    static int bit(byte[] bytes, int from, int depth) {
        return bytes[from + (depth >>> 3)] >>> (7 - (depth & 7)) & 1;
    }

    /** For messages. */
    static String hex(byte[] bytes, int from) {
        return HexFormat.of().formatHex(bytes, from, from + BYTES);
    }
}
