package fr.corpus.search;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Which hashes are in a release: says of each either surely not, or probably. A blocked Bloom filter in a mapped file: of a hash,
 * seven bits within one block of 64 bytes (Putze, Sanders and Singler 2009, doi 10.1145/1498698.1594230). Thread-safe once everything is added; adding is too.
 */
final class RunFilter {

    /** Bits for one hash: about one hash in 150 that is not in it is taken for one that is. */
    private static final int BITS_PER_HASH = 12;

    private static final int HEADER = 64;
    private static final int BLOCK = 64;
    private static final int BITS = 7;
    private static final long MAGIC = 0x636F727072756E31L;

    /** Larger than this a filter does not grow; of more hashes it rules out fewer. */
    private static final long MAX_BYTES = 1L << 30;

    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteBuffer bytes;
    private final long blocks;

    private RunFilter(ByteBuffer bytes, long blocks) {
        this.bytes = bytes;
        this.blocks = blocks;
    }

    /** An empty filter in a new file, for about so many hashes. */
    static RunFilter create(Path file, long hashes) throws IOException {
        long blocks = Math.max(1, Math.min(MAX_BYTES / BLOCK, hashes * BITS_PER_HASH / (8 * BLOCK) + 1));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER + blocks * BLOCK);
            LONG.set(mapped, 0, MAGIC);
            LONG.set(mapped, 8, blocks);
            return new RunFilter(mapped, blocks);
        }
    }

    /**
     * Opens a filter.
     *
     * @throws IllegalArgumentException if the file is none
     */
    static RunFilter open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEADER + BLOCK || size > HEADER + MAX_BYTES) {
                throw new IllegalArgumentException("no filter has " + size + " bytes");
            }
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            long blocks = (long) LONG.get(mapped, 8);
            if ((long) LONG.get(mapped, 0) != MAGIC || blocks < 1 || HEADER + blocks * BLOCK != size) {
                throw new IllegalArgumentException("the header is not that of a filter of " + size + " bytes");
            }
            return new RunFilter(mapped, blocks);
        }
    }

    /** CRC-32C of the whole file. */
    long checksum() {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().rewind());
        return crc.getValue();
    }

    private int block(long hash) {
        return HEADER + (int) Math.multiplyHigh(hash >>> 1, blocks << 1) * BLOCK;
    }

    /** Adds the first hashes of an array. */
    synchronized void addAll(long[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            add(hashes[i]);
        }
    }

    private void add(long hash) {
        int at = block(hash);
        long bits = hash * 0xD1342543DE82EF95L;
        for (int i = 0; i < BITS; i++) {
            int bit = (int) (bits >>> 64 - 9 * (i + 1)) & 511;
            int word = at + (bit >>> 6) * Long.BYTES;
            LONG.set(bytes, word, (long) LONG.get(bytes, word) | 1L << bit);
        }
    }

    /** Whether a hash was added, or looks as if. */
    boolean mayHave(long hash) {
        int at = block(hash);
        long bits = hash * 0xD1342543DE82EF95L;
        for (int i = 0; i < BITS; i++) {
            int bit = (int) (bits >>> 64 - 9 * (i + 1)) & 511;
            if (((long) LONG.get(bytes, at + (bit >>> 6) * Long.BYTES) & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }
}
