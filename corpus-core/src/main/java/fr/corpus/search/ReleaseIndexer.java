package fr.corpus.search;

import fr.corpus.document.Metadata;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.internal.lucene.IndexField;
import fr.corpus.internal.lucene.TermFeed;
import fr.corpus.internal.lucene.TermIndexWriter;
import fr.corpus.parallel.Workers;
import fr.corpus.proof.KeyTrieBuilder;
import fr.corpus.proof.ReleaseKeys;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the index of a release: its words with their places, titles and authors; and its keys, if the release has none itself. The
 * text is not stored, since the release has it. Thread-safe.
 *
 * <p>The index appears whole or not at all, and is the same in every answer whatever the number of threads.
 */
public final class ReleaseIndexer {

    private static final int MOST_BUFFER_MEGABYTES = 256;
    private static final int PARTS_OF_HEAP = 6;

    /** A text has about one chosen run in four words, and some tokens that are no words. */
    private static final int TOKENS_PER_RUN = 5;

    private static final int MOST_PAIRS_IN_MEMORY = 1 << 20;

    private final ReleaseReader release;

    /** An indexer of a release. */
    public ReleaseIndexer(ReleaseReader release) {
        this.release = release;
    }

    /** Is told how far the work is. */
    public interface Progress {

        /** Nobody listens. */
        Progress SILENT = (documents, all) -> {};

        /**
         * So many documents of all are indexed; called for every document, by any thread, one at a time.
         *
         * @param documents indexed so far
         * @param all documents of the release
         */
        void indexed(long documents, long all);
    }

    /**
     * What was made. Immutable.
     *
     * @param directory where it stands
     * @param documents number of documents
     * @param bytes of all its files
     */
    public record Made(Path directory, long documents, long bytes) {}

    /** Where the index of a release stands unless somebody puts it elsewhere: beside it, {@code <name>.index}. */
    public static Path defaultDirectory(Path release) {
        Path absolute = release.toAbsolutePath().normalize();
        Path name = absolute.getFileName();
        return absolute.resolveSibling((name == null ? "release" : name.toString()) + ".index");
    }

    /**
     * Makes the index. On return it is on the disk under its name, instead of one that stood there.
     *
     * @param out where it will stand
     * @throws fr.corpus.error.EngineException if something else stands there or another run is making it
     * @throws IntegrityException if the release is damaged
     * @throws IOException if the disk fails
     */
    public Made build(Path out, int threads, Progress progress) throws IOException {
        try (IndexDirectory directory = IndexDirectory.begin(out)) {
            Run run = new Run(progress);
            run.index(directory, threads);
            Map<String, Long> files = directory.files();
            directory.publish(new IndexDescription(
                    Words.VERSION, release.digest(), run.documents, run.runs().checksum(), files));
            long bytes = files.values().stream().mapToLong(Long::longValue).sum();
            return new Made(out, run.documents, bytes);
        }
    }

    /**
     * The index of this release that stands somewhere already, if it is sound.
     *
     * @throws IOException if it cannot be read
     */
    public Optional<Made> standing(Path out) throws IOException {
        try (ReleaseIndex index = ReleaseIndex.open(release, out)) {
            index.verify();
            long bytes = IndexDirectory.sizes(out).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return Optional.of(new Made(out, index.documents(), bytes));
        } catch (IntegrityException | EngineException none) {
            return Optional.empty();
        }
    }

