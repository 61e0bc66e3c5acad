package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.parquet.CorruptParquetException;
import fr.corpus.internal.parquet.KeyRange;
import fr.corpus.internal.parquet.SourceColumns;
import fr.corpus.internal.parquet.SourceRow;
import fr.corpus.internal.parquet.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a release. Immutable and thread-safe: each stream opens files for itself. Trusts the bytes as far as page checksums
 * go; {@link ReleaseVerifier} is who does not.
 */
public final class ReleaseReader {

    private static final Pattern ID_OR_PREFIX = Pattern.compile("[0-9a-f]{4,40}");

    private final Path release;
    private final Manifest manifest;
    private final Digest digest;

    private ReleaseReader(Path release, Manifest manifest, Digest digest) {
        this.release = release;
        this.manifest = manifest;
        this.digest = digest;
    }

    /**
     * Opens a release.
     *
     * @throws EngineException if there is none
     * @throws IntegrityException if its manifest is not one
     * @throws IOException if it cannot be read
     */
    public static ReleaseReader open(Path release) throws IOException {
        Path path = release.resolve(ReleaseFiles.MANIFEST);
        if (!Files.isRegularFile(path)) {
            throw new EngineException(UserMessage.of("release.none", release.toString()));
        }
        SyncMarker.verifyNotExchanging(release);
        try {
            byte[] json = Files.readAllBytes(path);
            return new ReleaseReader(release, ManifestJson.parse(json), Sha256.of(json));
        } catch (IllegalArgumentException e) {
            throw new IntegrityException(UserMessage.of("release.bad-manifest", path.toString(), JsonNode.place(e)), e);
        }
    }

    /** Its manifest. */
    public Manifest manifest() {
        return manifest;
    }

    /** Where it stands. */
    public Path directory() {
        return release;
    }

    /** SHA-256 of its {@code manifest.json}, by which what is derived from a release names it. */
    public Digest digest() {
        return digest;
    }

    /** Number of files of the table {@code data}. */
    public int parts() {
        return files(Table.DATA).size();
    }

    /** The released documents of one file of the table, from 0, in order. */
    public RowStream<ReleaseRow> data(int part) {
        return new RowStream<>(release, List.of(files(Table.DATA).get(part)), new DataLayout(), null);
    }

    /** All released documents in order. */
    public RowStream<ReleaseRow> data() {
        return stream(new DataLayout(), null);
    }

    /** The released documents of one file of the table, from 0, in order, without layers other than sentences, which are not read. */
    public RowStream<ReleaseRow> texts(int part) {
        return texts(List.of(files(Table.DATA).get(part)));
    }

    /** All released documents in order, without layers other than sentences, which are not read. */
    public RowStream<ReleaseRow> texts() {
        return texts(files(Table.DATA));
    }

    private RowStream<ReleaseRow> texts(List<String> files) {
        return new RowStream<>(release, files, new DataLayout(), DataLayout.WITHOUT_LAYERS, null);
    }

    /** All records dropped, withheld or malformed, in order. */
    public RowStream<DropRow> drops() {
        return stream(new DropsLayout(), null);
    }

    /** All copies in order. */
    public RowStream<DuplicateRow> duplicates() {
        return stream(new DuplicatesLayout(), null);
    }

    private <T> RowStream<T> stream(TableLayout<T> layout, @Nullable KeyRange range) {
        return new RowStream<>(release, files(layout.table()), layout, range);
    }

    private List<String> files(Table table) {
        return manifest.files().stream()
                .map(FileEntry::path)
                .filter(table::hasFile)
                .sorted()
                .toList();
    }

    /** The released documents of an id: none, one, or several where copies were all kept. Reads a few pages. */
    public List<ReleaseRow> find(DocumentId id) throws IOException {
        return rows(new DataLayout(), KeyRange.of("id", id.hex()));
    }

    private <T> List<T> rows(TableLayout<T> layout, KeyRange range) throws IOException {
        try (RowStream<T> stream = stream(layout, range)) {
            return stream.rest();
        }
    }

    /**
     * The history of a document.
     *
     * @param query its id, the start of its id (at least four digits) where no other starts alike, or its source id
     * @throws IntegrityException if the bytes are damaged
     * @throws IOException if they cannot be read
     */
    public Lookup lookUp(String query) throws IOException {
        if (ID_OR_PREFIX.matcher(query).matches()) {
            TreeSet<String> ids = new TreeSet<>();
            collect(ids, new DataLayout(), KeyRange.prefix("id", query));
            collect(ids, new DropsLayout(), KeyRange.prefix("id", query));
            collect(ids, new DuplicatesLayout(), KeyRange.prefix("member", query));
            if (!ids.isEmpty()) {
                return answer(ids);
            }
        }
        return bySourceId(query);
    }

    private <T> void collect(TreeSet<String> ids, TableLayout<T> layout, KeyRange range) throws IOException {
        try (RowStream<T> stream = stream(layout, range)) {
            Optional<T> row = stream.next();
            while (row.isPresent() && ids.size() <= Lookup.MAX_IDS) {
                layout.id(row.get()).ifPresent(id -> ids.add(id.hex()));
                row = stream.next();
            }
        }
    }

    private Lookup answer(TreeSet<String> ids) throws IOException {
        if (ids.size() == 1) {
            return new Lookup.Found(history(DocumentId.parse(ids.first())));
        }
        return new Lookup.Ambiguous(ids.stream().limit(Lookup.MAX_IDS).toList(), ids.size() > Lookup.MAX_IDS);
    }

    private DocumentHistory history(DocumentId id) throws IOException {
        return new DocumentHistory(
                Optional.of(id),
                find(id),
                rows(new DropsLayout(), KeyRange.of("id", id.hex())),
                rows(new DuplicatesLayout(), KeyRange.of("member", id.hex())),
                rows(new DuplicatesLayout(), KeyRange.of("survivor", id.hex())));
    }

    /** Looks at the two columns of every table, since no table is sorted by source id. */
    private Lookup bySourceId(String sourceId) throws IOException {
        TreeSet<String> ids = new TreeSet<>();
        boolean withoutId = false;
        for (Table table : Table.values()) {
            String key = table == Table.DUPLICATES ? "member" : "id";
            for (String file : files(table)) {
                withoutId |= scan(file, key, sourceId, ids);
            }
        }
        if (!ids.isEmpty()) {
            return answer(ids);
        }
        if (!withoutId) {
            return new Lookup.Unknown();
        }
        List<DropRow> rows = rows(new DropsLayout(), KeyRange.of("source_id", sourceId));
        return new Lookup.Found(new DocumentHistory(Optional.empty(), List.of(), rows, List.of(), List.of()));
    }

    private boolean scan(String file, String key, String sourceId, TreeSet<String> ids) throws IOException {
        try {
            SourceTable table = SourceTable.open(release.resolve(file));
            SourceColumns columns = table.columns(List.of(List.of(key), List.of("source_id")));
            SourceRow row = new SourceRow();
            List<String> found = new ArrayList<>();
            boolean[] withoutId = new boolean[1];
            for (int i = 0; i < table.rowGroups(); i++) {
                table.read(i, columns, row, number -> {
                    if (row.texts(1).contains(sourceId)) {
                        found.addAll(row.texts(0));
                        withoutId[0] |= row.texts(0).isEmpty();
                    }
                });
            }
            ids.addAll(found);
            return withoutId[0];
        } catch (CorruptParquetException e) {
            throw new IntegrityException(UserMessage.of("release.damaged-table", file, 0), e);
        }
    }
}
