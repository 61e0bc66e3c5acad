package fr.corpus.internal.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row or struct that was read, by number. Immutable once read. A field of another kind than asked for is a
 * programmer's error: the schema was checked when the file was opened.
 */
public final class RowValues {

    /** A {@link Binary}, boxed number or boolean, {@link RowValues}, list of those, or null. */
    final @Nullable Object[] values;

    RowValues(int size) {
        values = new Object[size];
    }

    /** Whether a field is null, or of a column that the file does not have. */
    public boolean isNull(int field) {
        return field >= values.length || values[field] == null;
    }

    /** A text. */
    public String text(int field) {
        return new String(utf8(field), StandardCharsets.UTF_8);
    }

    /** A text, unless it is null. */
    public Optional<String> optionalText(int field) {
        return isNull(field) ? Optional.empty() : Optional.of(text(field));
    }

    /** A text’s bytes. */
    public byte[] utf8(int field) {
        return ((Binary) value(field)).getBytesUnsafe();
    }

    /** A 32-bit number. */
    public int int32(int field) {
        return (Integer) value(field);
    }

    /** A 64-bit number, or null. */
    public @Nullable Long optionalInt64(int field) {
        return (Long) values[field];
    }

    /** A double. */
    public double float64(int field) {
        return (Double) value(field);
    }

    /** A struct. */
    public RowValues struct(int field) {
        return (RowValues) value(field);
    }

    /** A list of structs. */
    public List<RowValues> structs(int field) {
        List<RowValues> structs = new ArrayList<>();
        for (Object element : (List<?>) value(field)) {
            structs.add((RowValues) element);
        }
        return structs;
    }

    /** A list of texts. */
    public List<String> texts(int field) {
        List<String> texts = new ArrayList<>();
        for (Object element : (List<?>) value(field)) {
            texts.add(new String(((Binary) element).getBytesUnsafe(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private Object value(int field) {
        Object value = values[field];
        if (value == null) {
            throw new IllegalArgumentException("field " + field + " is null");
        }
        return value;
    }
}
