package fr.corpus.internal.parquet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one row as texts. Reused from row to row, so confined to one thread. */
public final class SourceRow {

    private RowValues row = new RowValues(0);
    private List<SourceColumns.Found> columns = List.of();

    /** A row to be filled by {@link SourceTable#read}. */
    public SourceRow() {}

    void set(RowValues newRow, SourceColumns newColumns) {
        row = newRow;
        columns = newColumns.columns();
    }

    /**
     * The texts of a cell that was found: one, those of a list without its nulls and of the lists in it, or none when it is null.
     *
     * @param column number of the column in the order of the paths
     */
    public List<String> texts(int column) {
        SourceColumns.Found.Cell cell = (SourceColumns.Found.Cell) columns.get(column);
        Object value = value(cell);
        if (value == null) {
            return List.of();
        }
        if (!cell.isList()) {
            return List.of(cell.leaf().text(value));
        }
        List<String> texts = new ArrayList<>();
        collect((List<?>) value, cell, texts);
        return texts;
    }

    private static void collect(List<?> values, SourceColumns.Found.Cell cell, List<String> texts) {
        for (Object element : values) {
            if (element instanceof List<?> inner) {
                collect(inner, cell, texts);
            } else if (element != null) {
                texts.add(cell.leaf().text(element));
            }
        }
    }

    /**
     * The bytes of a text cell, or null.
     *
     * @param column number of the column, whose cells are texts, in the order of the paths
     */
    public byte @Nullable [] utf8(int column) {
        Object value = value((SourceColumns.Found.Cell) columns.get(column));
        return value == null ? null : ((org.apache.parquet.io.api.Binary) value).getBytesUnsafe();
    }

    private @Nullable Object value(SourceColumns.Found.Cell cell) {
        Object value = row;
        for (int field : cell.index()) {
            if (value == null) {
                return null;
            }
            value = ((RowValues) value).values[field];
        }
        return value;
    }
}
