package fr.corpus.dedup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sorted shingle sets of candidates in one temporary file: written once, then read at random. Eight bytes of heap per
 * candidate. Thread-safe; reading starts when all writing has ended. Closing deletes the file.
 */
final class ShingleStore implements Closeable {

    private static final int SEGMENT_INTS = 1 << 28;
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final CandidateSet candidates;
    private final long[] places;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    private final List<IntBuffer> segments = new ArrayList<>();
    private long ints;

    ShingleStore(Path file, CandidateSet candidates) throws IOException {
        this.file = file;
        this.candidates = candidates;
        this.places = new long[candidates.size()];
        Arrays.fill(places, -1);
        this.channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** Adds a candidate's set. */
    synchronized void add(int document, int[] set) throws IOException {
        if (set.length >= SEGMENT_INTS) {
            throw new IOException("a document of " + set.length + " shingles is too long to compare");
        }
        long room = SEGMENT_INTS - ints % SEGMENT_INTS;
        if (set.length + 1 > room) {
            for (long i = 0; i < room; i++) {
                put(0);
            }
        }
        places[candidates.place(document)] = ints;
        put(set.length);
        for (int value : set) {
            put(value);
        }
    }

    private void put(int value) throws IOException {
        if (buffer.remaining() < Integer.BYTES) {
            drain();
        }
        buffer.putInt(value);
        ints++;
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
        long bytes = ints * Integer.BYTES;
        long segmentBytes = (long) SEGMENT_INTS * Integer.BYTES;
        for (long at = 0; at < bytes; at += segmentBytes) {
            segments.add(channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(segmentBytes, bytes - at))
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer());
        }
    }

    /** Number of shingles of a candidate. */
    int size(int document) {
        long at = place(document);
        return segments.get((int) (at / SEGMENT_INTS)).get((int) (at % SEGMENT_INTS));
    }

    /** Reads a candidate's set into the start of an array that has room for it. */
    void read(int document, int[] out, int size) {
        long at = place(document) + 1;
        segments.get((int) (at / SEGMENT_INTS)).get((int) (at % SEGMENT_INTS), out, 0, size);
    }

    private long place(int document) {
        long at = places[candidates.place(document)];
        if (at < 0) {
            throw new IllegalStateException("the texts read again do not include document " + document);
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        segments.clear();
        channel.close();
        Files.deleteIfExists(file);
    }
}
