package fr.corpus.internal.sql;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a registrar reads and writes. Confined to one thread. Every write is durable when it returns. */
public final class RegistryTables implements Closeable {

    static final String ENTRY_COLUMNS =
            "seq, log_index, leaf, bytes, reservation, declares, status, tier, categories, salt, record";

    private final Database database;

    RegistryTables(Database database) {
        this.database = database;
    }

    /** Opens a file of SQLite, which is made if it is not there, with its tables. */
    public static RegistryTables sqlite(Path file) throws IOException {
        return new RegistryTables(Database.sqlite(file));
    }

    /** Connects to PostgreSQL by a {@code jdbc:postgresql:} address and makes the tables if they are not there. */
    public static RegistryTables postgres(String url) {
        return new RegistryTables(Database.postgres(url));
    }

    /** Keeps other registrars of a server out until this is closed; answers whether it could. */
    public boolean lock() {
        return database.lock();
    }

    /** A fact about the registry as a whole. */
    public Optional<String> fact(String name) {
        return database.read(open -> {
            try (PreparedStatement query = open.prepareStatement("SELECT value FROM meta WHERE name = ?")) {
                query.setString(1, name);
                try (ResultSet found = query.executeQuery()) {
                    return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Keeps a fact about the registry, over an older one of its name. */
    public void putFact(String name, String value) {
        database.write(open -> {
            putFacts(open, Map.of(name, value));
            return 1;
        });
    }

    /** Forgets facts of a kind that are not of this day. */
    private static void forget(Connection open, String kind, String day) throws SQLException {
        try (PreparedStatement delete =
                open.prepareStatement("DELETE FROM meta WHERE name LIKE ? AND value NOT LIKE ?")) {
            delete.setString(1, kind + "%");
            delete.setString(2, day + "%");
            delete.executeUpdate();
        }
    }

    private static void putFacts(Connection open, Map<String, String> facts) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement("INSERT INTO meta (name, value) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                insert.setString(1, fact.getKey());
                insert.setString(2, fact.getValue());
                insert.executeUpdate();
            }
        }
    }

    /**
     * Adds entries and keeps facts, all or none.
     *
     * @param daily how the names of facts begin that are kept for a day only, which their values begin with
     */
    public void insert(List<EntryRow> rows, Map<String, String> facts, String daily) {
        database.write(open -> {
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                if (fact.getKey().startsWith(daily)) {
                    forget(
                            open,
                            daily,
                            fact.getValue().substring(0, fact.getValue().indexOf(' ')));
                }
            }
            putFacts(open, facts);
            insertEntries(open, rows);
            insertSelectors(open, rows);
            insertWorks(open, rows);
            return rows.size();
        });
    }

    private static void insertEntries(Connection open, List<EntryRow> rows) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(
                "INSERT INTO entry (" + ENTRY_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (EntryRow row : rows) {
                insert.setLong(1, row.seq());
                if (row.logIndex() == EntryRow.PENDING) {
                    insert.setNull(2, java.sql.Types.BIGINT);
                } else {
                    insert.setLong(2, row.logIndex());
                }
                insert.setBytes(3, row.leaf());
                insert.setBytes(4, row.bytes());
                insert.setString(5, row.reservation());
                insert.setLong(6, row.declares());
                insert.setString(7, row.status());
                insert.setInt(8, row.tier());
                insert.setString(9, row.categories());
                insert.setBytes(10, row.salt());
                insert.setBytes(11, row.record());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertSelectors(Connection open, List<EntryRow> rows) throws SQLException {
        try (PreparedStatement insert =
                open.prepareStatement("INSERT INTO selector (entry, n, type, digest, value) VALUES (?, ?, ?, ?, ?)")) {
            for (EntryRow row : rows) {
                int n = 0;
                for (SelectorRow selector : row.selectors()) {
                    insert.setLong(1, row.seq());
                    insert.setInt(2, n++);
                    insert.setString(3, selector.type());
                    insert.setBytes(4, selector.digest());
                    insert.setString(5, selector.value());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void insertWorks(Connection open, List<EntryRow> rows) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(
                "INSERT INTO work (entry, n, bytes, text, iscc, samples) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (EntryRow row : rows) {
                int n = 0;
                for (WorkRow work : row.works()) {
                    insert.setLong(1, row.seq());
                    insert.setInt(2, n++);
                    insert.setBytes(3, work.bytes());
                    insert.setBytes(4, work.text());
                    insert.setBytes(5, work.iscc());
                    insert.setBytes(6, work.samples());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /**
     * Says where entries stand in the log, by seq, ends the reign of the entries before them, and destroys what some reservations
     * keep of people; all or none.
     *
     * @param erased reservations to erase
     * @param types of the selectors that erasure takes with it
     */
    public void markLogged(Map<Long, Long> indexBySeq, List<String> erased, List<String> types) {
        database.write(open -> {
            for (String reservation : erased) {
                erase(open, reservation, types);
            }
            try (PreparedStatement place = open.prepareStatement(
                            "UPDATE entry SET log_index = ? WHERE seq = ? AND log_index IS NULL");
                    PreparedStatement succeed = open.prepareStatement(
                            "UPDATE entry SET next_index = ? WHERE seq < ? AND next_index IS NULL AND reservation ="
                                    + " (SELECT reservation FROM entry WHERE seq = ?)")) {
                for (Map.Entry<Long, Long> each : indexBySeq.entrySet()) {
                    place.setLong(1, each.getValue());
                    place.setLong(2, each.getKey());
                    place.addBatch();
                    succeed.setLong(1, each.getValue());
                    succeed.setLong(2, each.getKey());
                    succeed.setLong(3, each.getKey());
                    succeed.addBatch();
                }
                place.executeBatch();
                succeed.executeBatch();
                return indexBySeq.size();
            }
        });
        if (!erased.isEmpty()) {
            database.forget();
        }
    }

    /** Destroys salts and records of a reservation, and its selectors of some types. */
    private static void erase(Connection open, String reservation, List<String> types) throws SQLException {
        try (PreparedStatement entries =
                        open.prepareStatement("UPDATE entry SET salt = NULL, record = NULL WHERE reservation = ?");
                PreparedStatement selectors = open.prepareStatement("DELETE FROM selector WHERE type = ? AND entry IN"
                        + " (SELECT seq FROM entry WHERE reservation = ?)")) {
            for (String type : types) {
                selectors.setString(1, type);
                selectors.setString(2, reservation);
                selectors.addBatch();
            }
            selectors.executeBatch();
            entries.setString(1, reservation);
            entries.executeUpdate();
        }
    }

    /** The entries that are not yet known to be in the log, oldest first. */
    public List<EntryRow> pending() {
        return entries("WHERE log_index IS NULL ORDER BY seq", statement -> {});
    }

    /** The entry at an index of the log. */
    public Optional<EntryRow> at(long index) {
        return entries("WHERE log_index = ?", statement -> statement.setLong(1, index)).stream()
                .findFirst();
    }

    /** Every entry of a reservation, oldest first. */
    public List<EntryRow> history(String reservation) {
        return entries("WHERE reservation = ? ORDER BY seq", statement -> statement.setString(1, reservation));
    }

    /** The largest seq, 0 when there is none. */
    public long lastSeq() {
        return database.read(open -> number(open, "SELECT COALESCE(MAX(seq), 0) FROM entry"));
    }

    /** How many entries are known to be in the log. */
    public long loggedCount() {
        return database.read(open -> number(open, SnapshotTables.LOGGED));
    }

    static long number(Connection open, String sql) throws SQLException {
        try (PreparedStatement query = open.prepareStatement(sql);
                ResultSet found = query.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private interface Arguments {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<EntryRow> entries(String where, Arguments arguments) {
        return database.read(open -> {
            try (PreparedStatement query = open.prepareStatement("SELECT " + ENTRY_COLUMNS + " FROM entry " + where)) {
                arguments.set(query);
                List<EntryRow> rows = new ArrayList<>();
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        rows.add(entry(found));
                    }
                }
                return rows;
            }
        });
    }

    static EntryRow entry(ResultSet found) throws SQLException {
        long index = found.getLong(2);
        boolean pending = found.wasNull();
        return new EntryRow(
                found.getLong(1),
                pending ? EntryRow.PENDING : index,
                found.getBytes(3),
                found.getBytes(4),
                found.getString(5),
                found.getLong(6),
                found.getString(7),
                found.getInt(8),
                found.getString(9),
                found.getBytes(10),
                found.getBytes(11),
                List.of(),
                List.of());
    }

    @Override
    public void close() {
        database.close();
    }
}
