package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The key trie of a release, read from its files without loading them. Thread-safe.
 *
 * <p>A compressed binary trie over 256-bit keys: a subtree of no key is a constant, of one key a leaf, of more a node whose
 * children take the keys by their next bit, most significant first. Format: {@code docs/formats/key-trie.md}.
 */
public final class KeyTrie implements Closeable {

    private static final int CHUNK = 1 << 18;

    /** Keys that are digests fill a bucket to a few hundred; more is a corrupt index, or keys that are none. */
    private static final int MAX_BUCKET = 1 << 20;

    private final Path directory;
    private final FileChannel index;
    private final FileChannel records;
    private final FileChannel values;
    private final int bits;
    private final long keys;
    private final long pairs;
    private final Digest root;

    private KeyTrie(Path directory, List<FileChannel> open) throws IOException {
        this.directory = directory;
        index = open.get(0);
        records = open.get(1);
        values = open.get(2);
        if (index.size() < TrieLayout.HEADER) {
            throw corrupt("index");
        }
        ByteBuffer header = ByteBuffer.wrap(read(index, 0, TrieLayout.HEADER));
        if (header.getLong() != TrieLayout.MAGIC || header.getInt() != TrieLayout.VERSION) {
            throw corrupt("index");
        }
        bits = header.getInt();
        keys = header.getLong();
        pairs = header.getLong();
        byte[] hash = new byte[TrieHash.BYTES];
        header.get(hash);
        root = Digest.of(hash);
        boolean sound = keys >= 0 && bits == TrieLayout.bucketBits(keys);
        if (!sound || index.size() != TrieLayout.indexBytes(bits)) {
            throw corrupt("index");
        }
        if (!holds(records, keys, TrieLayout.RECORD)) {
            throw corrupt("records");
        }
        if (!holds(values, pairs, TrieHash.BYTES)) {
            throw corrupt("values");
        }
    }

    /**
     * Opens the trie in a directory.
     *
     * @throws IntegrityException if its files do not fit together; their contents are checked by {@link #verify} and by every
     *     verifier of a proof
     */
    public static KeyTrie open(Path directory) throws IOException {
        List<FileChannel> open = new ArrayList<>();
        try {
            for (Path file :
                    List.of(TrieLayout.index(directory), TrieLayout.records(directory), TrieLayout.values(directory))) {
                open.add(FileChannel.open(file, StandardOpenOption.READ));
            }
            return new KeyTrie(directory, open);
        } catch (IOException | RuntimeException e) {
            for (FileChannel channel : open) {
                channel.close();
            }
            throw e;
        }
    }

    private static boolean holds(FileChannel channel, long count, int width) throws IOException {
        return channel.size() % width == 0 && channel.size() / width == count;
    }

    /** The root, as the files say. */
    public Digest root() {
        return root;
    }

    /** Number of different keys. */
    public long keys() {
        return keys;
    }

    /** Number of different pairs of key and value. */
    public long pairs() {
        return pairs;
    }

    /** The value hash of a key: the RFC 6962 root over its values in ascending order. */
    public static Digest valueHash(List<Digest> sortedValues) {
        MerkleAccumulator accumulator = new MerkleAccumulator();
        sortedValues.forEach(value -> accumulator.add(value.bytes()));
        return accumulator.root();
    }

    /** Shows that a key is in the release, or that it is not. */
    public KeyProof prove(Digest key) throws IOException {
        byte[] wanted = key.bytes();
        int bucket = TrieLayout.bucket(wanted, 0, bits);
        int depth = bits;
        long low = start(bucket);
        long high = start(bucket + 1);
        while (depth > 0 && high - low < 2) {
            // The path may end above the bucket, where a subtree has one key or none.
            int width = 1 << bits - depth + 1;
            int first = bucket / width * width;
            long widerLow = start(first);
            long widerHigh = start(first + width);
            if (widerHigh - widerLow >= 2) {
                break;
            }
            depth--;
            low = widerLow;
            high = widerHigh;
        }
        List<Optional<Digest>> siblings = new ArrayList<>();
        for (int d = 1; d <= depth; d++) {
            siblings.add(sibling(d, bucket >>> bits - d ^ 1));
        }
        return descend(wanted, recordBytes(low, high), depth, siblings);
    }

    private Optional<Digest> sibling(int depth, int number) throws IOException {
        long at = TrieLayout.HEADER + (long) TrieLayout.node(depth, number) * TrieHash.BYTES;
        return present(read(index, at, TrieHash.BYTES));
    }

    private static Optional<Digest> present(byte[] hash) {
        return Optional.of(Digest.of(hash)).filter(digest -> !digest.equals(TrieHash.EMPTY));
    }

    private static KeyProof descend(byte[] wanted, byte[] bucket, int from, List<Optional<Digest>> siblings) {
        Subtree subtree = new Subtree();
        int low = 0;
        int high = bucket.length / TrieLayout.RECORD;
        byte[] hash = new byte[TrieHash.BYTES];
        for (int depth = from; high - low >= 2; depth++) {
            int middle = Subtree.split(bucket, low, high, depth);
            if (TrieHash.bit(wanted, 0, depth) == 0) {
                subtree.hash(bucket, middle, high, depth + 1, hash, 0);
                high = middle;
            } else {
                subtree.hash(bucket, low, middle, depth + 1, hash, 0);
                low = middle;
            }
            siblings.add(present(hash));
        }
        return new KeyProof(siblings, end(wanted, bucket, low, high));
    }

