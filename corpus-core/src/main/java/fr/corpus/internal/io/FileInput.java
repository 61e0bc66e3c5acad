package fr.corpus.internal.io;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
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
    private final byte[] buffer;
    private int position;
    private int limit;
    private @Nullable IOException fault;

    private FileInput(DiskInput disk) throws IOException {
        this.disk = disk;
        int length = disk.require(Compression.MAGIC_BYTES);
        this.compression = Compression.detect(disk.buffer(), disk.position(), length);
        this.decoded = decoder();
        this.buffer = new byte[bufferBytes(compression)];
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

    /**
     * These decoders forget what they have decoded in a call that ends in a fault. They are asked for pieces of one size,
     * whatever the caller wants, so that what is read before a fault depends on the file only.
     */
    private static int bufferBytes(Compression compression) {
        return switch (compression) {
            case ZSTD -> 1 << 17;
            case XZ -> 1 << 9;
            case BZIP2 -> 1;
            case NONE, GZIP -> 0;
        };
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
            if (buffer.length == 0) {
                return decoded.read(bytes, offset, length);
            }
            return buffer.length == 1 ? readSingly(bytes, offset, length) : readBuffered(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw judged(e);
        }
    }

    private int readBuffered(byte[] bytes, int offset, int length) throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, decoded.read(buffer, 0, buffer.length));
            if (limit == 0) {
                return -1;
            }
        }
        int n = Math.min(length, limit - position);
        System.arraycopy(buffer, position, bytes, offset, n);
        position += n;
        return n;
    }

    /** One byte at a time; a fault that comes after others waits for the next call. */
    private int readSingly(byte[] bytes, int offset, int length) throws IOException {
        int n = 0;
        try {
            if (fault != null) {
                throw fault;
            }
            for (; n < length; n++) {
                int b = decoded.read();
                if (b < 0) {
                    break;
                }
                bytes[offset + n] = (byte) b;
            }
        } catch (IOException | RuntimeException e) {
            fault = judged(e);
            if (n == 0) {
                throw fault;
            }
        }
        return n == 0 && length > 0 ? -1 : n;
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
