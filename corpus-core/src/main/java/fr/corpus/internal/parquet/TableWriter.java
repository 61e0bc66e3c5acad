package fr.corpus.internal.parquet;

import fr.corpus.hash.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes one Parquet file: zstd pages of 1 MiB with checksums, column and offset indexes, size statistics. The bytes depend
 * on the rows and the settings only. Confined to one thread.
 */
public final class TableWriter<T> implements Closeable {

    static final int DEFAULT_LEVEL = 3;

    private static final int PAGE_BYTES = 1 << 20;
    /** Compressed bytes buffered before a row group is written: what a writer, and a reader, holds in memory. */
    private static final long ROW_GROUP_BYTES = 32L << 20;
    /** A row may be a whole book, so sizes are looked at from the first row on, and often. */
    private static final int MAX_ROWS_BETWEEN_SIZE_CHECKS = 1000;

    /** Enough for the whole of an identifier or a digest, never for a text. */
    private static final int MAX_STATISTICS_BYTES = 64;

    /** What a file is made of. */
    public record Format(String name, List<Column> columns, int zstdLevel) {}

    private final DigestingFile file;
    private final ParquetWriter<T> writer;

    private TableWriter(DigestingFile file, ParquetWriter<T> writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Starts a file, replacing one of that name.
     *
     * @param encoder gives the fields of a row
     * @throws IOException if the file cannot be created
     */
    public static <T> TableWriter<T> create(Path path, Format format, BiConsumer<T, RowOutput> encoder)
            throws IOException {
        DigestingFile file = new DigestingFile(path);
        MessageType schema = Schemas.message(format.name(), format.columns());
        Builder<T> builder = new Builder<>(file, new Support<>(schema, encoder))
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCodecFactory(new Codecs(format.zstdLevel()))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withPageSize(PAGE_BYTES)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withMinRowCountForPageSizeCheck(1)
                .withMaxRowCountForPageSizeCheck(MAX_ROWS_BETWEEN_SIZE_CHECKS)
                .withPageWriteChecksumEnabled(true)
                .withStatisticsTruncateLength(MAX_STATISTICS_BYTES)
                .withDictionaryEncoding(false);
        dictionaries("", format.columns(), builder);
        return new TableWriter<>(file, builder.build());
    }

    private static <T> void dictionaries(String prefix, List<Column> columns, Builder<T> builder) {
        for (Column column : columns) {
            String path = prefix + column.name();
            switch (column.kind()) {
                case STRUCT -> dictionaries(path + ".", column.children(), builder);
                case LIST -> {
                    Column element = column.children().get(0);
                    dictionaries(path + ".list.element.", element.children(), builder);
                }
                default -> builder.withDictionaryEncoding(path, column.dictionary());
            }
        }
    }

    /** Writes a row after the others. */
    public void write(T row) throws IOException {
        writer.write(row);
    }

    /** Compressed bytes written and pending, about what the file will weigh. */
    public long size() {
        return writer.getDataSize();
    }

    /** Completes the file and forces it to the disk. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Size of the closed file in bytes. */
    public long bytes() {
        return file.size();
    }

    /** SHA-256 of the closed file; asked once. */
    public Digest sha256() {
        return file.digest();
    }

    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final WriteSupport<T> support;

        Builder(OutputFile file, WriteSupport<T> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<T> getWriteSupport(Configuration conf) {
            return support;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(ParquetConfiguration conf) {
            return support;
        }
    }

    private static final class Support<T> extends WriteSupport<T> {
        private final MessageType schema;
        private final BiConsumer<T, RowOutput> encoder;
        private @Nullable RecordConsumer consumer;
        private @Nullable RowOutput output;

        Support(MessageType schema, BiConsumer<T, RowOutput> encoder) {
            this.schema = schema;
            this.encoder = encoder;
        }

        @Override
        @Deprecated
        public WriteContext init(Configuration conf) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
            output = new RowOutput(recordConsumer);
        }

        @Override
        public void write(T row) {
            consumer.startMessage();
            encoder.accept(row, output);
            consumer.endMessage();
        }
    }
}
