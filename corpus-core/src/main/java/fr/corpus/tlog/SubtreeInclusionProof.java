package fr.corpus.tlog;

import fr.corpus.hash.Digest;
import java.util.List;

/**
 * Shows that a leaf stands in a subtree (Merkle tree certificates, draft-ietf-plants-merkle-tree-certs). Immutable.
 *
 * @param index the leaf's index in the whole tree
 * @param start first leaf of the subtree
 * @param end one past its last leaf
 * @param hashes siblings from the leaf up to the subtree's root
 */
public record SubtreeInclusionProof(long index, long start, long end, List<Digest> hashes) {

    public SubtreeInclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether the leaf stands at the index under the subtree's root. */
    public boolean proves(Digest leafHash, Digest subtreeRoot) {
        return MerkleShape.isSubtree(start, end)
                && index >= start
                && new InclusionProof(index - start, end - start, hashes).proves(leafHash, subtreeRoot);
    }
}
