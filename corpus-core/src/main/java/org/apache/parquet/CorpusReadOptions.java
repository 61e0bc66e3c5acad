package org.apache.parquet;

import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.format.converter.ParquetMetadataConverter;

/**
 * Read options without Hadoop. The public builders of Parquet 1.18 load Hadoop classes whatever configuration they are
 * given; the constructor that does not is visible in this package only, which is why this one class of ours stands here
 * (decision 0040). A test runs it in a JVM without Hadoop.
 */
public final class CorpusReadOptions {

    private static final int MAX_ALLOCATION_BYTES = 8 << 20;

    private CorpusReadOptions() {}

    /** Options that read with these codecs, verify page checksums where pages have them, and filter nothing. */
    public static ParquetReadOptions of(CompressionCodecFactory codecs) {
        return new ParquetReadOptions(
                false,
                false,
                false,
                false,
                true,
                true,
                false,
                false,
                false,
                FilterCompat.NOOP,
                ParquetMetadataConverter.NO_FILTER,
                codecs,
                new HeapByteBufferAllocator(),
                MAX_ALLOCATION_BYTES,
                Map.of(),
                null,
                null,
                new PlainParquetConfiguration());
    }
}
