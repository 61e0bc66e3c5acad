package fr.corpus.proof;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The index of a key trie: hashes of the upper subtrees, and where the buckets of records start. Thread-safe.
 *
 * <p>The uppermost hashes, up to 1 MiB, are read in one go when it is opened: every path goes through them, and level by level they
 * stand far apart, so that a proof would otherwise ask a cold disk once for each. At 10<sup>8</sup> keys five levels are left to ask for.
 */
final class TrieIndex implements Closeable {

    /** Depth down to which hashes are held. */
    static final int HELD_DEPTH = 14;

    private static final int CHUNK = 1 << 18;

    private final FileChannel file;
    private final int bits;
    private final long keys;
    private final long pairs;
    private final Digest root;
    private final int heldDepth;
    private final byte[] held;

    private TrieIndex(FileChannel file, int heldDepth) throws IOException, UnsoundException {
        this.file = file;
        if (file.size() < TrieLayout.HEADER) {
            throw new UnsoundException();
        }
        ByteBuffer header = ByteBuffer.wrap(read(file, 0, TrieLayout.HEADER));
        if (header.getLong() != TrieLayout.MAGIC || header.getInt() != TrieLayout.VERSION) {
            throw new UnsoundException();
        }
        bits = header.getInt();
        keys = header.getLong();
        pairs = header.getLong();
        byte[] hash = new byte[TrieHash.BYTES];
        header.get(hash);
        root = Digest.of(hash);
        boolean sound = keys >= 0 && bits == TrieLayout.bucketBits(keys);
        if (!sound || file.size() != TrieLayout.indexBytes(bits)) {
            throw new UnsoundException();
        }
        this.heldDepth = Math.min(bits, heldDepth);
        held = read(file, TrieLayout.HEADER, TrieLayout.nodes(this.heldDepth) * TrieHash.BYTES);
    }

    /** The file is no index. Says nothing more: it is told to users with the name of the file. */
    static final class UnsoundException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Opens the index in a directory.
     *
     * @param heldDepth depth down to which hashes are held, {@link #HELD_DEPTH}
     */
    static TrieIndex open(Path directory, int heldDepth) throws IOException, UnsoundException {
        FileChannel file = FileChannel.open(TrieLayout.index(directory), StandardOpenOption.READ);
        try {
            return new TrieIndex(file, heldDepth);
        } catch (IOException | UnsoundException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The root, as the file says. */
    Digest root() {
        return root;
    }

    /** Number of different keys. */
    long keys() {
        return keys;
    }

    /** Number of different pairs of key and value. */
    long pairs() {
        return pairs;
    }

    /** How many leading bits of a key name its bucket. */
    int bits() {
        return bits;
    }

    /** The hash of an upper subtree, nothing for a subtree of no key. */
    Optional<Digest> node(int depth, int number) throws IOException {
        int at = TrieLayout.node(depth, number) * TrieHash.BYTES;
        ByteBuffer from = depth <= heldDepth
                ? ByteBuffer.wrap(held, at, TrieHash.BYTES)
                : ByteBuffer.wrap(read(file, TrieLayout.HEADER + (long) at, TrieHash.BYTES));
        byte[] hash = new byte[TrieHash.BYTES];
        from.get(hash);
        return Optional.of(Digest.of(hash)).filter(digest -> !digest.equals(TrieHash.EMPTY));
    }

    /** Numbers of records, half-open. */
    record Records(long low, long high) {

        long count() {
            return high - low;
        }
    }

    /** The records of a bucket. */
    Records bucket(int number) throws IOException {
        ByteBuffer both = ByteBuffer.wrap(read(file, TrieLayout.start(bits, number), 2 * Long.BYTES));
        return new Records(both.getLong(), both.getLong());
    }

    /** The records of a subtree whose buckets are not all asked for. */
    Records buckets(int first, int count) throws IOException {
        return new Records(bucket(first).low(), bucket(first + count - 1).high());
    }

    /** SHA-256 of the file. */
    Digest digest() throws IOException {
        MessageDigest sha = Sha256.newDigest();
        for (long at = 0; at < file.size(); at += CHUNK) {
            sha.update(read(file, at, (int) Math.min(CHUNK, file.size() - at)));
        }
        return Digest.of(sha.digest());
    }

    /** Some bytes of a file of the trie. */
    static byte[] read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("a file of the key trie is cut");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
