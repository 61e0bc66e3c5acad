package fr.corpus.engine.local;

import fr.corpus.dedup.DedupSettings;
import fr.corpus.dedup.TokenSource;
import fr.corpus.internal.zstd.ZstdFrame;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.spool.SpoolFile;
import fr.corpus.pipeline.spool.SpoolRows;
import fr.corpus.text.TextView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Cuts the tokens of spooled documents again, for those that may be duplicates. Thread-safe. */
final class SpooledTokens implements TokenSource {

    private final Pipeline pipeline;
    private final DedupSettings dedup;
    private final Path directory;
    private final List<UnitId> units;

    SpooledTokens(Pipeline pipeline, Path directory, List<UnitId> units) {
        this.pipeline = pipeline;
        this.dedup = DedupSettings.of(pipeline.deduplicators());
        this.directory = directory;
        this.units = units;
    }

    @Override
    public void read(int unit, int[] rows, Sink out) throws IOException {
        UnitId id = units.get(unit);
        int source = pipeline.shards().get(id.shard()).source();
        TextView view = new TextView(pipeline.sources().get(source).tokenizer());
        try (ZstdFrame frames = new ZstdFrame(1)) {
            SpoolRows documents = new SpoolRows(SpoolFile.open(UnitManifest.spool(directory, id)), frames);
            for (int row : rows) {
                out.accept(
                        row,
                        view.of(dedup.compared(documents.fetch(row).text())).tokens());
            }
        }
    }
}
