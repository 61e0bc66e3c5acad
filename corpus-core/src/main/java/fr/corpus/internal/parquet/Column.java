package fr.corpus.internal.parquet;

import java.util.List;

/**
 * A column of a table that we write. Immutable.
 *
 * @param name its name
 * @param kind what it holds
 * @param nullable whether a row may have nothing there
 * @param dictionary whether repeated values are worth a dictionary
 * @param children fields of a struct; the element of a list
 */
public record Column(String name, Kind kind, boolean nullable, boolean dictionary, List<Column> children) {

    /** What a column holds. */
    public enum Kind {
        /** UTF-8 text. */
        TEXT,
        /** 32-bit signed number. */
        INT32,
        /** 64-bit signed number. */
        INT64,
        /** IEEE 754 double. */
        FLOAT64,
        /** Named fields. */
        STRUCT,
        /** Any number of one element. */
        LIST
    }

    public Column {
        children = List.copyOf(children);
    }

    /** A text that most rows have for themselves. */
    public static Column text(String name) {
        return new Column(name, Kind.TEXT, false, false, List.of());
    }

    /** A text that many rows share. */
    public static Column word(String name) {
        return new Column(name, Kind.TEXT, false, true, List.of());
    }

    /** A 32-bit number. */
    public static Column int32(String name) {
        return new Column(name, Kind.INT32, false, false, List.of());
    }

    /** A 64-bit number. */
    public static Column int64(String name) {
        return new Column(name, Kind.INT64, false, false, List.of());
    }

    /** A double; a dictionary would cost a fifth of the writing and save nothing that zstd does not. */
    public static Column float64(String name) {
        return new Column(name, Kind.FLOAT64, false, false, List.of());
    }

    /** A struct. */
    public static Column struct(String name, List<Column> fields) {
        return new Column(name, Kind.STRUCT, false, false, fields);
    }

    /** A list of elements that are never null; the element's name is {@code element}. */
    public static Column list(String name, Column element) {
        return new Column(name, Kind.LIST, false, false, List.of(element));
    }

    /** The same column, null where a row has nothing. */
    public Column orNull() {
        return new Column(name, kind, true, dictionary, children);
    }
}
