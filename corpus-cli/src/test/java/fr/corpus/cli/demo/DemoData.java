package fr.corpus.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the two binary files of the demonstration from their readable sources. To be run again, from the folder {@code
 * corpus-cli}, when a source changes; {@link DemoDataTest} says when that was forgotten.
 */
final class DemoData {

    static final Path DEMO = Path.of("examples", "demo");
    static final Path CHRONICLES = DEMO.resolve("sources/chroniques.md");
    static final Path KNOWLEDGE = DEMO.resolve("sources/savoirs.md");
    static final Path JSONL = DEMO.resolve("data/chroniques.jsonl.gz");
    static final Path PARQUET = DEMO.resolve("data/savoirs.parquet");

    private DemoData() {}

    /** Writes both files. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(JSONL))) {
            out.write(jsonl().getBytes(StandardCharsets.UTF_8));
        }
        writeParquet(DemoRecord.read(KNOWLEDGE));
    }

    static String jsonl() throws IOException {
        return DemoRecord.read(CHRONICLES).stream()
                .map(record -> record.jsonLine() + "\n")
                .collect(Collectors.joining());
    }

    private static void writeParquet(List<DemoRecord> records) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE TABLE savoirs (id VARCHAR, licence VARCHAR,"
                    + " document STRUCT(titre VARCHAR, auteur VARCHAR, texte VARCHAR))");
            try (PreparedStatement insert = duckdb.prepareStatement("INSERT INTO savoirs VALUES"
                    + " (?, ?, {'titre': ?::VARCHAR, 'auteur': ?::VARCHAR, 'texte': ?::VARCHAR})")) {
                for (DemoRecord record : records) {
                    insert.setString(1, record.id());
                    insert.setString(2, record.license());
                    insert.setString(3, record.title());
                    insert.setString(4, record.third());
                    insert.setString(5, record.text());
                    insert.executeUpdate();
                }
            }
            statement.execute("COPY savoirs TO '" + PARQUET + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }
}