    private static int bufferMegabytes() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return (int) Math.max(16, Math.min(MOST_BUFFER_MEGABYTES, heap / PARTS_OF_HEAP));
    }

    /** One run of the indexer. */
    private final class Run {

        private final Progress progress;
        private final long all = release.manifest().statistics().released().documents();
        private @Nullable RunFilter runs;
        private long documents;
        private long told;

        Run(Progress progress) {
            this.progress = progress;
        }

        void index(IndexDirectory directory, int threads) throws IOException {
            try (RowStream<ReleaseRow> rows = release.texts();
                    TermIndexWriter writer = TermIndexWriter.create(directory.words(), bufferMegabytes())) {
                long tokens = release.manifest().statistics().released().tokens();
                runs = RunFilter.create(directory.runs(), tokens / TOKENS_PER_RUN);
                if (release.manifest().keys().isPresent()) {
                    work(rows, writer, null, threads);
                } else {
                    Files.createDirectories(directory.keys());
                    try (KeyTrieBuilder keys = new KeyTrieBuilder(directory.keys(), MOST_PAIRS_IN_MEMORY)) {
                        work(rows, writer, keys, threads);
                        keys.finish();
                    }
                }
                writer.commit();
            }
            if (documents != all) {
                throw new IntegrityException(
                        UserMessage.of("search.other-count", release.directory().toString(), all, documents));
            }
        }

        private void work(
                RowStream<ReleaseRow> rows, TermIndexWriter writer, @Nullable KeyTrieBuilder keys, int threads)
                throws IOException {
            RunFilter filter = runs();
            Workers.<IOException>run(threads, "index", run -> {
                Worker worker = new Worker(writer.slot(), filter);
                for (Numbered next = next(rows); next != null && !run.isStopped(); next = next(rows)) {
                    worker.add(next);
                    if (keys != null) {
                        worker.addKeys(next.row(), keys);
                    }
                    tell();
                }
                worker.flush();
            });
        }

        RunFilter runs() {
            return Objects.requireNonNull(runs);
        }

        private @Nullable Numbered next(RowStream<ReleaseRow> rows) throws IOException {
            synchronized (rows) {
                Optional<ReleaseRow> row = rows.next();
                return row.isPresent() ? new Numbered(documents++, row.get()) : null;
            }
        }

        private synchronized void tell() {
            progress.indexed(++told, all);
        }
    }

    /** A document and its place in the release. */
    private record Numbered(long number, ReleaseRow row) {}

    /** What one thread works with. */
    private static final class Worker {

        private final TermIndexWriter.Slot slot;
        private final RunFilter runs;
        private final Words words = new Words();
        private final Winnowing winnowing = new Winnowing();
        private final long[] hashes = new long[1 << 13];
        private int collected;
        private final ReleaseKeys keys = new ReleaseKeys();

        Worker(TermIndexWriter.Slot slot, RunFilter runs) {
            this.slot = slot;
            this.runs = runs;
        }

        void add(Numbered numbered) throws IOException {
            Metadata metadata = numbered.row().document().metadata();
            Map<IndexField, TermFeed> feeds = new EnumMap<>(IndexField.class);
            metadata.title().ifPresent(title -> feeds.put(IndexField.TITLE, feed(title)));
            metadata.author().ifPresent(author -> feeds.put(IndexField.AUTHOR, feed(author)));
            int size = words.of(numbered.row().document().text());
            int chosen = winnowing.of(words);
            for (int i = 0; i < chosen; i++) {
                if (collected == hashes.length) {
                    flush();
                }
                hashes[collected++] = winnowing.hash(i);
            }
            int[] at = {0};
            feeds.put(IndexField.TEXT, () -> at[0] < size ? words.word(at[0]++) : null);
            slot.add(numbered.number(), numbered.row().id().bytes(), feeds);
        }

        /** Gives the hashes collected so far to the filter. */
        void flush() {
            runs.addAll(hashes, collected);
            collected = 0;
        }

        private TermFeed feed(String field) {
            words.of(field);
            Iterator<byte[]> list = words.toList().iterator();
            return () -> list.hasNext() ? list.next() : null;
        }

        void addKeys(ReleaseRow row, KeyTrieBuilder builder) throws IOException {
            keys.of(row.document(), row.admission().map(admitted -> admitted.license()), pair -> {
                Digest key = Digest.of(Arrays.copyOf(pair, Digest.BYTES));
                Digest value = Digest.of(Arrays.copyOfRange(pair, Digest.BYTES, ReleaseKeys.PAIR_BYTES));
                synchronized (builder) {
                    builder.add(key, value);
                }
            });
        }
    }
}
