package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows that a leaf stands at an index of a tree (RFC 9162 section 2.1.3). Immutable. May come from a stranger: nothing
 * holds until {@link #proves} says so.
 *
 * @param index the leaf's index, from 0
 * @param size number of leaves of the tree
 * @param hashes siblings from the leaf up to the root
 */
public record InclusionProof(long index, long size, List<Digest> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * The proof for a leaf of a tree as it was when it had {@code size} leaves.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size ≤ size of the tree
     */
    public static InclusionProof of(MerkleNodes tree, long index, long size) {
        if (index < 0 || index >= size || size > tree.size()) {
            throw new IllegalArgumentException("no leaf " + index + " in " + size + " of " + tree.size());
        }
        List<Digest> hashes = new ArrayList<>();
        collect(tree, index, 0, size, hashes);
        return new InclusionProof(index, size, hashes);
    }

    private static void collect(MerkleNodes tree, long index, long start, long end, List<Digest> hashes) {
        if (end - start == 1) {
            return;
        }
        long middle = start + MerkleShape.split(end - start);
        if (index < middle) {
            collect(tree, index, start, middle, hashes);
            hashes.add(tree.range(middle, end));
        } else {
            collect(tree, index, middle, end, hashes);
            hashes.add(tree.range(start, middle));
        }
    }

    /** The root that follows from the leaf's hash; empty if index, size and number of hashes do not fit together. */
    public Optional<Digest> root(Digest leafHash) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        int border = Long.bitCount(index >>> inner);
        if (hashes.size() != inner + border) {
            return Optional.empty();
        }
        Digest hash = leafHash;
        for (int i = 0; i < hashes.size(); i++) {
            boolean siblingOnTheRight = i < inner && (index >>> i & 1) == 0;
            Digest sibling = hashes.get(i);
            hash = siblingOnTheRight ? MerkleHash.node(hash, sibling) : MerkleHash.node(sibling, hash);
        }
        return Optional.of(hash);
    }

    /** Whether the leaf stands at the index of the tree with this root. */
    public boolean proves(Digest leafHash, Digest root) {
        return root(leafHash).filter(root::equals).isPresent();
    }

    /**
     * Requires {@link #proves}.
     *
     * @throws IntegrityException if the proof does not hold
     */
    public void verify(Digest leafHash, Digest root) {
        if (!proves(leafHash, root)) {
            throw new IntegrityException(UserMessage.of(
                    "tlog.inclusion-false",
                    String.valueOf(index),
                    String.valueOf(size),
                    root.hex(),
                    root(leafHash).map(Digest::hex).orElse("-")));
        }
    }
}
