package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.util.List;

/**
 * Shows that a tree only grew (RFC 9162 section 2.1.4). Immutable. May come from a stranger: nothing holds until {@link
 * #proves} says so.
 *
 * @param oldSize number of leaves before; of 0 nothing can be shown
 * @param newSize number of leaves after
 * @param hashes nodes from the bottom up
 */
public record ConsistencyProof(long oldSize, long newSize, List<Digest> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * The proof between two sizes of a tree.
     *
     * @throws IllegalArgumentException unless 0 &lt; oldSize ≤ newSize ≤ size of the tree
     */
    public static ConsistencyProof of(MerkleNodes tree, long oldSize, long newSize) {
        SubtreeConsistencyProof proof = SubtreeConsistencyProof.of(tree, 0, oldSize, newSize);
        return new ConsistencyProof(oldSize, newSize, proof.hashes());
    }

    /** Whether the first {@code oldSize} leaves of the tree with the new root are those of the tree with the old root. */
    public boolean proves(Digest oldRoot, Digest newRoot) {
        return oldSize > 0 && new SubtreeConsistencyProof(0, oldSize, newSize, hashes).proves(oldRoot, newRoot);
    }

    /**
     * Requires {@link #proves}.
     *
     * @throws IntegrityException if the proof does not hold
     */
    public void verify(Digest oldRoot, Digest newRoot) {
        if (!proves(oldRoot, newRoot)) {
            throw new IntegrityException(UserMessage.of(
                    "tlog.consistency-false",
                    String.valueOf(oldSize),
                    oldRoot.hex(),
                    String.valueOf(newSize),
                    newRoot.hex()));
        }
    }
}
