package fr.corpus.proof;

/** Hashes of subtrees over sorted records in memory. Confined to one thread. */
final class Subtree {

    private static final int NODE = 2 * TrieHash.BYTES;
    private static final int MAX_DEPTH = 256;

    private final TrieHash hash = new TrieHash();
    /** For each depth the hashes of two children. */
    private final byte[] children = new byte[(MAX_DEPTH + 1) * NODE];

    /**
     * The hash over the records from {@code low} to {@code high}, which share their first {@code depth} bits, into {@code
     * out}.
     *
     * @param records of {@link TrieLayout#RECORD} bytes
     */
    void hash(byte[] records, int low, int high, int depth, byte[] out, int to) {
        if (high == low) {
            TrieHash.empty(out, to);
        } else if (high - low == 1) {
            hash.leaf(records, low * TrieLayout.RECORD, out, to);
        } else {
            int middle = split(records, low, high, depth);
            int at = depth * NODE;
            hash(records, low, middle, depth + 1, children, at);
            hash(records, middle, high, depth + 1, children, at + TrieHash.BYTES);
            hash.node(children, at, out, to);
        }
    }

    /** The first record whose bit at the depth is 1. */
    static int split(byte[] records, int low, int high, int depth) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (TrieHash.bit(records, middle * TrieLayout.RECORD, depth) == 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
