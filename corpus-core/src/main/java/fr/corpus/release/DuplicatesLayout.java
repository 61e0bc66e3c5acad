package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.fingerprint.NearCode;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.CanonicalJson.Key;
import fr.corpus.hash.Digest;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import fr.corpus.internal.parquet.RowValues;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The {@code duplicates} table. */
final class DuplicatesLayout extends TableLayout<DuplicateRow> {

    private static final int CLUSTER = 0;
    private static final int MEMBER = 1;
    private static final int SOURCE = 2;
    private static final int SOURCE_ID = 3;
    private static final int FILE = 4;
    private static final int OFFSET = 5;
    private static final int RECORD = 6;
    private static final int SURVIVOR = 7;
    private static final int SURVIVOR_SOURCE_ID = 8;
    private static final int KIND = 9;
    private static final int SIMILARITY = 10;
    private static final int LICENSE = 11;
    private static final int URI = 12;
    private static final int AUTHOR = 13;
    private static final int SHA256 = 14;
    private static final int TEXT_SHA256 = 15;
    private static final int SAMPLES = 16;
    private static final int IDENTIFIERS = 17;
    private static final int TEXT_CODE = 18;
    private static final int TEXT_CODE_CHARS = 19;
    private static final int TEXT_UNITS = 20;

    /** All up to the samples. */
    private static final int FIRST_COLUMNS = 17;

    private static final List<Column> COLUMNS = List.of(
            Column.text("cluster"),
            Column.text("member"),
            Column.word("source"),
            Column.text("source_id"),
            Column.word("file"),
            Column.int64("offset").orNull(),
            Column.int64("record").orNull(),
            Column.text("survivor"),
            Column.text("survivor_source_id"),
            Column.word("kind"),
            Column.float64("similarity").orNull(),
            Column.word("license").orNull(),
            Column.text("uri").orNull(),
            Column.word("author").orNull(),
            Column.text("sha256").orNull(),
            Column.text("text_sha256").orNull(),
            Column.text("samples").orNull(),
            Column.list("identifiers", Column.text("element")).orNull(),
            Column.text("text_code").orNull(),
            Column.int64("text_code_chars").orNull(),
            Column.int32("text_units").orNull());

    private static final int DIGITS = 16;

    private static final Key[] KEYS =
            COLUMNS.stream().map(column -> Key.of(column.name())).toArray(Key[]::new);

    DuplicatesLayout() {
        super(Table.DUPLICATES, COLUMNS, FIRST_COLUMNS, DuplicateRow.ORDER);
    }

    @Override
    void json(DuplicateRow row, CanonicalJson out) {
        SourceLocation location = row.origin().location();
        CopyTraces traces = row.traces();
        out.beginObject();
        optionalText(out, KEYS[AUTHOR], traces.author());
        out.key(KEYS[CLUSTER]).hex(row.cluster().bytes());
        out.key(KEYS[FILE]).string(location.file());
        identifiers(out, KEYS[IDENTIFIERS], traces.identifiers());
        out.key(KEYS[KIND]).string(row.match().kind().word());
        optionalText(out, KEYS[LICENSE], row.license());
        out.key(KEYS[MEMBER]).hex(row.member().bytes());
        optionalPlace(out, KEYS[OFFSET], location.byteOffset());
        optionalPlace(out, KEYS[RECORD], location.record());
        optionalText(out, KEYS[SAMPLES], traces.samples().map(DuplicatesLayout::digits));
        optionalText(out, KEYS[SHA256], traces.bytes().map(Digest::hex));
        if (!Double.isNaN(row.match().similarity())) {
            out.key(KEYS[SIMILARITY]).number(row.match().similarity());
        }
        out.key(KEYS[SOURCE]).string(row.origin().source());
        out.key(KEYS[SOURCE_ID]).string(row.origin().sourceId());
        out.key(KEYS[SURVIVOR]).hex(row.survivor().id().bytes());
        out.key(KEYS[SURVIVOR_SOURCE_ID]).string(row.survivor().sourceId());
        if (traces.code().isPresent()) {
            NearCode code = traces.code().get();
            out.key(KEYS[TEXT_CODE]).string(code.code());
            out.key(KEYS[TEXT_CODE_CHARS]).number(code.codePoints());
        }
        optionalText(out, KEYS[TEXT_SHA256], traces.text().map(Digest::hex));
        if (traces.code().isPresent()) {
            out.key(KEYS[TEXT_UNITS]).number(traces.code().get().units());
        }
        optionalText(out, KEYS[URI], traces.uri());
        out.endObject();
    }

