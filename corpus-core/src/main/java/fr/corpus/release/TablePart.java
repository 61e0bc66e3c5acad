package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.parquet.TableWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of a table being written: rows are added in the order of the table. Confined to one thread; other parts may be
 * written at the same time. Closed without {@link #commit()}, it counts as never begun.
 *
 * @param <T> rows of the table
 */
public final class TablePart<T> implements Closeable {

    /** What is written beside a part from the same rows. */
    interface Companion<T> extends Closeable {
        void add(T row, Optional<TextTraces> traces) throws IOException;

        /** On return it is on the disk. */
        void commit() throws IOException;
    }

    private static final byte LEAF = 0;

    private final PartFiles files;
    private final int part;
    private final TableLayout<T> layout;
    private final TableWriter<T> rows;
    private final FileOutputStream leafFile;
    private final BufferedOutputStream leaves;
    private final MessageDigest sha = Sha256.newDigest();
    private final CanonicalJson json = new CanonicalJson();
    private final Tally tally;
    private final Optional<Companion<T>> companion;
    private @Nullable T first;
    private @Nullable T last;
    private long count;
    private boolean closed;

    private TablePart(
            PartFiles files,
            int part,
            TableLayout<T> layout,
            TableWriter<T> rows,
            FileOutputStream leafFile,
            Optional<Companion<T>> companion) {
        this.companion = companion;
        this.files = files;
        this.part = part;
        this.layout = layout;
        this.rows = rows;
        this.leafFile = leafFile;
        this.leaves = new BufferedOutputStream(leafFile, 1 << 15);
        this.tally = TableLayout.emptyTally(layout.table());
    }

    static <T> TablePart<T> begin(
            PartFiles files, int part, TableLayout<T> layout, int zstdLevel, Optional<Companion<T>> companion)
            throws IOException {
        Table table = layout.table();
        Path leafPath = files.leaves(table, part);
        FileOutputStream leafFile = new FileOutputStream(leafPath.toFile());
        try {
            TableWriter.Format format = new TableWriter.Format(table.directory(), layout.columns(), zstdLevel);
            TableWriter<T> rows = TableWriter.create(files.table(table, part), format, layout::encode);
            return new TablePart<>(files, part, layout, rows, leafFile, companion);
        } catch (IOException | RuntimeException e) {
            leafFile.close();
            if (companion.isPresent()) {
                companion.get().close();
            }
            throw e;
        }
    }

    /**
     * Adds a row after the others.
     *
     * @throws IllegalArgumentException if it comes before the last in the order of the table
     * @throws IOException if it cannot be written
     */
    public void add(T row) throws IOException {
        add(row, Optional.empty());
    }

    /**
     * Adds a row after the others.
     *
     * @param traces of the row's text, if they are at hand: the keys of the row then cost less
     * @throws IllegalArgumentException if it comes before the last in the order of the table
     * @throws IOException if it cannot be written
     */
    public void add(T row, Optional<TextTraces> traces) throws IOException {
        T previous = last;
        if (previous != null && layout.order().compare(previous, row) > 0) {
            throw new IllegalArgumentException("row out of order in "
                    + layout.table().file(part) + " after " + count
                    + " rows: " + layout.id(previous).map(DocumentId::hex).orElse("no id") + " then "
                    + layout.id(row).map(DocumentId::hex).orElse("no id"));
        }
        json.clear();
        layout.json(row, json);
        sha.update(LEAF);
        json.update(sha);
        leaves.write(sha.digest());
        layout.count(row, tally);
        rows.write(row);
        if (companion.isPresent()) {
            companion.get().add(row, traces);
        }
        if (first == null) {
            first = row;
        }
        last = row;
        count++;
    }

    /** About how many bytes the file has, for a caller that cuts parts by size. */
    public long size() {
        return rows.size();
    }

    /**
     * Completes the part. On return its file, its leaf hashes and its summary are on the disk; a run that is killed later
     * does not write it again.
     *
     * @throws IOException if it cannot be written
     */
    public void commit() throws IOException {
        closed = true;
        try (FileOutputStream closing = leafFile) {
            rows.close();
            leaves.flush();
            closing.getChannel().force(true);
        }
        if (companion.isPresent()) {
            try (Companion<T> beside = companion.get()) {
                beside.commit();
            }
        }
        Optional<DocumentId> firstId = first == null ? Optional.empty() : layout.id(first);
        Optional<DocumentId> lastId = last == null ? Optional.empty() : layout.id(last);
        files.commit(new PartSummary(layout.table(), part, count, rows.bytes(), rows.sha256(), firstId, lastId, tally));
    }

    /** Abandons the part unless it was committed. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                rows.close();
            } finally {
                leafFile.close();
                if (companion.isPresent()) {
                    companion.get().close();
                }
            }
        }
    }
}
