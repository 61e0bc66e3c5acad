package fr.corpus.proof;

import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Makes the trie of a release from that of another, without some documents: one pass over the sorted files, nothing is sorted
 * but what is added. The same pairs give the same bytes as {@link KeyTrieBuilder}. Confined to one thread.
 */
public final class KeyTrieCopy implements Closeable {

    private static final int IN_BUFFER = 1 << 18;
    private static final int ADDED_IN_MEMORY = 1 << 16;

    private final Path source;
    private final Path target;
    private final PairSorter added;

    /**
     * A copy.
     *
     * @param source directory of the trie that is there
     * @param target directory of the trie to be made, which must exist
     */
    public KeyTrieCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
        this.added = new PairSorter(target, ADDED_IN_MEMORY);
    }

    /** Takes a pair that the new trie has in any case. */
    public void add(Digest key, Digest value) throws IOException {
        added.add(key.bytes(), value.bytes());
    }

    /**
     * Writes the files of the new trie.
     *
     * @param removed the documents whose pairs of the old trie are left out
     * @return the root
     */
    public Digest finish(Predicate<DocumentId> removed) throws IOException {
        long keys;
        try (KeyTrie trie = KeyTrie.open(source);
                Pairs old = new Pairs(trie.keys(), trie.pairs());
                TrieRecordWriter records = new TrieRecordWriter(target)) {
            Kept kept = new Kept(old, removed);
            kept.next();
            added.drain((bytes, from) -> {
                int order = kept.writeBelow(records, bytes, from);
                if (order != 0) {
                    records.accept(bytes, from);
                }
            });
            kept.writeAll(records);
            keys = records.finish();
        }
        added.close();
        return new TrieIndexWriter(target, keys).write();
    }

    /** The pairs of a trie in order. */
    private final class Pairs implements Closeable {
        private final InputStream records;
        private final InputStream values;
        private final long keys;
        private final long pairs;
        private final byte[] pair = new byte[PairSorter.PAIR];
        private final byte[] next = new byte[TrieLayout.RECORD];
        private long key;
        private long at;
        private long end;

        Pairs(long keys, long pairs) throws IOException {
            this.keys = keys;
            this.pairs = pairs;
            records = new BufferedInputStream(Files.newInputStream(TrieLayout.records(source)), IN_BUFFER);
            values = new BufferedInputStream(Files.newInputStream(TrieLayout.values(source)), IN_BUFFER);
            if (keys > 0) {
                read(records, next, 0, next.length);
            }
        }

        boolean next() throws IOException {
            if (at == pairs) {
                return false;
            }
            if (at == end) {
                System.arraycopy(next, 0, pair, 0, TrieHash.BYTES);
                key++;
                if (key < keys) {
                    read(records, next, 0, next.length);
                    end = ByteBuffer.wrap(next).getLong(2 * TrieHash.BYTES);
                } else {
                    end = pairs;
                }
                if (end <= at || key > keys) {
                    throw new EOFException("the records of a key trie do not follow each other");
                }
            }
            read(values, pair, TrieHash.BYTES, TrieHash.BYTES);
            at++;
            return true;
        }

        private static void read(InputStream in, byte[] bytes, int from, int length) throws IOException {
            if (in.readNBytes(bytes, from, length) < length) {
                throw new EOFException("a file of the key trie is cut");
            }
        }

        @Override
        public void close() throws IOException {
            try (records) {
                values.close();
            }
        }
    }

    /** The pairs that stay. */
    private static final class Kept {
        private final Pairs old;
        private final Predicate<DocumentId> removed;
        private boolean any;

        Kept(Pairs old, Predicate<DocumentId> removed) {
            this.old = old;
            this.removed = removed;
        }

        void next() throws IOException {
            byte[] value = new byte[TrieHash.BYTES];
            do {
                any = old.next();
                System.arraycopy(old.pair, TrieHash.BYTES, value, 0, TrieHash.BYTES);
            } while (any && removed.test(KeyValue.of(Digest.of(value)).document()));
        }

        /** Writes all pairs up to this one; answers 0 if it was among them. */
        int writeBelow(TrieRecordWriter records, byte[] bytes, int from) throws IOException {
            int order = any ? PairSorter.compare(old.pair, 0, bytes, from) : 1;
            while (order <= 0) {
                records.accept(old.pair, 0);
                next();
                if (order == 0) {
                    return 0;
                }
                order = any ? PairSorter.compare(old.pair, 0, bytes, from) : 1;
            }
            return order;
        }

        void writeAll(TrieRecordWriter records) throws IOException {
            while (any) {
                records.accept(old.pair, 0);
                next();
            }
        }
    }

    /** Deletes what sorting left on disk. */
    @Override
    public void close() throws IOException {
        added.close();
    }
}
