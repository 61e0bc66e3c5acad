package fr.corpus.proof;

import fr.corpus.tlog.MerkleAccumulator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes records and values of a trie from sorted pairs, each once; groups the values of a key. Confined to one thread. */
final class TrieRecordWriter implements PairSorter.Sink, Closeable {

    private static final int OUT_BUFFER = 1 << 18;

    private final OutputStream records;
    private final OutputStream values;
    private final byte[] record = new byte[TrieLayout.RECORD];
    private MerkleAccumulator ofKey = new MerkleAccumulator();
    private long keys;
    private long pairs;

    TrieRecordWriter(Path directory) throws IOException {
        records = new BufferedOutputStream(Files.newOutputStream(TrieLayout.records(directory)), OUT_BUFFER);
        values = new BufferedOutputStream(Files.newOutputStream(TrieLayout.values(directory)), OUT_BUFFER);
    }

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

    private void flush() throws IOException {
        if (keys > 0) {
            byte[] hash = ofKey.root().bytes();
            System.arraycopy(hash, 0, record, TrieHash.BYTES, TrieHash.BYTES);
            records.write(record);
            ofKey = new MerkleAccumulator();
        }
    }

    /** Writes the last key; answers the number of keys. */
    long finish() throws IOException {
        flush();
        records.flush();
        values.flush();
        return keys;
    }

    @Override
    public void close() throws IOException {
        try (records) {
            values.close();
        }
    }
}
