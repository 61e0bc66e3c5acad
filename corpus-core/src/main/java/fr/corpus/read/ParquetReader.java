package fr.corpus.read;

import fr.corpus.document.Provenance;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.SourceLocation;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.parquet.CorruptParquetException;
import fr.corpus.internal.parquet.SourceColumns;
import fr.corpus.internal.parquet.SourceRow;
import fr.corpus.internal.parquet.SourceTable;
import fr.corpus.source.SourceFile;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Parquet files whose pages are compressed with zstd, snappy, gzip or nothing. Thread-safe.
 *
 * <p>A block is a row group; of its columns only the mapped ones are read, and held in memory as they stand on disk. The
 * text must be a column of texts, a null one is malformed. The other mapped fields are texts, numbers, booleans, dates and
 * times (ISO 8601), identifiers, or lists of those, joined by {@code "; "}; structs are entered by dotted path.
 *
 * <p>A row has no bytes of its own in the file, so its digest is that of the canonical JSON (RFC 8785) of its mapped fields:
 * an object from path to text, or to a list of texts for a list column; null fields are left out.
 */
public final class ParquetReader implements Reader {

    private static final String VERSION = "parquet@1";

    private final ReaderOptions options;
    private final List<Mapped> mapped = new ArrayList<>();

    /** A field, its path, and the key of its digest. */
    private record Mapped(RecordField field, List<String> path, CanonicalJson.Key key) {
        String shownPath() {
            return String.join(".", path);
        }
    }

    /** A row group, or a file without a row. */
    private record Group(int ordinal, long bytes, @Nullable SourceTable table) implements Block {}

