package fr.corpus.release;

import fr.corpus.document.Annotations;
import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.CanonicalJson.Key;
import fr.corpus.hash.Digest;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import fr.corpus.internal.parquet.RowValues;
import fr.corpus.step.RightsDecision;
import fr.corpus.text.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The {@code data} table. */
final class DataLayout extends TableLayout<ReleaseRow> {

    private static final int ID = 0;
    private static final int TEXT = 1;
    private static final int LANGUAGE = 2;
    private static final int LANGUAGE_SCORE = 3;
    private static final int SOURCE = 4;
    private static final int SOURCE_ID = 5;
    private static final int URI = 6;
    private static final int TITLE = 7;
    private static final int AUTHOR = 8;
    private static final int DATE = 9;
    private static final int LICENSE = 10;
    private static final int ATTRIBUTION = 11;
    private static final int QUALITY = 12;
    private static final int TOKEN_COUNT = 13;
    private static final int CHAR_COUNT = 14;
    private static final int CLUSTER_SIZE = 15;
    private static final int PROVENANCE = 16;
    private static final int SENTENCES = 17;
    private static final int IDENTIFIERS = 18;
    private static final int RICH_LAYERS = 19;

    /** All columns of a release that has no layers but sentences. */
    static final int WITHOUT_LAYERS = RICH_LAYERS;

    /** All up to the sentences. */
    private static final int FIRST_COLUMNS = 18;

    /** The columns of {@code quality}: all signals but the language score, which has a column of its own. */
    private static final List<Signal> QUALITY_SIGNALS = Arrays.stream(Signal.values())
            .filter(signal -> signal != Signal.LANGUAGE_SCORE)
            .toList();

    private static final List<Column> PLAIN = List.of(
            Column.text("id"),
            Column.text("text"),
            Column.word("language").orNull(),
            Column.float64("language_score").orNull(),
            Column.word("source"),
            Column.text("source_id"),
            Column.text("uri").orNull(),
            Column.word("title").orNull(),
            Column.word("author").orNull(),
            Column.word("date").orNull(),
            Column.word("license").orNull(),
            Column.word("attribution").orNull(),
            Column.struct(
                    "quality",
                    QUALITY_SIGNALS.stream()
                            .map(signal -> Column.float64(signal.column()).orNull())
                            .toList()),
            Column.int32("token_count"),
            Column.int32("char_count"),
            Column.int32("cluster_size"),
            Column.struct(
                    "provenance",
                    List.of(
                            Column.word("file"),
                            Column.int64("offset").orNull(),
                            Column.int64("record").orNull(),
                            Column.word("reader"),
                            Column.text("sha256"))),
            LayerColumns.sentenceColumn(),
            Column.list("identifiers", Column.text("element")).orNull());

    private static final List<Column> COLUMNS =
            Stream.concat(PLAIN.stream(), LayerColumns.richColumns().stream()).toList();

    private static final Key[] KEYS =
            COLUMNS.stream().map(column -> Key.of(column.name())).toArray(Key[]::new);

    private static final Key FILE = Key.of("file");
    private static final Key OFFSET = Key.of("offset");
    private static final Key READER = Key.of("reader");
    private static final Key RECORD = Key.of("record");
    private static final Key SHA256 = Key.of("sha256");

    /** A signal and its key. */
    private record SignalKey(Signal signal, Key key) {}

    /** In the order of canonical JSON. */
    private static final List<SignalKey> SIGNAL_KEYS = QUALITY_SIGNALS.stream()
            .map(signal -> new SignalKey(signal, Key.of(signal.column())))
            .sorted(Comparator.comparing(SignalKey::key))
            .toList();

    /** The text last encoded: each row is written twice, as JSON and as Parquet. */
    private String encodedText = "";

    private byte[] encodedBytes = new byte[0];

    private final LayerColumns layers = new LayerColumns();

    DataLayout() {
        this(COLUMNS.size());
    }

    /** The table as it was when it had this many columns, for rows that have nothing in the others. */
    DataLayout(int columns) {
        super(Table.DATA, COLUMNS.subList(0, columns), FIRST_COLUMNS, ReleaseRow.ORDER);
    }

    /** UTF-8 of the row's text; encoded once for both forms. */
    byte[] textBytes(ReleaseRow row) {
        String text = row.document().text();
        if (text != encodedText) {
            encodedBytes = utf8(text);
            encodedText = text;
        }
        return encodedBytes;
    }

