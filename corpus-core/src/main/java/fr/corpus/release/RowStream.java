package fr.corpus.release;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.parquet.CorruptParquetException;
import fr.corpus.internal.parquet.KeyRange;
import fr.corpus.internal.parquet.RowValues;
import fr.corpus.internal.parquet.TableReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in order, from file to file, one row group in memory at a time. Confined to one thread.
 *
 * @param <T> rows of the table
 */
public final class RowStream<T> implements Closeable {

    private final Path release;
    private final List<String> files;
    private final TableLayout<T> layout;
    private final int columns;
    private final @Nullable KeyRange range;
    private @Nullable TableReader reader;
    private int opened;
    private long row;

    RowStream(Path release, List<String> files, TableLayout<T> layout, @Nullable KeyRange range) {
        this(release, files, layout, layout.columns().size(), range);
    }

    /** A stream whose rows have the first columns only. */
    RowStream(Path release, List<String> files, TableLayout<T> layout, int columns, @Nullable KeyRange range) {
        this.columns = columns;
        this.release = release;
        this.files = files;
        this.layout = layout;
        this.range = range;
    }

    /**
     * The next row, or empty after the last.
     *
     * @throws IntegrityException if the bytes are damaged
     * @throws IOException if they cannot be read
     */
    public Optional<T> next() throws IOException {
        try {
            while (true) {
                if (reader == null) {
                    if (opened == files.size()) {
                        return Optional.empty();
                    }
                    open();
                }
                RowValues values = reader.next();
                if (values != null) {
                    row++;
                    return Optional.of(layout.decode(values));
                }
                close();
            }
        } catch (CorruptParquetException | IllegalArgumentException e) {
            throw new IntegrityException(UserMessage.of("release.damaged-table", file(), row), e);
        }
    }

    private TableReader open() throws IOException {
        TableReader opening = TableReader.open(
                release.resolve(files.get(opened++)), layout.columns(), layout.firstColumns(), columns, range);
        row = 0;
        reader = opening;
        return opening;
    }

    /**
     * How many columns the file has that the next row is of; there must be one. A file made by an earlier version may have fewer
     * than the layout.
     *
     * @throws IntegrityException if the bytes are damaged
     * @throws IOException if they cannot be read
     */
    int columnCount() throws IOException {
        try {
            return (reader == null ? open() : reader).columnCount();
        } catch (CorruptParquetException e) {
            throw new IntegrityException(UserMessage.of("release.damaged-table", file(), row), e);
        }
    }

    /** The file that the last row is of. */
    String file() {
        return files.get(Math.max(opened - 1, 0));
    }

    /** All rows that are left, for ranges of few. */
    List<T> rest() throws IOException {
        List<T> rows = new ArrayList<>();
        for (Optional<T> next = next(); next.isPresent(); next = next()) {
            rows.add(next.get());
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        TableReader open = reader;
        if (open != null) {
            reader = null;
            open.close();
        }
    }
}
