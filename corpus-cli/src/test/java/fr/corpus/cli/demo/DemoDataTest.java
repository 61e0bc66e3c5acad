package fr.corpus.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    @Test
    void theJsonlFileSaysWhatItsReadableSourceSays() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(DemoData.JSONL))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(DemoData.jsonl());
        }
    }

    @Test
    void theParquetFileSaysWhatItsReadableSourceSays() throws IOException, SQLException {
        List<DemoRecord> rows = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, document.titre, document.auteur, licence,"
                        + " document.texte FROM '" + DemoData.PARQUET + "'")) {
            while (row.next()) {
                rows.add(new DemoRecord(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        false));
            }
        }
        assertThat(rows).isEqualTo(DemoRecord.read(DemoData.KNOWLEDGE));
    }

    @Test
    void itsFrenchKeepsTheRulesOfTypography() throws IOException {
        List<DemoRecord> french = new ArrayList<>(DemoRecord.read(DemoData.CHRONICLES));
        french.removeIf(record ->
                record.broken() || List.of("ch-031", "ch-032", "ch-033").contains(record.id()));
        french.addAll(DemoRecord.read(DemoData.KNOWLEDGE));
        assertThat(french).allSatisfy(record -> {
            assertThat(record.text()).doesNotContain("'").doesNotContain("...");
            assertThat(record.text())
                    .doesNotContainPattern("[^\\u00A0\\u202F][;!?»]")
                    .doesNotContainPattern("«[^\\u00A0]");
        });
    }
}
