package fr.corpus.internal.parquet;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.binaryColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.ltEq;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.Operators.BinaryColumn;
import org.apache.parquet.io.api.Binary;

/**
 * Rows whose value in a text column lies between two texts, both included, by the order of UTF-8 bytes. Immutable.
 *
 * @param column name of a column at the top of the table
 * @param from smallest value
 * @param through largest value
 */
public record KeyRange(String column, String from, String through) {

    /** Rows with one value. */
    public static KeyRange of(String column, String value) {
        return new KeyRange(column, value, value);
    }

    /** Rows whose value, of ASCII letters and digits, starts with a prefix. */
    public static KeyRange prefix(String column, String prefix) {
        return new KeyRange(column, prefix, prefix + "~");
    }

    FilterCompat.Filter filter() {
        BinaryColumn key = binaryColumn(column);
        return FilterCompat.get(and(gtEq(key, Binary.fromString(from)), ltEq(key, Binary.fromString(through))));
    }

    boolean contains(byte[] utf8) {
        return Arrays.compareUnsigned(utf8, from.getBytes(StandardCharsets.UTF_8)) >= 0
                && Arrays.compareUnsigned(utf8, through.getBytes(StandardCharsets.UTF_8)) <= 0;
    }
}