    @Override
    void json(ReleaseRow row, CanonicalJson out) {
        Metadata metadata = row.document().metadata();
        Provenance provenance = row.document().provenance();
        out.beginObject();
        optionalText(out, KEYS[ATTRIBUTION], attribution(row));
        optionalText(out, KEYS[AUTHOR], metadata.author());
        out.key(KEYS[CHAR_COUNT]).number(row.chars());
        out.key(KEYS[CLUSTER_SIZE]).number(row.clusterSize());
        optionalText(out, KEYS[DATE], metadata.date());
        LayerColumns.entitiesJson(row.document().annotations(), out);
        out.key(KEYS[ID]).hex(row.id().bytes());
        identifiers(out, KEYS[IDENTIFIERS], metadata.identifiers());
        optionalText(out, KEYS[LANGUAGE], row.measures().language());
        if (row.languageScore().isPresent()) {
            out.key(KEYS[LANGUAGE_SCORE]).number(row.languageScore().getAsDouble());
        }
        optionalText(out, KEYS[LICENSE], license(row));
        provenanceJson(provenance, out);
        out.key(KEYS[QUALITY]).beginObject();
        for (SignalKey signal : SIGNAL_KEYS) {
            double value = row.measures().quality().value(signal.signal());
            if (!Double.isNaN(value)) {
                out.key(signal.key()).number(value);
            }
        }
        out.endObject();
        LayerColumns.sentencesJson(row.document().annotations(), out);
        out.key(KEYS[SOURCE]).string(provenance.source());
        out.key(KEYS[SOURCE_ID]).string(provenance.sourceId());
        LayerColumns.termsJson(row.document().annotations(), out);
        out.key(KEYS[TEXT]).utf8(textBytes(row));
        optionalText(out, KEYS[TITLE], metadata.title());
        out.key(KEYS[TOKEN_COUNT]).number(row.measures().tokens());
        LayerColumns.tokensJson(row.document().annotations(), out);
        optionalText(out, KEYS[URI], metadata.uri());
        out.endObject();
    }

    private static void provenanceJson(Provenance provenance, CanonicalJson out) {
        out.key(KEYS[PROVENANCE]).beginObject();
        out.key(FILE).string(provenance.location().file());
        optionalPlace(out, OFFSET, provenance.location().byteOffset());
        out.key(READER).string(provenance.reader());
        optionalPlace(out, RECORD, provenance.location().record());
        out.key(SHA256).hex(provenance.rawDigest().bytes());
        out.endObject();
    }

    /** The columns in which two rows differ, in the order of the table. */
    static List<String> differences(ReleaseRow a, ReleaseRow b) {
        List<String> columns = new ArrayList<>();
        BiConsumer<Integer, Function<ReleaseRow, Object>> compare = (column, value) -> {
            if (!value.apply(a).equals(value.apply(b))) {
                columns.add(COLUMNS.get(column).name());
            }
        };
        compare.accept(ID, ReleaseRow::id);
        compare.accept(TEXT, row -> row.document().text());
        compare.accept(LANGUAGE, row -> row.measures().language());
        compare.accept(LANGUAGE_SCORE, ReleaseRow::languageScore);
        compare.accept(SOURCE, row -> row.origin().source());
        compare.accept(SOURCE_ID, row -> row.origin().sourceId());
        compare.accept(URI, row -> row.document().metadata().uri());
        compare.accept(TITLE, row -> row.document().metadata().title());
        compare.accept(AUTHOR, row -> row.document().metadata().author());
        compare.accept(DATE, row -> row.document().metadata().date());
        compare.accept(LICENSE, DataLayout::license);
        compare.accept(ATTRIBUTION, DataLayout::attribution);
        compare.accept(QUALITY, row -> row.measures().quality());
        compare.accept(TOKEN_COUNT, row -> row.measures().tokens());
        compare.accept(CHAR_COUNT, ReleaseRow::chars);
        compare.accept(CLUSTER_SIZE, ReleaseRow::clusterSize);
        compare.accept(PROVENANCE, row -> row.document().provenance());
        compare.accept(SENTENCES, row -> row.document().annotations().sentences());
        compare.accept(IDENTIFIERS, row -> row.document().metadata().identifiers());
        compare.accept(RICH_LAYERS, row -> row.document().annotations().tokens());
        compare.accept(RICH_LAYERS + 1, row -> row.document().annotations().entities());
        compare.accept(RICH_LAYERS + 2, row -> row.document().annotations().terms());
        return columns;
    }

    private static Optional<String> license(ReleaseRow row) {
        return row.admission().map(admission -> admission.license().value());
    }

    private static Optional<String> attribution(ReleaseRow row) {
        return row.admission().map(RightsDecision.Admit::attribution).filter(line -> !line.isEmpty());
    }

