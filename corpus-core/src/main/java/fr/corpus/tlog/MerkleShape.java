package fr.corpus.tlog;

/** Which leaves stand under which node: arithmetic only. */
final class MerkleShape {

    private MerkleShape() {}

    /** The largest power of two below {@code count}, which is at least 2. */
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /**
     * Whether the leaves from {@code start} to {@code end} are a subtree of every larger tree: {@code start} is a multiple of
     * the smallest power of two that is not below their number.
     */
    static boolean isSubtree(long start, long end) {
        if (start < 0 || end <= start) {
            return false;
        }
        long count = end - start;
        long width = count == 1 ? 1 : Long.highestOneBit(count - 1) << 1;
        return width > 0 && start % width == 0;
    }
}
