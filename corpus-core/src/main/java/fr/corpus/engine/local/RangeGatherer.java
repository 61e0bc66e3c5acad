package fr.corpus.engine.local;

import fr.corpus.internal.zstd.ZstdFrame;
import fr.corpus.pipeline.spool.SpoolCursor;
import fr.corpus.pipeline.spool.SpoolFile;
import fr.corpus.pipeline.spool.SpoolWriter;
import fr.corpus.pipeline.spool.SpooledRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers the records of one range of ids from all spools, slice by slice, each slice sorted in memory. Confined to one
 * thread.
 */
final class RangeGatherer implements Closeable {

    /** With more spools than this, unpacked frames are not held between slices. */
    private static final int MOST_HELD = 256;

    private final ZstdFrame frames = new ZstdFrame(1);
    private final List<SpoolCursor> cursors = new ArrayList<>();
    private final int[] bases;

    /** A record and, for a kept one, its number. */
    record Numbered(SpooledRecord record, int number) {}

    RangeGatherer(List<SpoolFile> spools, int[] bases, IdRange range) throws IOException {
        this.bases = bases;
        for (SpoolFile spool : spools) {
            SpoolCursor cursor = new SpoolCursor(spool, frames, range.from());
            cursors.add(cursor);
            park(cursor);
        }
    }

    private void park(SpoolCursor cursor) {
        if (bases.length > MOST_HELD) {
            cursor.park();
        }
    }

    /** The records up to a bound, in order. */
    List<Numbered> upTo(IdRange slice) throws IOException {
        List<Numbered> found = new ArrayList<>();
        for (int unit = 0; unit < cursors.size(); unit++) {
            SpoolCursor cursor = cursors.get(unit);
            while (cursor.atRecord() && slice.isBelowEnd(cursor)) {
                int number = cursor.isKept() ? bases[unit] + cursor.keptRow() : -1;
                found.add(new Numbered(cursor.take(), number));
            }
            park(cursor);
        }
        found.sort(Comparator.comparing(Numbered::record, SpoolWriter.ORDER).thenComparingInt(Numbered::number));
        return found;
    }

    @Override
    public void close() {
        frames.close();
    }
}
