package fr.corpus.release;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes a release in a work directory: parts of the three tables, in any order and by several threads at once, then
 * everything else; {@link ReleaseTarget#publish} gives it its name. Thread-safe.
 *
 * <p>The parts of a table are numbered from 0 without gap in the order of its rows; rows with one id stand in one part. A
 * finished part survives the death of the process. The bytes depend on the rows, on how they are cut into parts, on the
 * compression level and on {@link ReleaseInfo} only.
 */
public final class ReleaseWriter {

    /** Compression level unless another is asked for: 3 is three times as fast as 9 for a tenth more bytes. */
    public static final int DEFAULT_ZSTD_LEVEL = 3;

    private final PartFiles files;
    private final int zstdLevel;
    private final boolean withLayers;

    ReleaseWriter(PartFiles files, int zstdLevel, boolean withLayers) {
        this.files = files;
        this.zstdLevel = zstdLevel;
        this.withLayers = withLayers;
    }

    /**
     * Opens a work directory, new or with parts that an earlier run finished, for a release without keys.
     *
     * @param work directory of this writer alone, on the file system of the release to come
     * @param zstdLevel compression level of Parquet pages, 1 to 22
     * @throws IOException if it cannot be created
     */
    public static ReleaseWriter open(Path work, int zstdLevel) throws IOException {
        return open(work, zstdLevel, false, false);
    }

    /**
     * Opens a work directory, new or with parts that an earlier run finished.
     *
     * @param work directory of this writer alone, on the file system of the release to come
     * @param zstdLevel compression level of Parquet pages, 1 to 22
     * @param withKeys whether the release has the trie of its keys, from which proofs of absence are made
     * @param withLayers whether the data table has columns for layers of annotation other than sentences
     * @throws IOException if it cannot be created
     */
    public static ReleaseWriter open(Path work, int zstdLevel, boolean withKeys, boolean withLayers)
            throws IOException {
        if (zstdLevel < 1 || zstdLevel > 22) {
            throw new IllegalArgumentException("a zstd level is 1 to 22, got " + zstdLevel);
        }
        return new ReleaseWriter(new PartFiles(work, withKeys), zstdLevel, withLayers);
    }

    /** Whether a part was finished, by this run or an earlier one, and need not be written again. */
    public boolean isFinished(Table table, int part) throws IOException {
        return files.finished(table, part).isPresent();
    }

    /**
     * Begins a part of the data table; an unfinished or finished one of that number is replaced.
     *
     * @throws IOException if it cannot be created
     */
    public TablePart<ReleaseRow> dataPart(int part) throws IOException {
        return dataPart(part, withLayers ? new DataLayout() : new DataLayout(DataLayout.WITHOUT_LAYERS));
    }

    /** The same in the layout of an earlier version, so that it has the columns of the parts beside it. */
    TablePart<ReleaseRow> dataPart(int part, DataLayout layout) throws IOException {
        files.reopen(Table.DATA, part);
        Optional<TablePart.Companion<ReleaseRow>> keys =
                files.withKeys() ? Optional.of(new KeyPart(files.keys(part))) : Optional.empty();
        return TablePart.begin(files, part, layout, zstdLevel, keys);
    }

    /** Begins a part of the drops table, like {@link #dataPart}. */
    public TablePart<DropRow> dropsPart(int part) throws IOException {
        return begin(part, new DropsLayout());
    }

    /** Begins a part of the duplicates table, like {@link #dataPart}. */
    public TablePart<DuplicateRow> duplicatesPart(int part) throws IOException {
        return begin(part, new DuplicatesLayout());
    }

    private <T> TablePart<T> begin(int part, TableLayout<T> layout) throws IOException {
        files.reopen(layout.table(), part);
        return TablePart.begin(files, part, layout, zstdLevel, Optional.empty());
    }

    /**
     * Completes the release from its finished parts: licences, data cards, manifest, checkpoint. On return {@link
     * #release()} is a whole release and on the disk. May be called again.
     *
     * @throws IntegrityException if parts do not follow each other, or records were lost or counted twice: the conservation
     *     law does not hold for a source
     * @throws IOException if it cannot be written
     */
    public Manifest finish(ReleaseInfo info) throws IOException {
        return finish(info, this::keys);
    }

    /** Makes the keys of a release whose parts of the data table are these. */
    interface KeySource {
        Optional<Manifest.KeySet> of(List<PartSummary> data) throws IOException;
    }

    /** The same with keys from elsewhere, which stand in {@link #release()} on return. */
    Manifest finish(ReleaseInfo info, KeySource keySource) throws IOException {
        Map<Table, List<PartSummary>> parts = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            List<PartSummary> summaries = files.finished(table);
            if (summaries.isEmpty()) {
                emptyPart(table);
                summaries = files.finished(table);
            }
            checkOrder(summaries);
            parts.put(table, summaries);
        }
        Manifest.Roots roots = new Manifest.Roots(
                files.root(parts.get(Table.DATA)),
                files.root(parts.get(Table.DROPS)),
                files.root(parts.get(Table.DUPLICATES)));
        Manifest.Statistics statistics = ReleaseStatistics.of(info.inputs(), parts);
        Manifest.Identity identity = identity(info);

        Optional<ReleaseProfile> profile = ReleaseProfile.of(
                release(),
                parts.get(Table.DATA).stream()
                        .map(summary -> summary.entry().path())
                        .toList());

        List<FileEntry> entries = new ArrayList<>();
        parts.values().forEach(list -> list.forEach(summary -> entries.add(summary.entry())));
        for (Map.Entry<String, byte[]> document :
                ReleaseDocuments.of(identity, roots, statistics, profile).entrySet()) {
            entries.add(write(document.getKey(), document.getValue()));
        }
        Optional<Manifest.KeySet> keys = keySource.of(parts.get(Table.DATA));
        if (keys.isPresent()) {
            entries.addAll(KeyFiles.entries(release().resolve(KeyFiles.DIRECTORY)));
        }
        entries.sort(Comparator.comparing(FileEntry::path));
        Manifest manifest = new Manifest(identity, roots, keys, statistics, entries);
        removeStrays(manifest);
        byte[] json = ManifestJson.write(manifest);
        write(ReleaseFiles.MANIFEST, json);
        write(
                ReleaseFiles.CHECKPOINT,
                ReleaseCheckpoint.of(manifest, Sha256.of(json)).toBytes());
        return manifest;
    }

    private Optional<Manifest.KeySet> keys(List<PartSummary> data) throws IOException {
        if (!files.withKeys()) {
            return Optional.empty();
        }
        return Optional.of(KeyFiles.build(
                release(),
                data.stream().map(summary -> files.keys(summary.part())).toList()));
    }

    /** Every table has a file, so that its columns can be seen and a glob finds something. */
    private void emptyPart(Table table) throws IOException {
        try (TablePart<?> part = switch (table) {
            case DATA -> dataPart(0);
            case DROPS -> dropsPart(0);
            case DUPLICATES -> duplicatesPart(0);
        }) {
            part.commit();
        }
    }

    private static void checkOrder(List<PartSummary> summaries) {
        PartSummary previous = null;
        for (PartSummary next : summaries) {
            if (next.rows() == 0) {
                continue;
            }
            boolean follows = previous == null
                    || previous.last().isPresent()
                            && (next.first().isEmpty()
                                    || previous.last()
                                                    .get()
                                                    .compareTo(next.first().get())
                                            < 0);
            if (!follows) {
                throw new IntegrityException(UserMessage.of(
                        "release.parts-out-of-order",
                        previous.entry().path(),
                        next.entry().path()));
            }
            previous = next;
        }
    }

    private static Manifest.Identity identity(ReleaseInfo info) {
        byte[] recipe = CanonicalJson.of(JsonTree.parse(info.recipe().getBytes(StandardCharsets.UTF_8)));
        return new Manifest.Identity(
                info.name(),
                info.corpusVersion(),
                info.seed(),
                info.languages(),
                new String(recipe, StandardCharsets.UTF_8),
                Sha256.of(recipe),
                info.components(),
                info.supersedes(),
                info.broadClaims());
    }

    private FileEntry write(String path, byte[] bytes) throws IOException {
        Path file = release().resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        DurableFiles.write(file, bytes);
        return new FileEntry(path, bytes.length, Sha256.of(bytes), OptionalLong.empty());
    }

    /** Files of parts that an earlier run began under another cut. */
    private void removeStrays(Manifest manifest) throws IOException {
        List<String> known = new ArrayList<>(List.of(ReleaseFiles.MANIFEST, ReleaseFiles.CHECKPOINT));
        manifest.files().forEach(file -> known.add(file.path()));
        for (String found : ReleaseFiles.list(release())) {
            if (!known.contains(found)) {
                Files.delete(release().resolve(found));
            }
        }
    }

    /** The directory of the release, to be published once it is finished. */
    public Path release() {
        return files.release();
    }

    /** Number of rows of a finished part; 0 when it is not. */
    long rows(Table table, int part) throws IOException {
        return files.finished(table, part).map(PartSummary::rows).orElse(0L);
    }
}
