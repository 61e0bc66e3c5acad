package fr.corpus.proof;

import java.nio.file.Path;

/** Where things stand in the three files of a key trie (docs/formats/key-trie.md). Immutable. */
final class TrieLayout {

    static final long MAGIC = 0x434F52504B545249L; // CORPKTRI
    static final int VERSION = 1;
    static final int HEADER = 64;

    /** Bytes of a record: key, value hash, place of its first value. */
    static final int RECORD = 72;

    /** Keys of a bucket, at most twice as many on average. */
    private static final int BUCKET = 128;

    /** So that a builder's upper nodes take at most 300 MB; beyond 10^9 keys buckets grow instead. */
    private static final int MAX_BUCKET_BITS = 22;

    private TrieLayout() {}

    static Path index(Path directory) {
        return directory.resolve("index");
    }

    static Path records(Path directory) {
        return directory.resolve("records");
    }

    static Path values(Path directory) {
        return directory.resolve("values");
    }

    /** How many leading bits name a bucket. */
    static int bucketBits(long keys) {
        long buckets = keys / BUCKET;
        return buckets < 2 ? 0 : Math.min(MAX_BUCKET_BITS, Long.SIZE - 1 - Long.numberOfLeadingZeros(buckets));
    }

    /** Number of a node among all, the root's being 0. */
    static int node(int depth, int index) {
        return (1 << depth) - 1 + index;
    }

    static int nodes(int bucketBits) {
        return (1 << bucketBits + 1) - 1;
    }

    /** Place in the index of the number of keys before a bucket. */
    static long start(int bucketBits, int bucket) {
        return HEADER + (long) nodes(bucketBits) * TrieHash.BYTES + (long) bucket * Long.BYTES;
    }

    static long indexBytes(int bucketBits) {
        return start(bucketBits, (1 << bucketBits) + 1);
    }

    /** The first bits of a key, as a number. */
    static int bucket(byte[] bytes, int from, int bucketBits) {
        int first = (bytes[from] & 0xFF) << 24
                | (bytes[from + 1] & 0xFF) << 16
                | (bytes[from + 2] & 0xFF) << 8
                | bytes[from + 3] & 0xFF;
        return bucketBits == 0 ? 0 : first >>> Integer.SIZE - bucketBits;
    }
}
