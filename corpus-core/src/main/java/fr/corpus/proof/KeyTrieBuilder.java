package fr.corpus.proof;

import fr.corpus.hash.Digest;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Builds the key trie of a release from its keys in any order. Confined to one thread.
 *
 * <p>Memory: 72 bytes for each pair held before it is sorted to disk, then 64 MiB for merging and about half a byte a key for
 * the upper nodes, so 100 million keys need less than 300 MB. The same pairs give the same bytes in any order and with any
 * memory. A pair given twice counts once.
 */
public final class KeyTrieBuilder implements Closeable {

    /** Pairs held before they are sorted to disk, unless told otherwise: about 150 MB. */
    public static final int DEFAULT_PAIRS_IN_MEMORY = 1 << 21;

    private static final int OUT_BUFFER = 1 << 18;

    private final Path directory;
    private final PairSorter sorter;
    private boolean finished;

    /**
     * A builder of a trie in a directory, which must exist.
     *
     * @param pairsInMemory 1 to 2^24
     */
    public KeyTrieBuilder(Path directory, int pairsInMemory) {
        this.directory = directory;
        this.sorter = new PairSorter(directory, pairsInMemory);
    }

    /** Takes a key of a document and the digest that stands for the document under this key. */
    public void add(Digest key, Digest value) throws IOException {
        sorter.add(key.bytes(), value.bytes());
    }

    /**
     * Writes the files of the trie.
     *
     * @return the root
     */
    public Digest finish() throws IOException {
        if (finished) {
            throw new IllegalStateException("finished already");
        }
        finished = true;
        long keys;
        try (Records records = new Records()) {
            sorter.drain(records);
            records.flush();
            keys = records.keys;
        }
        sorter.close();
        return new TrieIndexWriter(directory, keys).write();
    }

    /** Groups the values of each key. */
    private final class Records implements PairSorter.Sink, Closeable {
        private final OutputStream records =
                new BufferedOutputStream(Files.newOutputStream(TrieLayout.records(directory)), OUT_BUFFER);
        private final OutputStream values =
                new BufferedOutputStream(Files.newOutputStream(TrieLayout.values(directory)), OUT_BUFFER);
        private final byte[] record = new byte[TrieLayout.RECORD];
        private MerkleAccumulator ofKey = new MerkleAccumulator();
        private long keys;
        private long pairs;

        Records() throws IOException {}

        @Override
        public void accept(byte[] bytes, int from) throws IOException {
            boolean sameKey = keys > 0 && Arrays.equals(record, 0, TrieHash.BYTES, bytes, from, from + TrieHash.BYTES);
            if (!sameKey) {
                flush();
                System.arraycopy(bytes, from, record, 0, TrieHash.BYTES);
                ByteBuffer.wrap(record).putLong(2 * TrieHash.BYTES, pairs);
                keys++;
            }
            byte[] value = Arrays.copyOfRange(bytes, from + TrieHash.BYTES, from + PairSorter.PAIR);
            ofKey.add(value);
            values.write(value);
            pairs++;
        }

        void flush() throws IOException {
            if (keys > 0) {
                byte[] hash = ofKey.root().bytes();
                System.arraycopy(hash, 0, record, TrieHash.BYTES, TrieHash.BYTES);
                records.write(record);
                ofKey = new MerkleAccumulator();
            }
        }

        @Override
        public void close() throws IOException {
            records.close();
            values.close();
        }
    }

    /** Deletes what sorting left on disk. */
    @Override
    public void close() throws IOException {
        sorter.close();
    }
}
