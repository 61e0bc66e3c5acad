package fr.corpus.tlog;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.security.MessageDigest;

/**
 * The three hashes of a Merkle tree, RFC 6962 section 2.1 with SHA-256. Thread-safe.
 *
 * <p>Leaf: SHA-256(0x00 ‖ entry). Node: SHA-256(0x01 ‖ left ‖ right). Empty tree: SHA-256 of nothing.
 */
public final class MerkleHash {

    /** The root of a tree without entries. */
    public static final Digest EMPTY_ROOT = Sha256.of(new byte[0]);

    static final byte LEAF = 0;
    static final byte NODE = 1;

    private MerkleHash() {}

    /** The hash of an entry as a leaf. */
    public static Digest leaf(byte[] entry) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(LEAF);
        return Digest.of(sha.digest(entry));
    }

    /** The hash of two subtrees side by side. */
    public static Digest node(Digest left, Digest right) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(NODE);
        sha.update(left.bytes());
        return Digest.of(sha.digest(right.bytes()));
    }
}
