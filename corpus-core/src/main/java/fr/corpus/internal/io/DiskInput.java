package fr.corpus.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file as they stand on disk, buffered, counted, and with the first ones to be seen before they are read.
 * Remembers whether the disk itself failed. Confined to one thread.
 */
final class DiskInput extends InputStream {

    private static final int BUFFER_BYTES = 1 << 17;

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long filled;
    private boolean ended;
    private boolean failed;

    DiskInput(Path path) throws IOException {
        file = Files.newInputStream(path);
    }

    /** Bytes taken by the reader so far. */
    long consumed() {
        return filled - (limit - position);
    }

    /** Whether reading from the disk, not decoding, has failed. */
    boolean hasFailed() {
        return failed;
    }

    /** Makes at least {@code wanted} bytes available in the buffer unless the file ends before; says how many there are. */
    int require(int wanted) throws IOException {
        if (limit - position < wanted && !ended) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            while (limit < wanted && !ended) {
                fill();
            }
        }
        return limit - position;
    }

    private void fill() throws IOException {
        int n = readFile(buffer, limit, buffer.length - limit);
        if (n > 0) {
            limit += n;
            filled += n;
        }
    }

    private int readFile(byte[] bytes, int offset, int length) throws IOException {
        try {
            int n = file.read(bytes, offset, length);
            ended |= n < 0;
            return n;
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    /** Takes bytes that {@link #require} made available. */
    void skipBuffered(int count) {
        position += count;
    }

    @Override
    public int read() throws IOException {
        return require(1) == 0 ? -1 : buffer[position++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit && length >= buffer.length && !ended) {
            int n = readFile(bytes, offset, length);
            filled += Math.max(n, 0);
            return n;
        }
        int n = Math.min(require(1), length);
        if (n == 0) {
            return -1;
        }
        System.arraycopy(buffer, position, bytes, offset, n);
        position += n;
        return n;
    }

    /** What is in the buffer: a decoder that has something to give must not wait for the file, which may end there. */
    @Override
    public int available() {
        return limit - position;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
