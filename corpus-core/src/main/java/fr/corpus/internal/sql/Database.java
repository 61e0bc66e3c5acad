package fr.corpus.internal.sql;

import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;

/** One connection to SQLite or PostgreSQL with the tables of this version. Confined to one thread. */
final class Database implements Closeable {

    private static final String SCHEMA = "1";
    private static final int BUSY_MILLIS = 10_000;
    private static final int FETCH_ROWS = 1_000;

    /** A step that the database may refuse. */
    interface Step<T> {
        T run(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final boolean postgres;

    private Database(Connection connection, boolean postgres) {
        this.connection = connection;
        this.postgres = postgres;
    }

    /** Opens a file, which is made, readable by its owner only, if it is not there. Durable: WAL, synchronous FULL. */
    static Database sqlite(Path file) throws IOException {
        if (!Files.exists(file)) {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        try {
            Connection connection = new org.sqlite.JDBC().connect("jdbc:sqlite:" + file, new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA secure_delete = ON"); // what is erased is overwritten
            }
            return prepared(new Database(connection, false));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Connects to a server by a {@code jdbc:postgresql:} address. */
    static Database postgres(String url) {
        try {
            Properties properties = new Properties();
            properties.setProperty("logServerErrorDetail", "false"); // details hold values
            properties.setProperty("ApplicationName", "corpus");
            Connection connection = new org.postgresql.Driver().connect(url, properties);
            return prepared(new Database(Objects.requireNonNull(connection), true));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Database prepared(Database database) throws SQLException {
        try {
            database.connection.setAutoCommit(false);
            String version = database.schemaVersion();
            if (version.isEmpty()) {
                database.create();
            } else if (!version.equals(SCHEMA)) {
                throw new EngineException(UserMessage.of("optout.schema", SCHEMA, version));
            }
            return database;
        } catch (SQLException | RuntimeException e) {
            database.connection.close();
            throw e;
        }
    }

    private String schemaVersion() throws SQLException {
        String tables = postgres
                ? "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'meta'"
                : "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'";
        try (Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet found = statement.executeQuery(tables)) {
                there = found.next();
            }
            String version = "";
            if (there) {
                try (ResultSet found = statement.executeQuery("SELECT value FROM meta WHERE name = 'schema'")) {
                    version = found.next() ? found.getString(1) : "";
                }
            }
            connection.rollback();
            return version;
        }
    }

    private void create() throws SQLException {
        String script;
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream("registry-1.sql"))) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String sql = script.replace("${id}", postgres ? "BIGINT" : "INTEGER")
                .replace("${blob}", postgres ? "BYTEA" : "BLOB")
                .replace("${clustered}", postgres ? "" : "WITHOUT ROWID");
        try (Statement statement = connection.createStatement()) {
            for (String each : sql.split(";")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
            statement.execute("INSERT INTO meta (name, value) VALUES ('schema', '" + SCHEMA + "')");
        }
        connection.commit();
    }

    /** Runs a step in a transaction that is durable when this returns, or has not been. */
    <T> T write(Step<T> step) {
        try {
            T result = step.run(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw failure(e);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    /** Runs a step that sees one state of the database. */
    <T> T read(Step<T> step) {
        try {
            T result = step.run(connection);
            connection.rollback();
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw failure(e);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    /** From now on every read sees the state of the first one, until this is closed; nothing can be written. */
    void freeze() {
        try {
            if (postgres) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
            } else {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA query_only = ON");
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a step inside the transaction that is open, which stays open. */
    <T> T inside(Step<T> step) {
        try {
            return step.run(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Ends the transaction that is open. */
    void release() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Leaves no trace of what was erased in the write-ahead log of a file; a server does so by its own rules. */
    void forget() {
        if (postgres) {
            return;
        }
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void rollBack(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A statement that reads many rows without holding them. */
    static Statement streaming(Statement statement) throws SQLException {
        statement.setFetchSize(FETCH_ROWS);
        return statement;
    }

    /** On a server, keeps other registrars of the same tables out until this is closed; answers whether it could. */
    boolean lock() {
        if (!postgres) {
            return true; // the lock of the log's directory does it
        }
        return inside(open -> {
            try (Statement statement = open.createStatement();
                    ResultSet found = statement.executeQuery(
                            "SELECT pg_try_advisory_lock(hashtext('fr.corpus.optout'), hashtext(current_schema()))")) {
                return found.next() && found.getBoolean(1);
            }
        });
    }

    private static EngineException failure(SQLException e) {
        return new EngineException(
                UserMessage.of("optout.database", String.valueOf(e.getMessage()), String.valueOf(e.getSQLState())), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