    @Override
    void encode(ReleaseRow row, RowOutput out) {
        Metadata metadata = row.document().metadata();
        Provenance provenance = row.document().provenance();
        out.text(ID, utf8(row.id().hex()));
        out.text(TEXT, textBytes(row));
        optionalText(out, LANGUAGE, row.measures().language());
        if (row.languageScore().isPresent()) {
            out.float64(LANGUAGE_SCORE, row.languageScore().getAsDouble());
        }
        out.text(SOURCE, utf8(provenance.source()));
        out.text(SOURCE_ID, utf8(provenance.sourceId()));
        optionalText(out, URI, metadata.uri());
        optionalText(out, TITLE, metadata.title());
        optionalText(out, AUTHOR, metadata.author());
        optionalText(out, DATE, metadata.date());
        optionalText(out, LICENSE, license(row));
        optionalText(out, ATTRIBUTION, attribution(row));
        out.beginStruct(QUALITY);
        for (int i = 0; i < QUALITY_SIGNALS.size(); i++) {
            double value = row.measures().quality().value(QUALITY_SIGNALS.get(i));
            if (!Double.isNaN(value)) {
                out.float64(i, value);
            }
        }
        out.endStruct(QUALITY);
        out.int32(TOKEN_COUNT, row.measures().tokens());
        out.int32(CHAR_COUNT, row.chars());
        out.int32(CLUSTER_SIZE, row.clusterSize());
        out.beginStruct(PROVENANCE);
        out.text(0, utf8(provenance.location().file()));
        optionalPlace(out, 1, provenance.location().byteOffset());
        optionalPlace(out, 2, provenance.location().record());
        out.text(3, utf8(provenance.reader()));
        out.text(4, utf8(provenance.rawDigest().hex()));
        out.endStruct(PROVENANCE);
        Annotations annotations = row.document().annotations();
        LayerColumns.encodeSentences(annotations, SENTENCES, out);
        if (columns().size() > IDENTIFIERS) {
            identifiers(out, IDENTIFIERS, metadata.identifiers());
        }
        if (columns().size() > WITHOUT_LAYERS) {
            LayerColumns.encodeRich(annotations, RICH_LAYERS, out);
        } else if (annotations.isRich()) {
            throw new IllegalArgumentException(
                    "this release has no columns for layers: " + row.id().hex());
        }
    }

    @Override
    ReleaseRow decode(RowValues row) {
        RowValues origin = row.struct(PROVENANCE);
        SourceLocation location = new SourceLocation(
                origin.text(0), placeOrNone(origin.optionalInt64(1)), placeOrNone(origin.optionalInt64(2)));
        Provenance provenance = new Provenance(
                row.text(SOURCE), row.text(SOURCE_ID), location, origin.text(3), Digest.parse(origin.text(4)));
        Metadata metadata = new Metadata(
                row.optionalText(URI),
                row.optionalText(TITLE),
                row.optionalText(AUTHOR),
                row.optionalText(DATE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                identifiers(row, IDENTIFIERS));
        Document document = new Document(
                DocumentId.parse(row.text(ID)),
                row.text(TEXT),
                metadata,
                provenance,
                layers.decode(row, SENTENCES, RICH_LAYERS));
        if (row.isNull(LICENSE) && !row.isNull(ATTRIBUTION)) {
            throw new IllegalArgumentException("attribution without license");
        }
        Optional<RightsDecision.Admit> admission = row.optionalText(LICENSE)
                .map(license -> new RightsDecision.Admit(
                        LicenseId.of(license), row.optionalText(ATTRIBUTION).orElse("")));
        Measures measures = new Measures(row.optionalText(LANGUAGE), quality(row), row.int32(TOKEN_COUNT));
        ReleaseRow decoded = new ReleaseRow(document, admission, measures, row.int32(CLUSTER_SIZE));
        if (decoded.chars() != row.int32(CHAR_COUNT)) {
            throw new IllegalArgumentException(
                    "char_count " + row.int32(CHAR_COUNT) + ", the text has " + decoded.chars());
        }
        return decoded;
    }

    @Override
    Optional<DocumentId> id(ReleaseRow row) {
        return Optional.of(row.id());
    }

    @Override
    void count(ReleaseRow row, Tally tally) {
        List<String> key = List.of(
                row.document().provenance().source(),
                license(row).orElse(""),
                row.measures().language().orElse(""));
        tally.add(key, 1, textBytes(row).length, row.chars(), row.measures().tokens());
    }

    private static Quality quality(RowValues row) {
        RowValues struct = row.struct(QUALITY);
        double[] values = new double[Signal.values().length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < QUALITY_SIGNALS.size(); i++) {
            if (!struct.isNull(i)) {
                values[QUALITY_SIGNALS.get(i).ordinal()] = struct.float64(i);
            }
        }
        if (!row.isNull(LANGUAGE_SCORE)) {
            values[Signal.LANGUAGE_SCORE.ordinal()] = row.float64(LANGUAGE_SCORE);
        }
        return Quality.exact(values);
    }
}
