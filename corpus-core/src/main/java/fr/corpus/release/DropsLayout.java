package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.CanonicalJson.Key;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import fr.corpus.internal.parquet.RowValues;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code drops} table. */
final class DropsLayout extends TableLayout<DropRow> {

    private static final int ID = 0;
    private static final int SOURCE = 1;
    private static final int SOURCE_ID = 2;
    private static final int FILE = 3;
    private static final int OFFSET = 4;
    private static final int RECORD = 5;
    private static final int OUTCOME = 6;
    private static final int STEP = 7;
    private static final int REASON = 8;
    private static final int EVIDENCE = 9;

    private static final List<Column> COLUMNS = List.of(
            Column.text("id").orNull(),
            Column.word("source"),
            Column.text("source_id"),
            Column.word("file"),
            Column.int64("offset").orNull(),
            Column.int64("record").orNull(),
            Column.word("outcome"),
            Column.word("step"),
            Column.word("reason"),
            Column.list(
                    "evidence",
                    Column.struct(
                            "element",
                            List.of(
                                    Column.word("name"),
                                    Column.float64("value").orNull(),
                                    Column.word("label").orNull()))));

    private static final Key[] KEYS =
            COLUMNS.stream().map(column -> Key.of(column.name())).toArray(Key[]::new);
    private static final Key NAME = Key.of("name");
    private static final Key VALUE = Key.of("value");
    private static final Key LABEL = Key.of("label");

    DropsLayout() {
        super(Table.DROPS, COLUMNS, COLUMNS.size(), DropRow.ORDER);
    }

    @Override
    void json(DropRow row, CanonicalJson out) {
        SourceLocation location = row.origin().location();
        out.beginObject();
        out.key(KEYS[EVIDENCE]).beginArray();
        for (Evidence.Item item : row.cause().evidence().items()) {
            out.beginObject();
            if (item.value() instanceof Evidence.Value.Label label) {
                out.key(LABEL).string(label.value());
            }
            out.key(NAME).string(item.name());
            if (item.value() instanceof Evidence.Value.Number number) {
                out.key(VALUE).number(number.value());
            }
            out.endObject();
        }
        out.endArray();
        out.key(KEYS[FILE]).string(location.file());
        if (row.id().isPresent()) {
            out.key(KEYS[ID]).hex(row.id().get().bytes());
        }
        optionalPlace(out, KEYS[OFFSET], location.byteOffset());
        out.key(KEYS[OUTCOME]).string(row.outcome().word());
        out.key(KEYS[REASON]).string(row.cause().reason().code());
        optionalPlace(out, KEYS[RECORD], location.record());
        out.key(KEYS[SOURCE]).string(row.origin().source());
        out.key(KEYS[SOURCE_ID]).string(row.origin().sourceId());
        out.key(KEYS[STEP]).string(row.cause().step());
        out.endObject();
    }

    @Override
    void encode(DropRow row, RowOutput out) {
        SourceLocation location = row.origin().location();
        optionalText(out, ID, row.id().map(DocumentId::hex));
        out.text(SOURCE, utf8(row.origin().source()));
        out.text(SOURCE_ID, utf8(row.origin().sourceId()));
        out.text(FILE, utf8(location.file()));
        optionalPlace(out, OFFSET, location.byteOffset());
        optionalPlace(out, RECORD, location.record());
        out.text(OUTCOME, utf8(row.outcome().word()));
        out.text(STEP, utf8(row.cause().step()));
        out.text(REASON, utf8(row.cause().reason().code()));
        List<Evidence.Item> items = row.cause().evidence().items();
        if (items.isEmpty()) {
            out.emptyList(EVIDENCE);
            return;
        }
        out.beginList(EVIDENCE);
        for (Evidence.Item item : items) {
            out.beginElement();
            out.beginStruct(0);
            out.text(0, utf8(item.name()));
            if (item.value() instanceof Evidence.Value.Number number) {
                out.float64(1, number.value());
            } else if (item.value() instanceof Evidence.Value.Label label) {
                out.text(2, utf8(label.value()));
            }
            out.endStruct(0);
            out.endElement();
        }
        out.endList(EVIDENCE);
    }

    @Override
    DropRow decode(RowValues row) {
        SourceLocation location = new SourceLocation(
                row.text(FILE), placeOrNone(row.optionalInt64(OFFSET)), placeOrNone(row.optionalInt64(RECORD)));
        Origin origin = new Origin(row.text(SOURCE), row.text(SOURCE_ID), location);
        List<Evidence.Item> items = new ArrayList<>();
        for (RowValues item : row.structs(EVIDENCE)) {
            if (item.isNull(1) == item.isNull(2)) {
                throw new IllegalArgumentException("evidence has either a value or a label");
            }
            Evidence.Value value = item.isNull(1)
                    ? new Evidence.Value.Label(item.text(2))
                    : new Evidence.Value.Number(item.float64(1));
            items.add(new Evidence.Item(item.text(0), value));
        }
        DropRow.Cause cause = new DropRow.Cause(row.text(STEP), Reason.of(row.text(REASON)), new Evidence(items));
        return new DropRow(
                row.optionalText(ID).map(DocumentId::parse), origin, Outcome.parse(row.text(OUTCOME)), cause);
    }

    @Override
    Optional<DocumentId> id(DropRow row) {
        return row.id();
    }

    @Override
    void count(DropRow row, Tally tally) {
        DropRow.Cause cause = row.cause();
        tally.add(
                List.of(
                        row.origin().source(),
                        cause.step(),
                        cause.reason().code(),
                        row.outcome().word()),
                1);
    }
}
