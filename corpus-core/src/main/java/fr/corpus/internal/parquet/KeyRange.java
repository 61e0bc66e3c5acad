package fr.corpus.internal.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * Rows whose value in a text column lies between two texts, both included, by the order of UTF-8 bytes. Immutable.
 *
 * @param column name of a column at the top of the table
 * @param from smallest value
 * @param through largest value
 */
public record KeyRange(String column, String from, String through) {

    /** Rows with one value. */
    public static KeyRange of(String column, String value) {
        return new KeyRange(column, value, value);
    }

    /** Rows whose value, of ASCII letters and digits, starts with a prefix. */
    public static KeyRange prefix(String column, String prefix) {
        return new KeyRange(column, prefix, prefix + "~");
    }

    /** The rows of a row group that are in the range: pages are passed over by their smallest and largest value. */
    RowRanges rows(ParquetFileReader reader, int rowGroup) throws IOException {
        RowRanges pages = pages(reader, reader.getRowGroups().get(rowGroup));
        MessageType schema = reader.getFileMetaData().getSchema();
        MessageType key = new MessageType(schema.getName(), schema.getType(column));
        reader.setRequestedSchema(key);
        RowRanges.Builder rows = RowRanges.builder();
        try (PageReadStore store = reader.readFilteredRowGroup(rowGroup, pages)) {
            if (store == null) {
                return RowRanges.EMPTY;
            }
            RecordReader<RowValues> records =
                    new ColumnIOFactory().getColumnIO(key).getRecordReader(store, new RowMaterializer(key));
            PrimitiveIterator.OfLong numbers = pages.iterator();
            for (long i = 0; i < store.getRowCount(); i++) {
                long number = numbers.nextLong();
                RowValues row = records.read();
                if (!row.isNull(0) && contains(row.utf8(0))) {
                    rows.addSelectedRow(number);
                }
            }
        }
        return rows.build();
    }

    private RowRanges pages(ParquetFileReader reader, BlockMetaData rowGroup) throws IOException {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
            if (!chunk.getPath().equals(ColumnPath.get(column))) {
                continue;
            }
            ColumnIndex values = reader.readColumnIndex(chunk);
            OffsetIndex places = reader.readOffsetIndex(chunk);
            if (values == null || places == null) {
                break;
            }
            RowRanges.Builder pages = RowRanges.builder();
            for (int page = 0; page < places.getPageCount(); page++) {
                if (!values.getNullPages().get(page)
                        && compare(values.getMaxValues().get(page), from) >= 0
                        && compare(values.getMinValues().get(page), through) <= 0) {
                    pages.addSelectedRange(
                            places.getFirstRowIndex(page), places.getLastRowIndex(page, rowGroup.getRowCount()));
                }
            }
            return pages.build();
        }
        return RowRanges.createSingle(rowGroup.getRowCount());
    }

    private static int compare(ByteBuffer value, String text) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return Arrays.compareUnsigned(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean contains(byte[] utf8) {
        return Arrays.compareUnsigned(utf8, from.getBytes(StandardCharsets.UTF_8)) >= 0
                && Arrays.compareUnsigned(utf8, through.getBytes(StandardCharsets.UTF_8)) <= 0;
    }
}
