package fr.corpus.internal.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file of anybody, some columns of which are read as text. Immutable: holds the footer, not the file, so that
 * threads may read different row groups at once.
 */
public final class SourceTable {

    private final Path path;
    private final ParquetMetadata footer;

    private SourceTable(Path path, ParquetMetadata footer) {
        this.path = path;
        this.footer = footer;
    }

    /**
     * Reads the footer of a file.
     *
     * @throws CorruptParquetException if it is not Parquet, or damaged
     * @throws IOException if it cannot be read
     */
    public static SourceTable open(Path path) throws IOException {
        try (OpenParquet file = OpenParquet.open(path, null)) {
            return new SourceTable(path, file.read(ParquetFileReader::getFooter));
        }
    }

    /** Whether the last four bytes of a file are those of every Parquet file, {@code PAR1}. */
    public static boolean endsLikeParquet(Path path) throws IOException {
        byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate(magic.length);
            long at = channel.size() - magic.length;
            return at >= 0 && channel.read(end, at) == magic.length && Arrays.equals(end.array(), magic);
        }
    }

    /** Number of row groups. */
    public int rowGroups() {
        return footer.getBlocks().size();
    }

    /** Number of rows in a row group. */
    public long rows(int rowGroup) {
        return footer.getBlocks().get(rowGroup).getRowCount();
    }

    /** Number of rows before a row group. */
    public long firstRow(int rowGroup) {
        long first = 0;
        for (int i = 0; i < rowGroup; i++) {
            first += rows(i);
        }
        return first;
    }

    /** The columns of these paths, in the order of the paths. */
    public SourceColumns columns(List<List<String>> paths) {
        return SourceColumns.find(footer.getFileMetaData().getSchema(), paths);
    }

    /** The dotted paths of all columns, those within structs too, in the order of the file. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        SourceColumns.collect("", footer.getFileMetaData().getSchema(), paths);
        return paths;
    }

    /** Bytes of some columns of a row group before compression. */
    public long bytes(int rowGroup, SourceColumns columns) {
        long bytes = 0;
        for (ColumnChunkMetaData chunk : footer.getBlocks().get(rowGroup).getColumns()) {
            if (columns.projection().containsPath(chunk.getPath().toArray())) {
                bytes += chunk.getTotalUncompressedSize();
            }
        }
        return bytes;
    }

    /** The first codec among these columns that cannot be read here, if any. */
    public @Nullable String unreadableCodec(SourceColumns columns) {
        for (BlockMetaData block : footer.getBlocks()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                CompressionCodecName codec = chunk.getCodec();
                if (!Codecs.supports(codec)
                        && columns.projection().containsPath(chunk.getPath().toArray())) {
                    return codec.name();
                }
            }
        }
        return null;
    }

    /**
     * Reads the rows of a row group, which is held in memory, compressed, as far as these columns go.
     *
     * @param rows is given the number of each row in the file, once its cells are in {@code columns}
     * @throws CorruptParquetException if the bytes are damaged
     * @throws IOException if they cannot be read
     */
    public void read(int rowGroup, SourceColumns columns, SourceRow row, LongConsumer rows) throws IOException {
        long first = firstRow(rowGroup);
        if (rows(rowGroup) == 0) {
            return;
        }
        MessageType projection = columns.projection();
        try (OpenParquet file = OpenParquet.open(path, footer);
                PageReadStore pages = file.read(reader -> {
                    reader.setRequestedSchema(projection);
                    return reader.readRowGroup(rowGroup);
                })) {
            RecordReader<RowValues> records = file.read(reader -> new ColumnIOFactory()
                    .getColumnIO(projection)
                    .getRecordReader(pages, new RowMaterializer(projection)));
            for (long i = 0; i < pages.getRowCount(); i++) {
                row.set(file.read(reader -> records.read()), columns);
                rows.accept(first + i);
            }
        }
    }
}
