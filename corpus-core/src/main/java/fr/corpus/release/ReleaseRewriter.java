package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.parallel.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes of a release another without some of its documents. Every row is read once, whoever asks looks at it on the way; then
 * the parts that lose or gain rows are written anew, and all others are taken over as they are: the same file, by a second name
 * where the disk can do that. Nothing of a part is held in memory but what the caller keeps. Confined to one thread, which
 * starts others for as long as it waits for them.
 */
public final class ReleaseRewriter {

    private final Path release;
    private final Manifest manifest;
    private final Digest digest;
    private final PartFiles files;
    private final ReleaseWriter writer;
    private final int threads;
    private final Map<Table, List<PartSummary>> read = new EnumMap<>(Table.class);

    private ReleaseRewriter(Path release, byte[] manifestBytes, Manifest manifest, Path work, int threads)
            throws IOException {
        this.release = release;
        this.manifest = manifest;
        this.digest = Sha256.of(manifestBytes);
        this.files = new PartFiles(work, false);
        this.writer = new ReleaseWriter(files, ReleaseWriter.DEFAULT_ZSTD_LEVEL, true);
        this.threads = threads;
    }

    /**
     * Opens a release to make another of it.
     *
     * @param work empty directory of this rewriter alone, on the file system of the release to come
     * @param threads how many parts are read and written at once, at least 1
     * @throws EngineException if there is no release
     * @throws IntegrityException if its manifest is not one
     */
    public static ReleaseRewriter open(Path release, Path work, int threads) throws IOException {
        Manifest manifest = ReleaseReader.open(release).manifest();
        byte[] bytes = Files.readAllBytes(release.resolve(ReleaseFiles.MANIFEST));
        return new ReleaseRewriter(release, bytes, manifest, work, threads);
    }

    /** The manifest of the release that is there. */
    public Manifest manifest() {
        return manifest;
    }

    /** SHA-256 of its {@code manifest.json}. */
    public Digest manifestDigest() {
        return digest;
    }

    /** The directory of the new release, to be published once it is written. */
    public Path result() {
        return writer.release();
    }

    /**
     * Reads the copies.
     *
     * @param visitors makes for each part what looks at its rows in their order
     * @throws IntegrityException if the rows are not those of the manifest
     */
    public void readDuplicates(Supplier<? extends Consumer<DuplicateRow>> visitors) throws IOException {
        read(DuplicatesLayout::new, visitors);
    }

    /** Reads the released documents, like {@link #readDuplicates}. */
    public void readData(Supplier<? extends Consumer<ReleaseRow>> visitors) throws IOException {
        read(DataLayout::new, visitors);
    }

    private <T> void read(Supplier<? extends TableLayout<T>> layouts, Supplier<? extends Consumer<T>> visitors)
            throws IOException {
        Table table = layouts.get().table();
        List<FileEntry> entries = entries(table);
        PartSummary[] summaries = new PartSummary[entries.size()];
        Workers.<IOException>each(
                threads,
                "rewrite",
                entries.size(),
                () -> part -> summaries[part] = new PartReading<>(layouts.get())
                        .read(release, entries.get(part), part, files.leaves(table, part), visitors.get()));
        read.put(table, List.of(summaries));
        Digest root = files.root(read.get(table));
        if (!root.equals(manifest.roots().of(table))) {
            throw new IntegrityException(UserMessage.of(
                    "release.other-root",
                    release.toString(),
                    table.directory(),
                    manifest.roots().of(table).hex(),
                    root.hex()));
        }
    }

