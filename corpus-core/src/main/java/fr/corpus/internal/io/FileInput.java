package fr.corpus.internal.io;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The decompressed bytes of a file, compressed or not; concatenated members, frames and streams are read as one. Memory
 * is bounded whatever the file says of itself. Confined to one thread.
 *
 * <p>Faults of the compressed data are {@link CorruptInputException}; any other {@link IOException} is the disk's.
 */
public final class FileInput extends InputStream {

    /** Largest zstd window accepted, as a power of two: what {@code zstd --long=31} writes; touched only as it fills. */
    private static final int ZSTD_WINDOW_LOG = 31;

    /** Most memory that an xz stream may ask for: level 9 needs 65 MiB. */
    private static final int XZ_MEMORY_KIB = 512 << 10;

    private final DiskInput disk;
    private final Compression compression;
    private final InputStream decoded;

    private FileInput(DiskInput disk) throws IOException {
        this.disk = disk;
        int length = disk.require(Compression.MAGIC_BYTES);
        this.compression = Compression.detect(disk.buffer(), disk.position(), length);
        this.decoded = decoder();
    }

    /**
     * Opens a file; its compression is told by its first bytes.
     *
     * @throws CorruptInputException if already its header is corrupt
     * @throws IOException if it cannot be opened or read
     */
    public static FileInput open(Path path) throws IOException {
        DiskInput disk = new DiskInput(path);
        try {
            return new FileInput(disk);
        } catch (IOException | RuntimeException e) {
            disk.close();
            throw e;
        }
    }

    private InputStream decoder() throws IOException {
        try {
            return switch (compression) {
                case NONE -> disk;
                case GZIP -> new GzipInput(disk);
                case ZSTD -> new ZstdInputStreamNoFinalizer(disk).setLongMax(ZSTD_WINDOW_LOG);
                case BZIP2 -> new BZip2CompressorInputStream(disk, true);
                case XZ -> new XZInputStream(disk, XZ_MEMORY_KIB);
            };
        } catch (IOException | RuntimeException e) {
            throw judged(e);
        }
    }

    /** How the file is compressed. */
    public Compression compression() {
        return compression;
    }

    /** Bytes of the file on disk consumed so far. */
    public long fileBytesRead() {
        return disk.consumed();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return decoded.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw judged(e);
        }
    }

    /** Decoders throw almost anything on hostile bytes, unchecked exceptions too. */
    private IOException judged(Exception e) {
        if (e instanceof CorruptInputException corrupt) {
            return corrupt;
        }
        if (compression == Compression.NONE || disk.hasFailed()) {
            return e instanceof IOException io ? io : new IOException(e);
        }
        String detail = String.valueOf(e.getMessage());
        boolean truncated =
                e instanceof EOFException || detail.contains("Truncated source") || detail.contains("nexpected end");
        CorruptInputException corrupt = new CorruptInputException(compression, truncated, fileBytesRead(), detail);
        corrupt.initCause(e);
        return corrupt;
    }

    @Override
    public void close() throws IOException {
        decoded.close();
        disk.close();
    }
}
