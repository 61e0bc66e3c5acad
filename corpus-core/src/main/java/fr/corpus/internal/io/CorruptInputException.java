package fr.corpus.internal.io;

import java.io.IOException;

/**
 * A compressed file breaks off or cannot be decompressed further; everything before that place has been given. Unlike
 * any other {@link IOException} the disk is not to blame. Immutable.
 */
public final class CorruptInputException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Compression compression;
    private final boolean truncated;
    private final long fileOffset;

    CorruptInputException(Compression compression, boolean truncated, long fileOffset, String detail) {
        super(compression.shownName() + (truncated ? " stream breaks off: " : " stream is corrupt: ") + detail);
        this.compression = compression;
        this.truncated = truncated;
        this.fileOffset = fileOffset;
    }

    /** How the file is compressed. */
    public Compression compression() {
        return compression;
    }

    /** Whether the file ends too early; else its bytes are wrong. */
    public boolean isTruncated() {
        return truncated;
    }

    /** Bytes of the file, as it stands on disk, taken in when the fault was found. */
    public long fileOffset() {
        return fileOffset;
    }
}