    private List<FileEntry> entries(Table table) {
        List<FileEntry> entries = manifest.files().stream()
                .filter(entry -> table.hasFile(entry.path()))
                .toList();
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).path().equals(table.file(i))) {
                throw new IntegrityException(UserMessage.of(
                        "release.bad-manifest",
                        release.resolve(ReleaseFiles.MANIFEST).toString(),
                        "$.files"));
            }
        }
        return entries;
    }

    /**
     * A new release. Immutable.
     *
     * @param manifest its manifest
     * @param partsWritten parts that lost or gained rows
     * @param partsTakenOver parts that are the same files as before
     */
    public record Written(Manifest manifest, int partsWritten, int partsTakenOver) {}

    /**
     * Writes the new release. On return it is whole and on the disk, in {@link #result()}.
     *
     * @param withheld released documents that are withheld from now on, as the ledger will say it
     * @param info what the new release says of itself
     * @throws IntegrityException if a withheld document is not in the release, or the release’s keys are not those of the
     *     manifest
     */
    public Written write(List<DropRow> withheld, ReleaseInfo info) throws IOException {
        if (!read.containsKey(Table.DROPS)) {
            read(DropsLayout::new, () -> row -> {});
        }
        PartChanges changes = new PartChanges(read, withheld);
        try (KeyRemoval keys = KeyRemoval.open(release, manifest, writer.release(), changes.ids())) {
            List<PartSummary> changed = new ArrayList<>();
            int takenOver = 0;
            for (List<PartSummary> parts : read.values()) {
                for (PartSummary part : parts) {
                    if (changes.of(part).isEmpty()) {
                        takeOver(part);
                        takenOver++;
                    } else {
                        changed.add(part);
                    }
                }
            }
            Workers.<IOException>each(threads, "rewrite", changed.size(), () -> i -> {
                PartSummary part = changed.get(i);
                rewrite(part, changes.of(part), keys);
            });
            for (Table table : Table.values()) {
                DurableFiles.forceDirectory(writer.release().resolve(table.directory()));
            }
            return new Written(writer.finish(info, parts -> keys.finish()), changed.size(), takenOver);
        }
    }

    private void takeOver(PartSummary part) throws IOException {
        Path there = release.resolve(part.entry().path());
        Path here = files.table(part.table(), part.part());
        FileReuse.link(there, here);
        files.adopt(part);
    }

    private void rewrite(PartSummary part, List<DropRow> rows, KeyRemoval keys) throws IOException {
        if (part.table() == Table.DATA) {
            withoutRows(part, rows, keys);
        } else {
            withRows(part, rows);
        }
    }

    private void withoutRows(PartSummary part, List<DropRow> rows, KeyRemoval keys) throws IOException {
        Map<DocumentId, Set<Origin>> gone = new HashMap<>();
        rows.forEach(row -> gone.computeIfAbsent(row.id().orElseThrow(), id -> new HashSet<>())
                .add(row.origin()));
        int left = rows.size();
        KeyRemoval.Stayed stayed = keys.stayed();
        try (RowStream<ReleaseRow> old = stream(part, new DataLayout());
                TablePart<ReleaseRow> next = writer.dataPart(part.part(), new DataLayout(old.columnCount()))) {
            for (Optional<ReleaseRow> row = old.next(); row.isPresent(); row = old.next()) {
                Set<Origin> origins = gone.get(row.get().id());
                if (origins != null && origins.contains(row.get().origin())) {
                    left--;
                    continue;
                }
                next.add(row.get());
                if (origins != null) {
                    stayed.add(row.get());
                }
            }
            next.commit();
        }
        if (left != 0) {
            throw new IllegalArgumentException(
                    left + " documents to withhold are not in " + part.entry().path());
        }
    }

    private void withRows(PartSummary part, List<DropRow> rows) throws IOException {
        Iterator<DropRow> added = rows.iterator();
        Optional<DropRow> addedNext = next(added);
        try (RowStream<DropRow> old = stream(part, new DropsLayout());
                TablePart<DropRow> next = writer.dropsPart(part.part())) {
            for (Optional<DropRow> row = old.next(); row.isPresent(); row = old.next()) {
                while (addedNext.isPresent() && DropRow.ORDER.compare(addedNext.get(), row.get()) <= 0) {
                    next.add(addedNext.get());
                    addedNext = next(added);
                }
                next.add(row.get());
            }
            while (addedNext.isPresent()) {
                next.add(addedNext.get());
                addedNext = next(added);
            }
            next.commit();
        }
    }

    private static Optional<DropRow> next(Iterator<DropRow> rows) {
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    private <T> RowStream<T> stream(PartSummary part, TableLayout<T> layout) {
        return new RowStream<>(release, List.of(part.entry().path()), layout, null);
    }
}
