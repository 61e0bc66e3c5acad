package fr.corpus.tlog;

import fr.corpus.hash.Digest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Shows that a subtree is part of a tree (Merkle tree certificates, draft-ietf-plants-merkle-tree-certs); from leaf 0 it is
 * the consistency proof of RFC 9162 section 2.1.4. Immutable.
 *
 * @param start first leaf of the subtree
 * @param end one past its last leaf
 * @param size number of leaves of the tree
 * @param hashes nodes from the bottom up
 */
public record SubtreeConsistencyProof(long start, long end, long size, List<Digest> hashes) {

    public SubtreeConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * The proof for a subtree of a tree as it was when it had {@code size} leaves.
     *
     * @throws IllegalArgumentException if the leaves are not a subtree, or not in the tree
     */
    public static SubtreeConsistencyProof of(MerkleNodes tree, long start, long end, long size) {
        if (!MerkleShape.isSubtree(start, end) || end > size || size > tree.size()) {
            throw new IllegalArgumentException("no subtree " + start + " to " + end + " in " + size);
        }
        List<Digest> hashes = new ArrayList<>();
        collect(tree, new Range(start, end), new Range(0, size), true, hashes);
        return new SubtreeConsistencyProof(start, end, size, hashes);
    }

    private record Range(long start, long end) {}

    /** Descends from {@code within} to the wanted leaves; {@code known} says that the verifier has their hash already. */
    private static void collect(MerkleNodes tree, Range wanted, Range within, boolean known, List<Digest> hashes) {
        if (wanted.equals(within)) {
            if (!known) {
                hashes.add(tree.range(within.start(), within.end()));
            }
            return;
        }
        long middle = within.start() + MerkleShape.split(within.end() - within.start());
        Range left = new Range(within.start(), middle);
        Range right = new Range(middle, within.end());
        if (wanted.end() <= middle) {
            collect(tree, wanted, left, known, hashes);
            hashes.add(tree.range(right.start(), right.end()));
        } else if (wanted.start() >= middle) {
            collect(tree, wanted, right, known, hashes);
            hashes.add(tree.range(left.start(), left.end()));
        } else {
            collect(tree, new Range(middle, wanted.end()), right, false, hashes);
            hashes.add(tree.range(left.start(), left.end()));
        }
    }

    /**
     * Whether the subtree with the first root is part of the tree with the second. An empty subtree, whose root is that of
     * nothing, is part of every tree.
     */
    public boolean proves(Digest subtreeRoot, Digest root) {
        if (start < 0 || start > end || end > size) {
            return false;
        }
        if (start == end) {
            return hashes.isEmpty() && subtreeRoot.equals(MerkleHash.EMPTY_ROOT);
        }
        return MerkleShape.isSubtree(start, end) && folds(subtreeRoot, root);
    }

    /** Both roots are computed from one path, so that neither can be chosen apart from the other. */
    private boolean folds(Digest subtreeRoot, Digest root) {
        long first = start;
        long last = end - 1;
        long lastOfTree = size - 1;
        while (first != last && (last == lastOfTree || (last & 1) == 1)) {
            first >>>= 1;
            last >>>= 1;
            lastOfTree >>>= 1;
        }
        Iterator<Digest> path = hashes.iterator();
        if (first != last && !path.hasNext()) {
            return false;
        }
        Digest ofSubtree = first == last ? subtreeRoot : path.next();
        Digest ofTree = ofSubtree;
        while (path.hasNext()) {
            Digest sibling = path.next();
            if (lastOfTree == 0) {
                return false;
            }
            if ((last & 1) == 1 || last == lastOfTree) {
                ofSubtree = first < last ? MerkleHash.node(sibling, ofSubtree) : ofSubtree;
                ofTree = MerkleHash.node(sibling, ofTree);
                while ((last & 1) == 0) {
                    first >>>= 1;
                    last >>>= 1;
                    lastOfTree >>>= 1;
                }
            } else {
                ofTree = MerkleHash.node(ofTree, sibling);
            }
            first >>>= 1;
            last >>>= 1;
            lastOfTree >>>= 1;
        }
        return lastOfTree == 0 && ofSubtree.equals(subtreeRoot) && ofTree.equals(root);
    }
}
