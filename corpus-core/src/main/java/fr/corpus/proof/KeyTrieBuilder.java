package fr.corpus.proof;

import fr.corpus.hash.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

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
        try (TrieRecordWriter records = new TrieRecordWriter(directory)) {
            sorter.drain(records);
            keys = records.finish();
        }
        sorter.close();
        return new TrieIndexWriter(directory, keys).write();
    }

    /** Deletes what sorting left on disk. */
    @Override
    public void close() throws IOException {
        sorter.close();
    }
}
