package fr.corpus.optout;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The same on a real server, each registry in a schema of its own. */
class PostgresRegistryTest implements RegistryContract {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Logger LOGGER = Logger.getLogger("io.zonky.test");
    private static EmbeddedPostgres server;

    @BeforeAll
    static void startTheServer() {
        LOGGER.setLevel(Level.WARNING);
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException | RuntimeException e) {
            Assumptions.abort("PostgreSQL cannot be started here: " + e.getMessage());
        }
    }

    @AfterAll
    static void stopTheServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public Optional<String> database() {
        String schema = "registre_" + SCHEMAS.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(address(schema));
    }

    @Override
    public void losesItsDatabase(Path directory) throws IOException {
        Files.writeString(directory.resolve("private/database.url"), database().orElseThrow());
    }

    private static String address(String schema) {
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }
}