    private static KeyProof.End end(byte[] wanted, byte[] bucket, int low, int high) {
        if (low == high) {
            return new KeyProof.End.Nothing();
        }
        int at = low * TrieLayout.RECORD;
        Digest key = Digest.of(Arrays.copyOfRange(bucket, at, at + TrieHash.BYTES));
        Digest hash = Digest.of(Arrays.copyOfRange(bucket, at + TrieHash.BYTES, at + 2 * TrieHash.BYTES));
        return Arrays.equals(key.bytes(), wanted) ? new KeyProof.End.Here(hash) : new KeyProof.End.Another(key, hash);
    }

    /** The values of a key in ascending order, none if the key is not in the release. */
    public List<Digest> values(Digest key) throws IOException {
        return values(key, Integer.MAX_VALUE);
    }

    /** The first values of a key in ascending order, none if the key is not in the release. */
    public List<Digest> values(Digest key, int limit) throws IOException {
        Range range = range(key);
        return readValues(range.first(), range.end(), limit);
    }

    /** How many values a key has, 0 if it is not in the release. */
    public long count(Digest key) throws IOException {
        Range range = range(key);
        return range.end() - range.first();
    }

    /** Numbers of the values of one key, half-open. */
    private record Range(long first, long end) {}

    private Range range(Digest key) throws IOException {
        byte[] wanted = key.bytes();
        int bucket = TrieLayout.bucket(wanted, 0, bits);
        long low = start(bucket);
        byte[] inBucket = recordBytes(low, start(bucket + 1));
        for (int at = 0; at < inBucket.length; at += TrieLayout.RECORD) {
            if (Arrays.equals(inBucket, at, at + TrieHash.BYTES, wanted, 0, TrieHash.BYTES)) {
                long next = low + at / TrieLayout.RECORD + 1;
                long first = ByteBuffer.wrap(inBucket).getLong(at + 2 * TrieHash.BYTES);
                long end = next == keys ? pairs : firstValue(next);
                if (first < 0 || end < first || end > pairs) {
                    throw corrupt("records");
                }
                return new Range(first, end);
            }
        }
        return new Range(0, 0);
    }

    private long firstValue(long record) throws IOException {
        long at = record * TrieLayout.RECORD + 2 * TrieHash.BYTES;
        return ByteBuffer.wrap(read(records, at, Long.BYTES)).getLong();
    }

    private List<Digest> readValues(long first, long last, int limit) throws IOException {
        long end = Math.min(last, first + limit);
        List<Digest> found = new ArrayList<>();
        int atOnce = CHUNK / TrieHash.BYTES;
        for (long i = first; i < end; i += atOnce) {
            int count = (int) Math.min(atOnce, end - i);
            byte[] bytes = read(values, i * TrieHash.BYTES, count * TrieHash.BYTES);
            for (int at = 0; at < bytes.length; at += TrieHash.BYTES) {
                found.add(Digest.of(Arrays.copyOfRange(bytes, at, at + TrieHash.BYTES)));
            }
        }
        return found;
    }

    /**
     * Computes the index again from the records, in one pass, and checks the order of keys and values and all value hashes.
     *
     * @throws IntegrityException if anything is otherwise
     */
    public void verify() throws IOException {
        new TrieAudit(directory, keys, pairs).check();
        TrieIndexWriter computed = new TrieIndexWriter(directory, keys);
        boolean sameIndex = computed.digestOfIndex().equals(digestOfIndex());
        if (!computed.root().equals(root)) {
            throw new IntegrityException(UserMessage.of(
                    "proof.trie-root-differs",
                    directory.toString(),
                    root.hex(),
                    computed.root().hex()));
        }
        if (!sameIndex) {
            throw corrupt("index");
        }
    }

    private Digest digestOfIndex() throws IOException {
        MessageDigest sha = Sha256.newDigest();
        for (long at = 0; at < index.size(); at += CHUNK) {
            sha.update(read(index, at, (int) Math.min(CHUNK, index.size() - at)));
        }
        return Digest.of(sha.digest());
    }

    private byte[] recordBytes(long low, long high) throws IOException {
        boolean sound = low >= 0 && high >= low && high <= keys;
        if (!sound || high - low > MAX_BUCKET) {
            throw corrupt("index");
        }
        return read(records, low * TrieLayout.RECORD, (int) (high - low) * TrieLayout.RECORD);
    }

    private long start(int bucket) throws IOException {
        return ByteBuffer.wrap(read(index, TrieLayout.start(bits, bucket), Long.BYTES))
                .getLong();
    }

    private static byte[] read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("a file of the key trie is cut");
            }
        }
        return buffer.array();
    }

    private IntegrityException corrupt(String file) {
        return new IntegrityException(
                UserMessage.of("proof.trie-corrupt", directory.resolve(file).toString()));
    }

    @Override
    public void close() throws IOException {
        index.close();
        records.close();
        values.close();
    }
}
