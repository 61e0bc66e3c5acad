package fr.corpus.tlog;

import fr.corpus.hash.Digest;

/** The perfect subtrees of a tree, wherever they are kept: all that proofs are made of. */
public interface MerkleNodes {

    /** Number of leaves. */
    long size();

    /**
     * The hash over the leaves from {@code index << level} to {@code (index + 1) << level}, all of which are in the tree.
     *
     * @param level 0 for leaves, at most 62
     * @param index the subtree's number within its level, from 0
     */
    Digest node(int level, long index);

    /**
     * The hash over the leaves from {@code start} to {@code end}, split as RFC 6962 section 2.1 says.
     *
     * @throws IllegalArgumentException unless 0 ≤ start ≤ end ≤ size
     */
    default Digest range(long start, long end) {
        if (start < 0 || end < start || end > size()) {
            throw new IllegalArgumentException("no leaves " + start + " to " + end + " in a tree of " + size());
        }
        long count = end - start;
        if (count == 0) {
            return MerkleHash.EMPTY_ROOT;
        }
        if (Long.bitCount(count) == 1 && start % count == 0) {
            int level = Long.numberOfTrailingZeros(count);
            return node(level, start >>> level);
        }
        long left = MerkleShape.split(count);
        return MerkleHash.node(range(start, start + left), range(start + left, end));
    }

    /** The root of the tree as it was when it had so many leaves. */
    default Digest root(long size) {
        return range(0, size);
    }
}
