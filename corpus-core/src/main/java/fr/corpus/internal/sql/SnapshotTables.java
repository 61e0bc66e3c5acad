package fr.corpus.internal.sql;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One state of the tables, whatever a registrar does meanwhile. Confined to one thread. */
public final class SnapshotTables implements Closeable {

    static final String LOGGED = "SELECT COALESCE(MAX(log_index), -1) + 1 FROM entry";

    /** A state's columns with the tier and the categories of what is reserved. */
    private static final String STATE =
            "SELECT e.seq, e.log_index, e.leaf, e.bytes, e.reservation, e.declares, e.status,"
                    + " d.tier, d.categories, NULL, NULL FROM entry e JOIN entry d ON d.seq = e.declares WHERE ";

    private static final String ACTIVE = "e.status IN ('received', 'verified', 'contested')";

    /** The entry that decides at a size: in the log by then, its successor not. */
    private static final String REIGNS = "e.log_index < ? AND (e.next_index IS NULL OR e.next_index >= ?)";

    /** Takes each reservation in turn. */
    public interface Visitor {
        /** One reservation. */
        void visit(ReservedRow row) throws IOException;
    }

    private final Database database;

    private SnapshotTables(Database database) {
        this.database = database;
        database.freeze();
    }

    /** The state of a file of SQLite. */
    public static SnapshotTables sqlite(Path file) throws IOException {
        return new SnapshotTables(Database.sqlite(file));
    }

    /** The state of a PostgreSQL database. */
    public static SnapshotTables postgres(String url) {
        return new SnapshotTables(Database.postgres(url));
    }

    /** How many entries are known to be in the log. The first call decides which state all calls see. */
    public long loggedCount() {
        return database.inside(open -> RegistryTables.number(open, LOGGED));
    }

    /** Lets go of the state; the next call sees the newest. */
    public void renew() {
        database.release();
    }

    /** Every entry of a reservation in the log below a size, oldest first. */
    public List<EntryRow> history(String reservation, long size) {
        return database.inside(open -> {
            try (PreparedStatement query = open.prepareStatement("SELECT " + RegistryTables.ENTRY_COLUMNS
                    + " FROM entry WHERE reservation = ? AND log_index < ? ORDER BY seq")) {
                query.setString(1, reservation);
                query.setLong(2, size);
                List<EntryRow> rows = new ArrayList<>();
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        rows.add(RegistryTables.entry(found));
                    }
                }
                return rows;
            }
        });
    }

    /** The entries that are not yet known to be in the log, oldest first. */
    public List<EntryRow> pending() {
        return database.inside(open -> {
            List<EntryRow> rows = new ArrayList<>();
            try (PreparedStatement query = open.prepareStatement("SELECT " + RegistryTables.ENTRY_COLUMNS
                            + " FROM entry WHERE log_index IS NULL ORDER BY seq");
                    ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(RegistryTables.entry(found));
                }
            }
            return rows;
        });
    }

    /** Takes the hash of each leaf in turn. */
    public interface LeafVisitor {
        /** One hash, 32 bytes. */
        void visit(byte[] leaf) throws IOException;
    }

    /** Gives the hash of every leaf below a size of the log, in its order, a few at a time in memory. */
    public void visitLeaves(long size, LeafVisitor visitor) throws IOException {
        Optional<IOException> failed = database.inside(open -> {
            try (PreparedStatement query =
                    open.prepareStatement("SELECT leaf FROM entry WHERE log_index < ? ORDER BY log_index")) {
                Database.streaming(query);
                query.setLong(1, size);
                try (ResultSet leaves = query.executeQuery()) {
                    while (leaves.next()) {
                        visitor.visit(leaves.getBytes(1));
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        });
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    /** How many active reservations, keys and patterns, and works there are at a size of the log. */
    public long[] counts(long size) {
        return database.inside(open -> {
            String reign = "FROM entry e WHERE " + REIGNS + " AND " + ACTIVE;
            String[] queries = {
                "SELECT COUNT(*) " + reign,
                "SELECT COUNT(*) FROM selector s WHERE s.entry IN (SELECT e.declares " + reign + ")",
                "SELECT COUNT(*) FROM work w WHERE w.entry IN (SELECT e.declares " + reign + ")"
            };
            long[] counts = new long[queries.length];
            for (int i = 0; i < queries.length; i++) {
                try (PreparedStatement query = open.prepareStatement(queries[i])) {
                    query.setLong(1, size);
                    query.setLong(2, size);
                    try (ResultSet found = query.executeQuery()) {
                        found.next();
                        counts[i] = found.getLong(1);
                    }
                }
            }
            return counts;
        });
    }

    /** Gives the reservations as they stand at a size of the log, in the order of their declarations, a few at a time in memory. */
    public void visit(long size, boolean onlyActive, Visitor visitor) throws IOException {
        String states = STATE + REIGNS + (onlyActive ? " AND " + ACTIVE : "") + " ORDER BY e.declares";
        Optional<IOException> failed = database.inside(open -> {
            try (PreparedStatement query = open.prepareStatement(states);
                    Statement keys = Database.streaming(open.createStatement());
                    Statement prints = Database.streaming(open.createStatement())) {
                Database.streaming(query);
                query.setLong(1, size);
                query.setLong(2, size);
                try (ResultSet state = query.executeQuery();
                        ResultSet selector =
                                keys.executeQuery("SELECT entry, type, digest, value FROM selector ORDER BY entry, n");
                        ResultSet work = prints.executeQuery(
                                "SELECT entry, bytes, text, iscc, samples FROM work ORDER BY entry, n")) {
                    Group<SelectorRow> selectors = new Group<>(selector, SnapshotTables::selector);
                    Group<WorkRow> works = new Group<>(work, SnapshotTables::work);
                    while (state.next()) {
                        EntryRow row = RegistryTables.entry(state);
                        visitor.visit(new ReservedRow(row, selectors.of(row.declares()), works.of(row.declares())));
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        });
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    private static SelectorRow selector(ResultSet row) throws SQLException {
        return new SelectorRow(row.getString(2), row.getBytes(3), row.getString(4));
    }

    private static WorkRow work(ResultSet row) throws SQLException {
        return new WorkRow(row.getBytes(2), row.getBytes(3), row.getBytes(4), row.getBytes(5));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Rows that belong to entries, gone through once beside the entries. */
    private static final class Group<T> {
        private final ResultSet rows;
        private final RowReader<T> reader;
        private boolean more;

        Group(ResultSet rows, RowReader<T> reader) throws SQLException {
            this.rows = rows;
            this.reader = reader;
            this.more = rows.next();
        }

        /** The rows of an entry; entries are asked for in ascending order. */
        List<T> of(long entry) throws SQLException {
            List<T> group = new ArrayList<>();
            while (more && rows.getLong(1) <= entry) {
                if (rows.getLong(1) == entry) {
                    group.add(reader.read(rows));
                }
                more = rows.next();
            }
            return group;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
