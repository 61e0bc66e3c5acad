package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.document.Identifier;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import fr.corpus.internal.parquet.RowValues;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a table's rows become canonical JSON and Parquet fields, and back. The one place where the columns of a table stand;
 * {@code docs/formats/release.md} says the same in words. Confined to one thread.
 *
 * @param <T> its rows
 */
abstract class TableLayout<T> {

    private final Table table;
    private final List<Column> columns;
    private final int firstColumns;
    private final Comparator<T> order;

    /**
     * A layout.
     *
     * @param firstColumns how many columns the table had at first; those after them were added one by one, are null where a
     *     release was made before, and such a release does not have them
     */
    TableLayout(Table table, List<Column> columns, int firstColumns, Comparator<T> order) {
        this.table = table;
        this.columns = columns;
        this.firstColumns = firstColumns;
        this.order = order;
    }

    final Table table() {
        return table;
    }

    final List<Column> columns() {
        return columns;
    }

    final int firstColumns() {
        return firstColumns;
    }

    final Comparator<T> order() {
        return order;
    }

    /** Writes the canonical JSON of a row, the entry of its Merkle leaf; a null column is left out. */
    abstract void json(T row, CanonicalJson out);

    /** Gives the fields of a row. */
    abstract void encode(T row, RowOutput out);

    /** A row from its fields; throws {@link IllegalArgumentException} where a value is not one that the table may hold. */
    abstract T decode(RowValues values);

    /** The id that a row is found by. */
    abstract Optional<DocumentId> id(T row);

    /** Counts a row in a tally of {@link #emptyTally}. */
    abstract void count(T row, Tally tally);

    /** Sums by source and what else the manifest and the data card tell of this table. */
    static Tally emptyTally(Table table) {
        return switch (table) {
            case DATA ->
                new Tally(
                        List.of("source", "license", "language"),
                        List.of("documents", "textBytes", "characters", "tokens"));
            case DROPS -> new Tally(List.of("source", "step", "reason", "outcome"), List.of("records"));
            case DUPLICATES -> new Tally(List.of("source", "kind"), List.of("records"));
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void identifiers(RowOutput out, int field, List<Identifier> identifiers) {
        if (!identifiers.isEmpty()) {
            out.beginList(field);
            for (Identifier identifier : identifiers) {
                out.beginElement();
                out.text(0, utf8(identifier.toString()));
                out.endElement();
            }
            out.endList(field);
        }
    }

    static void identifiers(CanonicalJson out, CanonicalJson.Key key, List<Identifier> identifiers) {
        if (!identifiers.isEmpty()) {
            out.key(key).beginArray();
            identifiers.forEach(identifier -> out.string(identifier.toString()));
            out.endArray();
        }
    }

    /** The identifiers of a column; throws where they are not each once and in order, for then the row is not the one that was written. */
    static List<Identifier> identifiers(RowValues row, int field) {
        if (row.isNull(field)) {
            return List.of();
        }
        List<String> texts = row.texts(field);
        List<Identifier> identifiers = texts.stream().map(Identifier::parse).toList();
        for (int i = 1; i < identifiers.size(); i++) {
            if (identifiers.get(i - 1).compareTo(identifiers.get(i)) >= 0) {
                throw new IllegalArgumentException("identifiers out of order: " + identifiers.get(i));
            }
        }
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("a list of no identifiers");
        }
        return identifiers;
    }

    static void optionalText(RowOutput out, int field, Optional<String> text) {
        if (text.isPresent()) {
            out.text(field, utf8(text.get()));
        }
    }

    static void optionalPlace(RowOutput out, int field, long place) {
        if (place >= 0) {
            out.int64(field, place);
        }
    }

    static void optionalText(CanonicalJson out, CanonicalJson.Key key, Optional<String> text) {
        if (text.isPresent()) {
            out.key(key).string(text.get());
        }
    }

    static void optionalPlace(CanonicalJson out, CanonicalJson.Key key, long place) {
        if (place >= 0) {
            out.key(key).number(place);
        }
    }

    static long placeOrNone(@Nullable Long place) {
        return place == null ? -1 : place;
    }
}
