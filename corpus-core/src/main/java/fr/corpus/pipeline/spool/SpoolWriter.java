package fr.corpus.pipeline.spool;

import fr.corpus.document.DocumentId;
import fr.corpus.internal.zstd.ZstdFrame;
import fr.corpus.release.Origin;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Writes one unit's records, sorted, as zstd frames and an index of frames at the end. Confined to one thread.
 *
 * <p>File: frames; then for each frame offset (8), packed and raw length (4, 4), rows of kept documents before it (4), first
 * id (20); then number of frames (4), offset of the index (8), CRC-32C of the index (4) and the magic number (4).
 */
public final class SpoolWriter implements Closeable {

    /** The order of records in a spool: that of every table of a release. */
    public static final Comparator<SpooledRecord> ORDER = Comparator.comparing(SpooledRecord::id)
            .thenComparing(record -> Origin.of(record.provenance()), Origin.ORDER);

    static final int MAGIC = 0x43535031;
    static final int INDEX_ENTRY_BYTES = 8 + 4 + 4 + 4 + DocumentId.BYTES;
    static final int TRAILER_BYTES = 4 + 8 + 4 + 4;

    /** A frame is closed once it holds this many raw bytes. */
    private static final int FRAME_BYTES = 1 << 17;

    /** Fast: the spool is written once and read once or twice. */
    private static final int LEVEL = -1;

    private final ZstdFrame frames = new ZstdFrame(LEVEL);
    private final ByteSink raw = new ByteSink();
    private final ByteSink index = new ByteSink();

    /**
     * Writes a whole spool.
     *
     * @param sorted records in {@link #ORDER}
     * @throws IOException if the file cannot be written
     */
    public void write(Path file, List<? extends SpooledRecord> sorted) throws IOException {
        raw.clear();
        index.clear();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            long offset = 0;
            int frameCount = 0;
            int kept = 0;
            int keptBefore = 0;
            for (int i = 0; i < sorted.size(); i++) {
                if (raw.size() == 0) {
                    keptBefore = kept;
                }
                RecordCodec.write(sorted.get(i), raw);
                kept += sorted.get(i) instanceof SpooledRecord.Kept ? 1 : 0;
                if (raw.size() >= FRAME_BYTES || i == sorted.size() - 1) {
                    byte[] packed = frames.pack(raw.array(), 0, raw.size());
                    out.write(packed);
                    addToIndex(offset, packed.length, keptBefore);
                    offset += packed.length;
                    frameCount++;
                    raw.clear();
                }
            }
            writeTrailer(out, offset, frameCount);
        }
    }

    private void addToIndex(long offset, int packedLength, int keptBefore) {
        index.putLong(offset);
        index.putInt(packedLength);
        index.putInt(raw.size());
        index.putInt(keptBefore);
        index.putBytes(java.util.Arrays.copyOf(raw.array(), DocumentId.BYTES));
    }

    private void writeTrailer(OutputStream out, long indexOffset, int frameCount) throws IOException {
        int crc = SpoolFile.crc(index.array(), index.size());
        index.putInt(frameCount);
        index.putLong(indexOffset);
        index.putInt(crc);
        index.putInt(MAGIC);
        out.write(index.array(), 0, index.size());
    }

    @Override
    public void close() {
        frames.close();
    }
}
