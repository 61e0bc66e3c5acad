package fr.corpus.internal.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes an index: for each document its number, its id and the words of its fields with their places; no text is stored.
 * Thread-safe, each thread with a {@link Slot} of its own.
 */
public final class TermIndexWriter implements Closeable {

    static final String ID = "id";
    static final String ROW = "row";

    private static final FieldType WORDS = words();

    private final Directory directory;
    private final IndexWriter writer;

    private TermIndexWriter(Directory directory, IndexWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    /**
     * Begins an index in a directory that nobody else uses.
     *
     * @param bufferMegabytes memory that all threads together fill before they write, in MiB
     */
    public static TermIndexWriter create(Path path, int bufferMegabytes) throws IOException {
        Directory directory = FSDirectory.open(path, NoLockFactory.INSTANCE);
        try {
            IndexWriterConfig config = new IndexWriterConfig()
                    .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                    .setRAMBufferSizeMB(bufferMegabytes)
                    .setUseCompoundFile(false)
                    .setCommitOnClose(false);
            return new TermIndexWriter(directory, new IndexWriter(directory, config));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** What one thread adds documents with. */
    public Slot slot() {
        return new Slot();
    }

    /** Puts everything on the disk; the index can be opened on return. */
    public void commit() throws IOException {
        writer.commit();
    }

    /** Ends; what was not committed is lost. */
    @Override
    public void close() throws IOException {
        try {
            writer.rollback();
        } finally {
            directory.close();
        }
    }

    /** Adds documents. Confined to one thread. */
    public final class Slot {

        private final Document document = new Document();
        private final BytesRef idBytes = new BytesRef();
        private final Field id = new BinaryDocValuesField(ID, idBytes);
        private final Field row = new NumericDocValuesField(ROW, 0);
        private final Map<IndexField, FeedStream> streams = new EnumMap<>(IndexField.class);
        private final Map<IndexField, Field> fields = new EnumMap<>(IndexField.class);

        private Slot() {
            for (IndexField field : IndexField.values()) {
                FeedStream stream = new FeedStream();
                streams.put(field, stream);
                fields.put(field, new Field(field.key(), stream, WORDS));
            }
        }

        /**
         * Adds a document.
         *
         * @param number its place in the order of documents, from 0
         * @param feeds the words of the fields that it has
         */
        public void add(long number, byte[] documentId, Map<IndexField, TermFeed> feeds) throws IOException {
            document.clear();
            row.setLongValue(number);
            idBytes.bytes = documentId;
            idBytes.length = documentId.length;
            document.add(row);
            document.add(id);
            feeds.forEach((field, feed) -> {
                streams.get(field).feed(feed);
                document.add(fields.get(field));
            });
            writer.addDocument(document);
        }
    }
}
