package fr.corpus.pipeline.spool;

import fr.corpus.document.DocumentId;
import fr.corpus.document.Provenance;
import fr.corpus.internal.zstd.ZstdFrame;
import java.io.IOException;
import java.util.Arrays;

/**
 * Walks the records of one spool in order, each frame unpacked once. Confined to one thread.
 *
 * <p>A record is looked at first ({@link #atRecord}, {@link #idBelow}, {@link #keptRow}) and then taken or skipped, so that
 * documents nobody wants are never decoded.
 */
public final class SpoolCursor {

    private static final int HEAD_BYTES = DocumentId.BYTES + 1 + Integer.BYTES;

    private final SpoolFile file;
    private final ZstdFrame frames;
    private int frame;
    private byte[] raw = new byte[0];
    private int position;
    private int keptRow;
    private boolean parked;

    /** A cursor before the first record of a frame. */
    SpoolCursor(SpoolFile file, ZstdFrame frames, int frame) throws IOException {
        this.file = file;
        this.frames = frames;
        this.frame = frame;
        load();
    }

    /** A cursor before the first record whose id is not below {@code from}. */
    public SpoolCursor(SpoolFile file, ZstdFrame frames, DocumentId from) throws IOException {
        this(file, frames, file.frames() == 0 ? 0 : file.firstFrameFor(from));
        while (atRecord() && idBelow(from)) {
            skip();
        }
    }

    private void load() throws IOException {
        if (frame < file.frames()) {
            raw = file.frame(frame, frames);
            keptRow = file.keptBefore(frame);
        } else {
            raw = new byte[0];
        }
        position = 0;
    }

    /** The frame of the current record. */
    int frame() {
        return frame;
    }

    /** Whether there is a record left. */
    public boolean atRecord() throws IOException {
        if (parked) {
            raw = file.frame(frame, frames);
            parked = false;
        }
        return position < raw.length;
    }

    /** Forgets the unpacked frame until {@link #atRecord} is asked again: for walks over very many spools. */
    public void park() {
        if (position < raw.length) {
            raw = new byte[0];
            parked = true;
        }
    }

    /** Whether the current record's id is below this one. */
    public boolean idBelow(DocumentId bound) {
        return Arrays.compareUnsigned(raw, position, position + DocumentId.BYTES, bound.bytes(), 0, DocumentId.BYTES)
                < 0;
    }

    /** Whether the current record is a document that passed the filters. */
    public boolean isKept() {
        return raw[position + DocumentId.BYTES] == RecordCodec.KEPT;
    }

    /** Number of kept documents before the current record: its row when it is one. */
    public int keptRow() {
        return keptRow;
    }

    /** Where the current record stands, without decoding the rest. */
    Provenance provenance() {
        return RecordCodec.readProvenance(new ByteSource(raw, position + HEAD_BYTES));
    }

    /** The current record; moves on. */
    public SpooledRecord take() throws IOException {
        DocumentId id = DocumentId.of(Arrays.copyOfRange(raw, position, position + DocumentId.BYTES));
        int kind = raw[position + DocumentId.BYTES];
        SpooledRecord record = RecordCodec.read(id, kind, new ByteSource(raw, position + HEAD_BYTES));
        skip();
        return record;
    }

    /** Moves on without decoding. */
    public void skip() throws IOException {
        if (isKept()) {
            keptRow++;
        }
        int length = new ByteSource(raw, position + DocumentId.BYTES + 1).takeInt();
        position += HEAD_BYTES + length;
        if (position >= raw.length) {
            frame++;
            load();
        }
    }
}