    @Override
    void encode(DuplicateRow row, RowOutput out) {
        SourceLocation location = row.origin().location();
        out.text(CLUSTER, utf8(row.cluster().hex()));
        out.text(MEMBER, utf8(row.member().hex()));
        out.text(SOURCE, utf8(row.origin().source()));
        out.text(SOURCE_ID, utf8(row.origin().sourceId()));
        out.text(FILE, utf8(location.file()));
        optionalPlace(out, OFFSET, location.byteOffset());
        optionalPlace(out, RECORD, location.record());
        out.text(SURVIVOR, utf8(row.survivor().id().hex()));
        out.text(SURVIVOR_SOURCE_ID, utf8(row.survivor().sourceId()));
        out.text(KIND, utf8(row.match().kind().word()));
        if (!Double.isNaN(row.match().similarity())) {
            out.float64(SIMILARITY, row.match().similarity());
        }
        optionalText(out, LICENSE, row.license());
        CopyTraces traces = row.traces();
        optionalText(out, URI, traces.uri());
        optionalText(out, AUTHOR, traces.author());
        optionalText(out, SHA256, traces.bytes().map(Digest::hex));
        optionalText(out, TEXT_SHA256, traces.text().map(Digest::hex));
        optionalText(out, SAMPLES, traces.samples().map(DuplicatesLayout::digits));
        identifiers(out, IDENTIFIERS, traces.identifiers());
        if (traces.code().isPresent()) {
            NearCode code = traces.code().get();
            out.text(TEXT_CODE, utf8(code.code()));
            out.int64(TEXT_CODE_CHARS, code.codePoints());
            out.int32(TEXT_UNITS, code.units());
        }
    }

    /** Sixteen hexadecimal digits each, one after the other. */
    private static String digits(List<Long> samples) {
        StringBuilder text = new StringBuilder(samples.size() * DIGITS);
        samples.forEach(sample -> text.append(HexFormat.of().toHexDigits(sample)));
        return text.toString();
    }

    private static List<Long> samples(String digits) {
        if (digits.length() % DIGITS != 0) {
            throw new IllegalArgumentException("samples have " + digits.length() + " digits");
        }
        List<Long> samples = new ArrayList<>(digits.length() / DIGITS);
        for (int at = 0; at < digits.length(); at += DIGITS) {
            samples.add(HexFormat.fromHexDigitsToLong(digits, at, at + DIGITS));
        }
        return samples;
    }

    /** The Text-Code of a near copy; its three columns are there or none. */
    private static Optional<NearCode> code(RowValues row) {
        if (row.isNull(TEXT_CODE) != row.isNull(TEXT_CODE_CHARS) || row.isNull(TEXT_CODE) != row.isNull(TEXT_UNITS)) {
            throw new IllegalArgumentException("a Text-Code without its lengths");
        }
        return row.isNull(TEXT_CODE)
                ? Optional.empty()
                : Optional.of(new NearCode(
                        row.text(TEXT_CODE), placeOrNone(row.optionalInt64(TEXT_CODE_CHARS)), row.int32(TEXT_UNITS)));
    }

    @Override
    DuplicateRow decode(RowValues row) {
        SourceLocation location = new SourceLocation(
                row.text(FILE), placeOrNone(row.optionalInt64(OFFSET)), placeOrNone(row.optionalInt64(RECORD)));
        return new DuplicateRow(
                DocumentId.parse(row.text(CLUSTER)),
                DocumentId.parse(row.text(MEMBER)),
                new Origin(row.text(SOURCE), row.text(SOURCE_ID), location),
                new DuplicateRow.Survivor(DocumentId.parse(row.text(SURVIVOR)), row.text(SURVIVOR_SOURCE_ID)),
                new DuplicateRow.Match(
                        DuplicateRow.Kind.parse(row.text(KIND)),
                        row.isNull(SIMILARITY) ? Double.NaN : row.float64(SIMILARITY)),
                row.optionalText(LICENSE),
                new CopyTraces(
                        row.optionalText(URI),
                        row.optionalText(AUTHOR),
                        row.optionalText(SHA256).map(Digest::parse),
                        row.optionalText(TEXT_SHA256).map(Digest::parse),
                        row.optionalText(SAMPLES).map(DuplicatesLayout::samples),
                        code(row),
                        identifiers(row, IDENTIFIERS)));
    }

    @Override
    Optional<DocumentId> id(DuplicateRow row) {
        return Optional.of(row.member());
    }

    @Override
    void count(DuplicateRow row, Tally tally) {
        tally.add(List.of(row.origin().source(), row.match().kind().word()), 1);
    }
}
