package fr.corpus.release;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.parquet.CorruptParquetException;
import fr.corpus.internal.parquet.RowValues;
import fr.corpus.internal.parquet.TableReader;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of a table from the first row to the last and computes again what the manifest says of it. Confined to one
 * thread; results may be read by another when it has ended.
 *
 * @param <T> rows of the table
 */
final class PartCheck<T> {

    private static final byte LEAF = 0;

    private final String file;
    private final TableLayout<T> layout;
    private final ObjLongConsumer<T> rowCheck;
    private final Findings findings;
    private final Tally tally;
    private byte[] leaves = new byte[1 << 16];
    private long rows;
    private boolean whole;
    private @Nullable T first;
    private @Nullable T last;

    /**
     * A check of one file.
     *
     * @param rowCheck looks at each row, given with its number from 1
     */
    PartCheck(String file, TableLayout<T> layout, ObjLongConsumer<T> rowCheck, Findings findings) {
        this.file = file;
        this.layout = layout;
        this.rowCheck = rowCheck;
        this.findings = findings;
        this.tally = TableLayout.emptyTally(layout.table());
    }

    void run(Path release) throws IOException {
        CanonicalJson json = new CanonicalJson();
        MessageDigest sha = Sha256.newDigest();
        try (TableReader reader = TableReader.open(release.resolve(file), layout.columns(), layout.firstColumns())) {
            for (RowValues values = reader.next(); values != null; values = reader.next()) {
                rows++;
                T row = layout.decode(values);
                json.clear();
                layout.json(row, json);
                sha.update(LEAF);
                json.update(sha);
                addLeaf(sha.digest());
                layout.count(row, tally);
                T previous = last;
                if (previous != null && layout.order().compare(previous, row) > 0) {
                    findings.add(file, rows, "order", file, rows);
                }
                rowCheck.accept(row, rows);
                first = first == null ? row : first;
                last = row;
            }
            whole = true;
        } catch (CorruptParquetException e) {
            findings.add(file, rows + 1, "unreadable", file, rows + 1);
        } catch (IllegalArgumentException e) {
            findings.add(file, rows, "bad-row", file, rows);
        }
    }

    private void addLeaf(byte[] leaf) {
        int at = Math.toIntExact((rows - 1) * Digest.BYTES);
        if (at + Digest.BYTES > leaves.length) {
            leaves = Arrays.copyOf(leaves, Math.multiplyExact(leaves.length, 2));
        }
        System.arraycopy(leaf, 0, leaves, at, Digest.BYTES);
    }

    /** Adds this part to the table and forgets its leaves; says whether its rows come after those of the part before. */
    boolean foldInto(MerkleAccumulator tree, Tally sum, @Nullable PartCheck<T> before) {
        for (int i = 0; i < rows && whole; i++) {
            tree.addLeafHash(Arrays.copyOfRange(leaves, i * Digest.BYTES, (i + 1) * Digest.BYTES));
        }
        leaves = new byte[0];
        sum.addAll(tally);
        T mine = first;
        T theirs = before == null ? null : before.last;
        return mine == null || theirs == null || layout.order().compare(theirs, mine) <= 0;
    }

    String file() {
        return file;
    }

    long rows() {
        return rows;
    }

    /** Whether every row could be read. */
    boolean isWhole() {
        return whole;
    }

    boolean isEmpty() {
        return last == null;
    }
}
