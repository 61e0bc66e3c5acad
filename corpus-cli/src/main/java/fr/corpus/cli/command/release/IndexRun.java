package fr.corpus.cli.command.release;

import fr.corpus.Corpus;
import fr.corpus.cli.command.console.Console;
import fr.corpus.release.ReleaseReader;
import fr.corpus.search.ReleaseIndexer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the index of a release and says how far it is. */
final class IndexRun {

    private static final long NANOS_BETWEEN_LINES = 2_000_000_000L;

    private final Console console;
    private final boolean quiet;
    private final int threads;

    IndexRun(Console console, boolean quiet, int threads) {
        this.console = console;
        this.quiet = quiet;
        this.threads = threads;
    }

    /**
     * What stands there now. Immutable.
     *
     * @param made the index
     * @param fresh whether it was made now; else it stood there and is sound
     */
    record Result(ReleaseIndexer.Made made, boolean fresh) {}

    Result make(Path release, Optional<Path> out) throws IOException {
        ReleaseReader reader = Corpus.open(release);
        ReleaseIndexer indexer = new ReleaseIndexer(reader);
        Path target = out.orElseGet(() -> ReleaseIndexer.defaultDirectory(release));
        Optional<ReleaseIndexer.Made> standing = indexer.standing(target);
        if (standing.isPresent()) {
            return new Result(standing.get(), false);
        }
        return new Result(indexer.build(target, threads, quiet ? ReleaseIndexer.Progress.SILENT : progress()), true);
    }

    private ReleaseIndexer.Progress progress() {
        long[] shown = {System.nanoTime()};
        return (documents, all) -> {
            long now = System.nanoTime();
            if (now - shown[0] > NANOS_BETWEEN_LINES) {
                shown[0] = now;
                console.note("cli.index-progress", documents, all);
            }
        };
    }
}
