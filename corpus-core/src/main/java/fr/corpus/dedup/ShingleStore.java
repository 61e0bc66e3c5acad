package fr.corpus.dedup;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The sorted shingle sets of candidates in one temporary file: written once, then read at random. Twelve bytes of heap per
 * candidate. Thread-safe; reading starts when all writing has ended. Closing deletes the file.
 *
 * <p>Sets are read into buffers rather than mapped, so that resident memory does not grow with the number of candidates.
 */
final class ShingleStore implements Closeable {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final CandidateSet candidates;
    private final long[] places;
    private final int[] sizes;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    private long ints;

    ShingleStore(Path file, CandidateSet candidates) throws IOException {
        this.file = file;
        this.candidates = candidates;
        this.places = new long[candidates.size()];
        this.sizes = new int[candidates.size()];
        this.channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** Adds a candidate's set, which is not empty. */
    synchronized void add(int document, int[] set) throws IOException {
        int place = candidates.place(document);
        places[place] = ints;
        sizes[place] = set.length;
        for (int value : set) {
            if (buffer.remaining() < Integer.BYTES) {
                drain();
            }
            buffer.putInt(value);
        }
        ints += set.length;
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Ends writing. */
    synchronized void seal() throws IOException {
        drain();
    }

    /** Number of shingles of a candidate. */
    int size(int document) {
        int size = sizes[candidates.place(document)];
        if (size == 0) {
            throw new IllegalStateException("the texts read again do not include document " + document);
        }
        return size;
    }

    /** A reader of sets; confined to one thread. */
    Cursor cursor() {
        return new Cursor();
    }

    /** Reads sets through a buffer of its own. */
    final class Cursor {

        private ByteBuffer bytes = room(1 << 14);

        private Cursor() {}

        /** Reads a candidate's set into the start of an array that has room for it. */
        void read(int document, int[] out, int size) throws IOException {
            if (bytes.capacity() / Integer.BYTES < size) {
                bytes = room(Math.multiplyExact(size, Integer.BYTES));
            }
            bytes.clear().limit(size * Integer.BYTES);
            long at = places[candidates.place(document)] * Integer.BYTES;
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, at + bytes.position()) < 0) {
                    throw new EOFException(file + " was cut while it was used");
                }
            }
            bytes.flip();
            bytes.asIntBuffer().get(out, 0, size);
        }

        private static ByteBuffer room(int size) {
            return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
