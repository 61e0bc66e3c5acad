package fr.corpus.internal.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one of our Parquet files in order, one row group in memory at a time. Page checksums are verified.
 * Confined to one thread.
 */
public final class TableReader implements Closeable {

    private final OpenParquet file;
    private final MessageType schema;
    private final int columns;
    private final long rows;
    private final @Nullable KeyRange range;
    private final int rowGroups;
    private int rowGroup;
    private long leftInGroup;
    private @Nullable PageReadStore pages;
    private @Nullable RecordReader<RowValues> records;

    private TableReader(OpenParquet file, ParquetFileReader reader, MessageType schema, @Nullable KeyRange range) {
        this.file = file;
        this.schema = schema;
        this.columns = reader.getFileMetaData().getSchema().getFieldCount();
        this.rows = reader.getRecordCount();
        this.range = range;
        this.rowGroups = reader.getRowGroups().size();
    }

    /**
     * Opens a file that must have these columns, in this order.
     *
     * @param columns all columns that a file may have
     * @param least how many of them every file has; files made before the others were added end earlier
     * @throws CorruptParquetException if it is not Parquet, or has other columns
     * @throws IOException if it cannot be read
     */
    public static TableReader open(Path path, List<Column> columns, int least) throws IOException {
        return open(path, columns, least, columns.size(), null);
    }

    /**
     * Opens a file of which only the first columns or the rows of a range are given. Other columns are not read; pages are passed over by their statistics, so that a range
     * of the key that the file is sorted by costs a few pages.
     *
     * @param columns all columns that a file may have
     * @param least how many of them every file has
     * @param wanted how many of them are given, those that the file has
     * @throws CorruptParquetException if it is not Parquet, or has other columns
     * @throws IOException if it cannot be read
     */
    public static TableReader open(Path path, List<Column> columns, int least, int wanted, @Nullable KeyRange range)
            throws IOException {
        OpenParquet file = OpenParquet.open(path, null);
        try {
            return file.read(reader -> {
                MessageType found = reader.getFileMetaData().getSchema();
                int count = Math.max(least, Math.min(columns.size(), found.getFieldCount()));
                MessageType expected = Schemas.message(found.getName(), columns.subList(0, count));
                if (!found.equals(expected)) {
                    throw new CorruptParquetException(
                            "columns: expected " + oneLine(expected) + ", found " + oneLine(found));
                }
                MessageType given =
                        wanted < count ? Schemas.message(found.getName(), columns.subList(0, wanted)) : found;
                return new TableReader(file, reader, given, range);
            });
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String oneLine(MessageType schema) {
        return schema.toString().replaceAll("\\s+", " ").strip();
    }

    /** How many columns the file has, given or not. */
    public int columnCount() {
        return columns;
    }

    /** Number of rows that the footer promises, in the range or not. */
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
        while (leftInGroup == 0) {
            closePages();
            if (rowGroup == rowGroups) {
                return null;
            }
            openPages(rowGroup++);
        }
        leftInGroup--;
        return file.read(reader -> records.read());
    }

    private void openPages(int group) throws IOException {
        KeyRange wanted = range;
        PageReadStore next = file.read(reader -> {
            if (wanted == null) {
                reader.setRequestedSchema(schema);
                return reader.readRowGroup(group);
            }
            RowRanges rowsWanted = wanted.rows(reader, group);
            reader.setRequestedSchema(schema);
            return reader.readFilteredRowGroup(group, rowsWanted);
        });
        if (next != null) {
            pages = next;
            leftInGroup = next.getRowCount();
            records = file.read(reader ->
                    new ColumnIOFactory().getColumnIO(schema).getRecordReader(next, new RowMaterializer(schema)));
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
