package fr.corpus.pipeline.spool;

import fr.corpus.document.Provenance;
import fr.corpus.internal.zstd.ZstdFrame;
import java.io.IOException;

/** Fetches kept documents of one spool by row, in ascending order, each frame unpacked once. Confined to one thread. */
public final class SpoolRows {

    private final SpoolFile file;
    private final ZstdFrame frames;
    private SpoolCursor cursor;

    /** Fetches from the start. */
    public SpoolRows(SpoolFile file, ZstdFrame frames) throws IOException {
        this.file = file;
        this.frames = frames;
        this.cursor = new SpoolCursor(file, frames, 0);
    }

    /**
     * The document of a row.
     *
     * @param row at least the row of the call before
     */
    public SpooledRecord.Kept fetch(int row) throws IOException {
        seek(row);
        return (SpooledRecord.Kept) cursor.take();
    }

    /**
     * Where the document of a row stands; its text is not decoded.
     *
     * @param row at least the row of the call before
     */
    public Provenance provenance(int row) throws IOException {
        seek(row);
        return cursor.provenance();
    }

    private void seek(int row) throws IOException {
        int wanted = file.frameOfRow(row);
        if (wanted != cursor.frame()) {
            cursor = new SpoolCursor(file, frames, wanted);
        }
        while (!cursor.isKept() || cursor.keptRow() < row) {
            cursor.skip();
        }
    }
}
