package fr.corpus.proof;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** One pass over the sorted records gives the upper nodes, the buckets and the root. Confined to one thread, used once. */
final class TrieIndexWriter {

    private static final int IN_BUFFER = 1 << 18;

    private final Path directory;
    private final long keys;
    private final int bits;
    private final byte[] nodes;
    private final long[] starts;
    private final Subtree subtree = new Subtree();
    private final TrieHash hash = new TrieHash();

    TrieIndexWriter(Path directory, long keys) {
        this.directory = directory;
        this.keys = keys;
        this.bits = TrieLayout.bucketBits(keys);
        this.nodes = new byte[Math.multiplyExact(TrieLayout.nodes(bits), TrieHash.BYTES)];
        this.starts = new long[(1 << bits) + 1];
    }

    Digest write() throws IOException {
        compute();
        try (OutputStream out = Files.newOutputStream(TrieLayout.index(directory))) {
            write(out);
        }
        return root();
    }

    /** SHA-256 of the index that the records give, without writing it. */
    Digest digestOfIndex() throws IOException {
        compute();
        MessageDigest sha = Sha256.newDigest();
        write(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
        return Digest.of(sha.digest());
    }

    /** The root that was computed. */
    Digest root() {
        return Digest.of(Arrays.copyOf(nodes, TrieHash.BYTES));
    }

    private void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, IN_BUFFER));
        out.writeLong(TrieLayout.MAGIC);
        out.writeInt(TrieLayout.VERSION);
        out.writeInt(bits);
        out.writeLong(keys);
        out.writeLong(Files.size(TrieLayout.values(directory)) / TrieHash.BYTES);
        out.write(nodes, 0, TrieHash.BYTES);
        out.write(nodes);
        for (long start : starts) {
            out.writeLong(start);
        }
        out.flush();
    }

    private void compute() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(TrieLayout.records(directory)), IN_BUFFER)) {
            readBuckets(in);
        }
        for (int depth = bits - 1; depth >= 0; depth--) {
            for (int index = 0; index < 1 << depth; index++) {
                join(depth, index);
            }
        }
    }

    private void readBuckets(InputStream in) throws IOException {
        byte[] bucket = new byte[1024 * TrieLayout.RECORD];
        byte[] record = new byte[TrieLayout.RECORD];
        int held = 0;
        int current = 0;
        for (long i = 0; i < keys; i++) {
            if (in.readNBytes(record, 0, record.length) < record.length) {
                throw new EOFException("the records of the key trie are cut");
            }
            int next = TrieLayout.bucket(record, 0, bits);
            while (current < next) {
                endBucket(current, bucket, held);
                held = 0;
                current++;
                starts[current] = i;
            }
            if ((held + 1) * TrieLayout.RECORD > bucket.length) {
                bucket = Arrays.copyOf(bucket, Math.multiplyExact(bucket.length, 2));
            }
            System.arraycopy(record, 0, bucket, held * TrieLayout.RECORD, TrieLayout.RECORD);
            held++;
        }
        for (; current < 1 << bits; current++) {
            endBucket(current, bucket, held);
            held = 0;
            starts[current + 1] = keys;
        }
    }

    private void endBucket(int bucket, byte[] records, int held) {
        subtree.hash(records, 0, held, bits, nodes, TrieLayout.node(bits, bucket) * TrieHash.BYTES);
    }

    /** A subtree of one key is its leaf, whatever its depth; one of none is the constant. */
    private void join(int depth, int index) {
        int to = TrieLayout.node(depth, index) * TrieHash.BYTES;
        int left = TrieLayout.node(depth + 1, 2 * index) * TrieHash.BYTES;
        int width = 1 << bits - depth;
        long low = starts[index * width];
        long middle = starts[index * width + width / 2];
        long high = starts[(index + 1) * width];
        if (high - low >= 2) {
            hash.node(nodes, left, nodes, to);
        } else {
            // The child that has the key, else either of two empty ones.
            int child = middle > low ? left : left + TrieHash.BYTES;
            System.arraycopy(nodes, child, nodes, to, TrieHash.BYTES);
        }
    }
}
