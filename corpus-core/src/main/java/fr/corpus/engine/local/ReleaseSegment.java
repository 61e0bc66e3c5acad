package fr.corpus.engine.local;

import fr.corpus.fingerprint.TextTraces;
import fr.corpus.parallel.Workers;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.spool.SpoolFile;
import fr.corpus.release.DropRow;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.ReleaseWriter;
import fr.corpus.release.Table;
import fr.corpus.release.TablePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The last segment: the range of document ids is cut into equal parts; each part gathers its records from all spools and
 * writes one file of each table. Parts are written in parallel; finished ones are not redone. How many parts there are depends
 * on the documents and the recipe only.
 */
final class ReleaseSegment {

    /** Small releases are still cut, so that all cores can write: into at most this many parts… */
    private static final int SPREAD = 8;

    /** …of at least this many bytes of text. */
    private static final long LEAST_PART_BYTES = 8L << 20;

    /** Text gathered and sorted in memory at a time by one worker; more when there are very many spools. */
    private static final long SLICE_BYTES = 4L << 20;

    /** Share of a spool's frame that a slice should take at least, so that frames are not unpacked over and over. */
    private static final long BYTES_PER_SPOOL = 1L << 14;

    private final ReleaseWriter writer;
    private final List<SpoolFile> spools = new ArrayList<>();
    private final int[] bases;
    private final RecordRouter router;
    private final Meter meter;
    private final int parts;
    private final int slices;

    ReleaseSegment(Pipeline pipeline, ReleaseWriter writer, KeptDocuments kept, RecordRouter router, Meter meter)
            throws IOException {
        this.writer = writer;
        this.meter = meter;
        for (UnitId id : kept.units().keySet()) {
            spools.add(SpoolFile.open(UnitManifest.spool(kept.directory(), id)));
        }
        this.router = router;
        this.bases = kept.numbering().bases();
        long bytes = kept.textBytes();
        this.parts = parts(bytes, pipeline.plan().recipe().output().shardBytes());
        long slice = Math.max(SLICE_BYTES, spools.size() * BYTES_PER_SPOOL);
        this.slices = (int) Math.max(1, bytes / parts / slice);
    }

    private static int parts(long textBytes, long partBytes) {
        long wanted = (textBytes + partBytes - 1) / partBytes;
        long spread = Math.min(SPREAD, textBytes / LEAST_PART_BYTES);
        return (int) Math.max(1, Math.max(wanted, spread));
    }

    /** Writes all parts. */
    void run(int threads) throws IOException {
        AtomicInteger next = new AtomicInteger();
        Workers.<IOException>run(Math.min(threads, parts), "release", run -> {
            RecordRouter own = router.newWorker();
            int part = next.getAndIncrement();
            while (part < parts && !run.isStopped()) {
                write(part, own, run);
                part = next.getAndIncrement();
            }
        });
    }

    private void write(int part, RecordRouter own, Workers.Run run) throws IOException {
        if (writer.isFinished(Table.DATA, part)
                && writer.isFinished(Table.DROPS, part)
                && writer.isFinished(Table.DUPLICATES, part)) {
            return;
        }
        IdRange range = IdRange.part(part, parts);
        try (PartTables tables = new PartTables(writer, part);
                RangeGatherer gatherer = new RangeGatherer(spools, bases, range)) {
            for (int slice = 0; slice < slices && !run.isStopped(); slice++) {
                List<RangeGatherer.Numbered> records = gatherer.upTo(range.slice(slice, slices));
                for (RangeGatherer.Numbered numbered : records) {
                    own.route(numbered.record(), numbered.number(), tables);
                }
                meter.add(records.size(), 0, records.size());
            }
            if (!run.isStopped()) {
                tables.commit();
            }
        }
    }

    /** The three files of one part. */
    private static final class PartTables implements RecordRouter.Tables, AutoCloseable {

        private final TablePart<ReleaseRow> data;
        private final TablePart<DropRow> drops;
        private final TablePart<DuplicateRow> duplicates;

        PartTables(ReleaseWriter writer, int part) throws IOException {
            data = writer.dataPart(part);
            drops = writer.dropsPart(part);
            duplicates = writer.duplicatesPart(part);
        }

        @Override
        public void data(ReleaseRow row, Optional<TextTraces> traces) throws IOException {
            data.add(row, traces);
        }

        @Override
        public void drop(DropRow row) throws IOException {
            drops.add(row);
        }

        @Override
        public void duplicate(DuplicateRow row) throws IOException {
            duplicates.add(row);
        }

        void commit() throws IOException {
            data.commit();
            drops.commit();
            duplicates.commit();
        }

        @Override
        public void close() throws IOException {
            try (data;
                    drops;
                    duplicates) {
                // Closing an uncommitted part abandons it.
            }
        }
    }
}
