package fr.corpus.internal.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.CorpusReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one of our Parquet files in order, one row group in memory at a time. Page checksums are verified.
 * Confined to one thread.
 */
public final class TableReader implements Closeable {

    private final ParquetFileReader file;
    private final MessageType schema;
    private final long rows;
    private int rowGroup;
    private long leftInGroup;
    private @Nullable PageReadStore pages;
    private @Nullable RecordReader<RowValues> records;

    private TableReader(ParquetFileReader file, MessageType schema) {
        this.file = file;
        this.schema = schema;
        this.rows = file.getRecordCount();
    }

    /**
     * Opens a file that must have exactly these columns.
     *
     * @throws CorruptParquetException if it is not Parquet, or has other columns
     * @throws IOException if it cannot be read
     */
    public static TableReader open(Path path, List<Column> columns) throws IOException {
        ParquetFileReader file = openFile(path);
        MessageType found = file.getFileMetaData().getSchema();
        MessageType expected = Schemas.message(found.getName(), columns);
        if (!found.equals(expected)) {
            file.close();
            throw new CorruptParquetException("columns: expected " + oneLine(expected) + ", found " + oneLine(found));
        }
        return new TableReader(file, found);
    }

    static ParquetFileReader openFile(Path path) throws IOException {
        try {
            ParquetReadOptions options = CorpusReadOptions.of(new Codecs(TableWriter.DEFAULT_LEVEL));
            return new ParquetFileReader(new LocalInputFile(path), options);
        } catch (RuntimeException e) {
            throw new CorruptParquetException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String oneLine(MessageType schema) {
        return schema.toString().replaceAll("\\s+", " ").strip();
    }

    /** Number of rows that the footer promises. */
    public long rows() {
        return rows;
    }

    /**
     * The next row, or null after the last.
     *
     * @throws CorruptParquetException if the bytes are damaged
     * @throws IOException if they cannot be read
     */
    public @Nullable RowValues next() throws IOException {
        try {
            while (leftInGroup == 0) {
                closePages();
                if (rowGroup == file.getRowGroups().size()) {
                    return null;
                }
                PageReadStore next = file.readRowGroup(rowGroup++);
                pages = next;
                leftInGroup = next.getRowCount();
                records = new ColumnIOFactory().getColumnIO(schema).getRecordReader(next, new RowMaterializer(schema));
            }
            leftInGroup--;
            return records.read();
        } catch (RuntimeException e) {
            throw new CorruptParquetException(String.valueOf(e.getMessage()), e);
        }
    }

    private void closePages() {
        PageReadStore open = pages;
        if (open != null) {
            open.close();
            pages = null;
        }
    }

    @Override
    public void close() throws IOException {
        closePages();
        file.close();
    }
}
