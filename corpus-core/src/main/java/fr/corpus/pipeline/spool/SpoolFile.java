package fr.corpus.pipeline.spool;

import fr.corpus.document.DocumentId;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.zstd.ZstdFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The index of one spool, held in memory (40 bytes a frame); frames are read on demand. Thread-safe: each read opens the
 * file anew, so that any number of spools can be at hand.
 */
public final class SpoolFile {

    private final Path path;
    private final long[] offsets;
    private final int[] packedLengths;
    private final int[] rawLengths;
    private final int[] keptBefore;
    private final byte[] firstIds;

    private SpoolFile(Path path, int frames) {
        this.path = path;
        offsets = new long[frames];
        packedLengths = new int[frames];
        rawLengths = new int[frames];
        keptBefore = new int[frames];
        firstIds = new byte[frames * DocumentId.BYTES];
    }

    static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /**
     * Reads the index of a spool.
     *
     * @throws IOException if the file cannot be read
     * @throws IntegrityException if it is cut or damaged
     */
    public static SpoolFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < SpoolWriter.TRAILER_BYTES) {
                throw damaged(path);
            }
            ByteSource trailer = new ByteSource(
                    readFully(channel, size - SpoolWriter.TRAILER_BYTES, SpoolWriter.TRAILER_BYTES, path), 0);
            int frames = trailer.takeInt();
            long indexOffset = trailer.takeLong();
            int crc = trailer.takeInt();
            long indexLength = (long) frames * SpoolWriter.INDEX_ENTRY_BYTES;
            if (trailer.takeInt() != SpoolWriter.MAGIC
                    || frames < 0
                    || indexOffset + indexLength + SpoolWriter.TRAILER_BYTES != size) {
                throw damaged(path);
            }
            byte[] index = readFully(channel, indexOffset, Math.toIntExact(indexLength), path);
            if (crc(index, index.length) != crc) {
                throw damaged(path);
            }
            SpoolFile file = new SpoolFile(path, frames);
            file.readIndex(new ByteSource(index, 0));
            return file;
        }
    }

    private void readIndex(ByteSource in) {
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = in.takeLong();
            packedLengths[i] = in.takeInt();
            rawLengths[i] = in.takeInt();
            keptBefore[i] = in.takeInt();
            System.arraycopy(in.takeBytes(DocumentId.BYTES), 0, firstIds, i * DocumentId.BYTES, DocumentId.BYTES);
        }
    }

    private static IntegrityException damaged(Path path) {
        return new IntegrityException(UserMessage.of("pipeline.spool-damaged", path.toString()));
    }

    private static byte[] readFully(FileChannel channel, long position, int length, Path path) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw damaged(path);
            }
        }
        return buffer.array();
    }

    /** Number of frames. */
    public int frames() {
        return offsets.length;
    }

    /** The first frame that may hold an id that is not below this one. */
    int firstFrameFor(DocumentId id) {
        byte[] wanted = id.bytes();
        int low = 0;
        int high = offsets.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int from = middle * DocumentId.BYTES;
            if (Arrays.compareUnsigned(firstIds, from, from + DocumentId.BYTES, wanted, 0, DocumentId.BYTES) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(0, low - 1);
    }

    /** The frame that holds the kept document of this row. */
    int frameOfRow(int row) {
        int at = Arrays.binarySearch(keptBefore, row);
        if (at >= 0) {
            // Frames without kept documents repeat the number of the next: the last of them holds the row.
            while (at + 1 < keptBefore.length && keptBefore[at + 1] == row) {
                at++;
            }
            return at;
        }
        return -at - 2;
    }

    /** Number of kept documents in all frames before this one. */
    int keptBefore(int frame) {
        return keptBefore[frame];
    }

    /** First id of a frame. */
    DocumentId firstId(int frame) {
        return DocumentId.of(Arrays.copyOfRange(firstIds, frame * DocumentId.BYTES, (frame + 1) * DocumentId.BYTES));
    }

    /** The raw bytes of one frame. */
    byte[] frame(int frame, ZstdFrame frames) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            byte[] packed = readFully(channel, offsets[frame], packedLengths[frame], path);
            return frames.unpack(packed, rawLengths[frame]);
        }
    }
}
