package fr.corpus.read;

import java.util.Optional;

/**
 * How to read, for all formats. Immutable.
 *
 * @param fields where the fields of a record stand, for JSONL and Parquet
 * @param maxRecordBytes largest record, in decompressed bytes; a larger one is malformed, and never held as a whole
 * @param blockBytes about how many decompressed bytes a block of a file with many records holds; records never depend on
 *     it
 * @param encoding the encoding of plain text files, by any name that the Java platform knows, or empty to detect it
 */
public record ReaderOptions(FieldMapping fields, int maxRecordBytes, int blockBytes, Optional<String> encoding) {

    /** 64 MiB. */
    public static final int DEFAULT_MAX_RECORD_BYTES = 64 << 20;

    /** Somewhat less than 8 MiB, so that a block and its header fill whole regions of the heap. */
    public static final int DEFAULT_BLOCK_BYTES = (8 << 20) - 64;

    /** Default fields and limits, encodings detected. */
    public static final ReaderOptions DEFAULT =
            new ReaderOptions(FieldMapping.DEFAULT, DEFAULT_MAX_RECORD_BYTES, DEFAULT_BLOCK_BYTES, Optional.empty());

    private static final int MAX_BYTES = 1 << 30;

    public ReaderOptions {
        if (maxRecordBytes < 1 || maxRecordBytes > MAX_BYTES) {
            throw new IllegalArgumentException("need 1 <= max-record-bytes <= 2^30, got " + maxRecordBytes);
        }
        if (blockBytes < 1 || blockBytes > MAX_BYTES) {
            throw new IllegalArgumentException("need 1 <= block-bytes <= 2^30, got " + blockBytes);
        }
    }

    /** The same options with other fields. */
    public ReaderOptions withFields(FieldMapping newFields) {
        return new ReaderOptions(newFields, maxRecordBytes, blockBytes, encoding);
    }

    /** The same options with other limits. */
    public ReaderOptions withLimits(int newMaxRecordBytes, int newBlockBytes) {
        return new ReaderOptions(fields, newMaxRecordBytes, newBlockBytes, encoding);
    }

    /** The same options with plain text files in one known encoding. */
    public ReaderOptions withEncoding(String name) {
        return new ReaderOptions(fields, maxRecordBytes, blockBytes, Optional.of(name));
    }
}
