package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private final TrieIndex index;
    private final FileChannel records;
    private final FileChannel values;

    private KeyTrie(Path directory, TrieIndex index, FileChannel records, FileChannel values) throws IOException {
        this.directory = directory;
        this.index = index;
        this.records = records;
        this.values = values;
        if (!holds(records, index.keys(), TrieLayout.RECORD)) {
            throw corrupt(directory, "records");
        }
        if (!holds(values, index.pairs(), TrieHash.BYTES)) {
            throw corrupt(directory, "values");
        }
    }

    /**
     * Opens the trie in a directory.
     *
     * @throws IntegrityException if its files do not fit together; their contents are checked by {@link #verify} and by every
     *     verifier of a proof
     */
    public static KeyTrie open(Path directory) throws IOException {
        return open(directory, TrieIndex.HELD_DEPTH);
    }

    static KeyTrie open(Path directory, int heldDepth) throws IOException {
        List<Closeable> open = new ArrayList<>();
        try {
            TrieIndex index = TrieIndex.open(directory, heldDepth);
            open.add(index);
            FileChannel records = FileChannel.open(TrieLayout.records(directory), StandardOpenOption.READ);
            open.add(records);
            FileChannel values = FileChannel.open(TrieLayout.values(directory), StandardOpenOption.READ);
            open.add(values);
            return new KeyTrie(directory, index, records, values);
        } catch (IOException | RuntimeException e) {
            close(open);
            throw e;
        } catch (TrieIndex.UnsoundException e) {
            throw corrupt(directory, "index");
        }
    }

    private static void close(List<Closeable> files) throws IOException {
        for (Closeable file : files) {
            file.close();
        }
    }

    private static boolean holds(FileChannel channel, long count, int width) throws IOException {
        return channel.size() % width == 0 && channel.size() / width == count;
    }

    /** The root, as the files say. */
    public Digest root() {
        return index.root();
    }

    /** Number of different keys. */
    public long keys() {
        return index.keys();
    }

    /** Number of different pairs of key and value. */
    public long pairs() {
        return index.pairs();
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
        int bits = index.bits();
        int bucket = TrieLayout.bucket(wanted, 0, bits);
        int depth = bits;
        TrieIndex.Records found = index.bucket(bucket);
        while (depth > 0 && found.count() < 2) {
            // The path may end above the bucket, where a subtree has one key or none.
            int width = 1 << bits - depth + 1;
            TrieIndex.Records wider = index.buckets(bucket / width * width, width);
            if (wider.count() >= 2) {
                break;
            }
            depth--;
            found = wider;
        }
        List<Optional<Digest>> siblings = new ArrayList<>();
        for (int d = 1; d <= depth; d++) {
            siblings.add(index.node(d, bucket >>> bits - d ^ 1));
        }
        return descend(wanted, recordBytes(found), depth, siblings);
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
        TrieIndex.Records bucket = index.bucket(TrieLayout.bucket(wanted, 0, index.bits()));
        byte[] inBucket = recordBytes(bucket);
        for (int at = 0; at < inBucket.length; at += TrieLayout.RECORD) {
            if (Arrays.equals(inBucket, at, at + TrieHash.BYTES, wanted, 0, TrieHash.BYTES)) {
                long next = bucket.low() + at / TrieLayout.RECORD + 1;
                long first = ByteBuffer.wrap(inBucket).getLong(at + 2 * TrieHash.BYTES);
                long end = next == keys() ? pairs() : firstValue(next);
                if (first < 0 || end < first || end > pairs()) {
                    throw corrupt(directory, "records");
                }
                return new Range(first, end);
            }
        }
        return new Range(0, 0);
    }

    private long firstValue(long record) throws IOException {
        long at = record * TrieLayout.RECORD + 2 * TrieHash.BYTES;
        return ByteBuffer.wrap(TrieIndex.read(records, at, Long.BYTES)).getLong();
    }

    private List<Digest> readValues(long first, long last, int limit) throws IOException {
        long end = Math.min(last, first + limit);
        List<Digest> found = new ArrayList<>();
        int atOnce = CHUNK / TrieHash.BYTES;
        for (long i = first; i < end; i += atOnce) {
            int count = (int) Math.min(atOnce, end - i);
            byte[] bytes = TrieIndex.read(values, i * TrieHash.BYTES, count * TrieHash.BYTES);
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
        new TrieAudit(directory, keys(), pairs()).check();
        TrieIndexWriter computed = new TrieIndexWriter(directory, keys());
        boolean sameIndex = computed.digestOfIndex().equals(index.digest());
        if (!computed.root().equals(root())) {
            throw new IntegrityException(UserMessage.of(
                    "proof.trie-root-differs",
                    directory.toString(),
                    root().hex(),
                    computed.root().hex()));
        }
        if (!sameIndex) {
            throw corrupt(directory, "index");
        }
    }

    private byte[] recordBytes(TrieIndex.Records wanted) throws IOException {
        boolean sound = wanted.low() >= 0 && wanted.high() >= wanted.low() && wanted.high() <= keys();
        if (!sound || wanted.count() > MAX_BUCKET) {
            throw corrupt(directory, "index");
        }
        return TrieIndex.read(records, wanted.low() * TrieLayout.RECORD, (int) wanted.count() * TrieLayout.RECORD);
    }

    private static IntegrityException corrupt(Path directory, String file) {
        return new IntegrityException(
                UserMessage.of("proof.trie-corrupt", directory.resolve(file).toString()));
    }

    @Override
    public void close() throws IOException {
        close(List.of(index, records, values));
    }
}