    /** A reader of the fields and within the limits of {@code options}. */
    public ParquetReader(ReaderOptions options) {
        this.options = options;
        options.fields().paths().forEach((field, written) -> {
            List<String> path = options.fields().path(field).orElseThrow();
            mapped.add(new Mapped(field, path, CanonicalJson.Key.of(written)));
        });
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public BlockStream open(SourceFile file) throws IOException {
        if (file.bytes() == 0) {
            return new Groups(file, List.of(new Group(0, 0, null)));
        }
        try {
            SourceTable table = SourceTable.open(file.path());
            SourceColumns columns = columns(table);
            check(file, table, columns);
            List<Group> groups = new ArrayList<>();
            for (int i = 0; i < table.rowGroups(); i++) {
                groups.add(new Group(i, table.bytes(i, columns), table));
            }
            boolean empty = groups.stream().allMatch(group -> table.rows(group.ordinal()) == 0);
            return new Groups(file, empty ? List.of(new Group(0, 0, null)) : groups);
        } catch (CorruptParquetException e) {
            throw new MalformedSourceException(footerMessage(file), e);
        }
    }

    /** Tells a file that does not end as Parquet files do from one whose table of contents is damaged. */
    private static UserMessage footerMessage(SourceFile file) throws IOException {
        return SourceTable.endsLikeParquet(file.path())
                ? UserMessage.of("read.parquet.footer", file.name())
                : UserMessage.of("read.parquet.not-parquet", file.name(), Long.toString(file.bytes()));
    }

    private SourceColumns columns(SourceTable table) {
        return table.columns(mapped.stream().map(Mapped::path).toList());
    }

    private void check(SourceFile file, SourceTable table, SourceColumns columns) {
        for (int i = 0; i < mapped.size(); i++) {
            String path = mapped.get(i).shownPath();
            SourceColumns.Found found = columns.columns().get(i);
            if (found instanceof SourceColumns.Found.Missing missing) {
                if (isOptional(mapped.get(i))) {
                    continue;
                }
                throw new MalformedSourceException(UserMessage.of(
                        "read.parquet.missing-column", file.name(), path, String.join(", ", missing.nearest())));
            }
            boolean text = mapped.get(i).field() == RecordField.TEXT;
            String type = found instanceof SourceColumns.Found.Cell cell && (cell.isText() || !text)
                    ? null
                    : found instanceof SourceColumns.Found.Cell cell
                            ? cell.shownType()
                            : ((SourceColumns.Found.Unsuitable) found).shownType();
            if (type != null) {
                String key = text ? "read.parquet.text-type" : "read.parquet.column-type";
                throw new MalformedSourceException(UserMessage.of(key, file.name(), path, type));
            }
        }
        String codec = table.unreadableCodec(columns);
        if (codec != null) {
            throw new MalformedSourceException(UserMessage.of("read.parquet.codec", file.name(), codec));
        }
    }

    /** The id that nobody asked for may be missing: rows are then told apart by their number. */
    private boolean isOptional(Mapped column) {
        return column.field() == RecordField.ID
                && column.shownPath().equals(FieldMapping.DEFAULT.paths().get(RecordField.ID));
    }

    @Override
    public void parse(SourceFile file, Block block, Consumer<ReadResult> sink) throws IOException {
        Group group = (Group) block;
        SourceTable table = group.table();
        if (table == null) {
            byte[] none = {};
            sink.accept(new ReadResult.Malformed(
                    place(file, 0, Optional.empty(), Sha256.of(none)),
                    Malformations.EMPTY_FILE,
                    Evidence.of("file-bytes", file.bytes()),
                    none));
            return;
        }
        Lane lane = new Lane(file, columns(table), sink);
        try {
            table.read(group.ordinal(), lane.columns, lane.row, lane::take);
        } catch (CorruptParquetException e) {
            String number = Integer.toString(group.ordinal() + 1);
            throw new MalformedSourceException(
                    UserMessage.of(
                            "read.parquet.row-group",
                            file.name(),
                            number,
                            Integer.toString(table.rowGroups()),
                            Long.toString(table.firstRow(group.ordinal()) + 1)),
                    e);
        }
    }

    private static Provenance place(SourceFile file, long record, Optional<String> id, Digest digest) {
        return new Provenance(
                file.source(),
                id.orElse(file.name() + "#" + record),
                new SourceLocation(file.name(), -1, record),
                VERSION,
                digest);
    }

    /** One row group being parsed. Confined to one thread. */
    private final class Lane {
        private final SourceFile file;
        private final SourceColumns columns;
        private final Consumer<ReadResult> sink;
        private final SourceRow row = new SourceRow();
        private final FieldValues values = new FieldValues();
        private final CanonicalJson json = new CanonicalJson();
        private final int[] digestOrder;

        Lane(SourceFile file, SourceColumns columns, Consumer<ReadResult> sink) {
            this.file = file;
            this.columns = columns;
            this.sink = sink;
            Integer[] order = new Integer[mapped.size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparing(i -> mapped.get(i).key()));
            digestOrder = Arrays.stream(order).mapToInt(i -> i).toArray();
        }

        void take(long record) {
            values.clear();
            List<List<String>> cells = new ArrayList<>(mapped.size());
            Reason wrong = null;
            Evidence evidence = Evidence.NONE;
            for (int i = 0; i < mapped.size(); i++) {
                RecordField field = mapped.get(i).field();
                List<String> texts = texts(i);
                cells.add(texts);
                values.set(field, String.join("; ", texts));
                Reason reason = field == RecordField.TEXT && texts.isEmpty() ? Malformations.MISSING_FIELD : null;
                reason = reason == null && isBadUtf8(i, texts) ? Malformations.INVALID_UTF8 : reason;
                if (wrong == null && reason != null) {
                    wrong = reason;
                    evidence = Evidence.of("field", field.key());
                }
            }
            writeJson(cells);
            byte[] raw = json.toByteArray();
            if (wrong == null && raw.length > options.maxRecordBytes()) {
                wrong = Malformations.RECORD_TOO_LARGE;
                evidence = Evidence.of("record-bytes", raw.length).and("max-record-bytes", options.maxRecordBytes());
            }
            String id = values.get(RecordField.ID).strip();
            Provenance place = place(file, record, id.isEmpty() ? Optional.empty() : Optional.of(id), Sha256.of(raw));
            if (wrong != null) {
                byte[] head = Arrays.copyOf(raw, Math.min(raw.length, ReadResult.MAX_RAW_BYTES));
                sink.accept(new ReadResult.Malformed(place, wrong, evidence, head));
            } else {
                sink.accept(new ReadResult.Read(values.record(place)));
            }
        }

        private List<String> texts(int column) {
            return columns.columns().get(column) instanceof SourceColumns.Found.Cell ? row.texts(column) : List.of();
        }

        /** Decoding leaves U+FFFD where bytes are not UTF-8; texts that hold it honestly are looked at again. */
        private boolean isBadUtf8(int column, List<String> texts) {
            boolean suspect = columns.columns().get(column) instanceof SourceColumns.Found.Cell cell
                    && cell.isText()
                    && !texts.isEmpty()
                    && texts.get(0).indexOf('\uFFFD') >= 0;
            byte[] bytes = suspect ? row.utf8(column) : null;
            if (bytes == null) {
                return false;
            }
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                return false;
            } catch (CharacterCodingException e) {
                return true;
            }
        }

        private void writeJson(List<List<String>> cells) {
            json.clear().beginObject();
            CanonicalJson.Key last = null;
            for (int i : digestOrder) {
                CanonicalJson.Key key = mapped.get(i).key();
                if (cells.get(i).isEmpty() || key.equals(last)) {
                    continue;
                }
                last = key;
                json.key(key);
                boolean isList = columns.columns().get(i) instanceof SourceColumns.Found.Cell cell && cell.isList();
                if (isList) {
                    json.beginArray();
                    cells.get(i).forEach(json::string);
                    json.endArray();
                } else {
                    json.string(cells.get(i).get(0));
                }
            }
            json.endObject();
        }
    }

    /** The row groups of a file. Confined to one thread. */
    private static final class Groups implements BlockStream {
        private final SourceFile file;
        private final List<Group> groups;
        private int next;

        Groups(SourceFile file, List<Group> groups) {
            this.file = file;
            this.groups = groups;
        }

        @Override
        public Optional<Block> next() {
            return next < groups.size() ? Optional.of(groups.get(next++)) : Optional.empty();
        }

        @Override
        public long fileBytesRead() {
            return groups.isEmpty() ? file.bytes() : file.bytes() / groups.size() * next;
        }

        @Override
        public void close() {
            // The footer was read at once; each row group opens the file for itself.
        }
    }
}
