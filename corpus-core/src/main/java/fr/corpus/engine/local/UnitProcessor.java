package fr.corpus.engine.local;

import fr.corpus.dedup.DedupSettings;
import fr.corpus.match.DocumentMatcher;
import fr.corpus.match.Reservations;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.SourceChain;
import fr.corpus.pipeline.spool.SpoolWriter;
import fr.corpus.text.TextView;
import fr.corpus.text.Tokenizer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes units through parsing, normalizers, filters and duplicate keys to their spools. Confined to one thread. */
final class UnitProcessor implements Closeable {

    private final DedupSettings dedup;
    private final Survival survival;
    private final Path units;
    private final Map<Tokenizer, TextView> views = new IdentityHashMap<>();
    private final UnitContent.Looks looks;
    private final SpoolWriter spool = new SpoolWriter();

    UnitProcessor(Pipeline pipeline, Path units, Optional<Reservations> reservations) {
        this.dedup = DedupSettings.of(pipeline.deduplicators());
        this.survival = new Survival(pipeline.gates());
        this.units = units;
        Optional<TextTracing> tracing =
                pipeline.plan().recipe().output().keys() ? Optional.of(new TextTracing()) : Optional.empty();
        this.looks = new UnitContent.Looks(reservations.map(DocumentMatcher::new), tracing);
    }

    /** Processes one unit and commits it. */
    UnitManifest process(Lane.Unit unit, SourceChain chain) throws IOException {
        TextView view = views.computeIfAbsent(chain.tokenizer(), TextView::new);
        UnitContent content = new UnitContent(chain, view, dedup, survival, looks);
        for (Lane.Piece piece : unit.pieces()) {
            chain.reader().parse(piece.file(), piece.block(), content);
        }
        return content.commit(units, unit, spool);
    }

    @Override
    public void close() {
        spool.close();
    }
}
