package fr.corpus.tlog;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of a growing Merkle tree, RFC 6962 section 2.1, in memory logarithmic in its size. Confined to one thread.
 *
 * <p>Leaf hash: SHA-256(0x00 ‖ entry); node hash: SHA-256(0x01 ‖ left ‖ right); empty root: SHA-256 of nothing.
 */
public final class MerkleAccumulator {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha = Sha256.newDigest();
    /** Roots of the perfect subtrees, largest first: one for each bit set in the size. */
    private final List<byte[]> peaks = new ArrayList<>();

    private long size;

    /** Appends one entry. */
    public void add(byte[] entry) {
        addLeafHash(leafHash(entry));
    }

    /** Appends a leaf whose hash is known, 32 bytes. */
    public void addLeafHash(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long s = size; (s & 1) == 1; s >>>= 1) {
            hash = nodeHash(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size++;
    }

    /** The hash of an entry as a leaf, 32 bytes. */
    public byte[] leafHash(byte[] entry) {
        sha.update(LEAF);
        return sha.digest(entry);
    }

    private byte[] nodeHash(byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    /** Number of entries. */
    public long size() {
        return size;
    }

    /** The root over all entries so far. */
    public Digest root() {
        if (peaks.isEmpty()) {
            return Digest.of(sha.digest());
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = nodeHash(peaks.get(i), root);
        }
        return Digest.of(root);
    }
}
