package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Identifier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strict independent reader judges what we write. */
class DuckDbOracleTest {

    @Test
    void readsEveryTableAsWeMeantIt(@TempDir Path dir) throws Exception {
        SampleRelease sample = new SampleRelease(11, 700);
        Path release = sample.write(dir.resolve("w"), 3);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            String data = "'" + release.resolve("data") + "/*.parquet'";
            String drops = "'" + release.resolve("drops") + "/*.parquet'";
            String duplicates = "'" + release.resolve("duplicates") + "/*.parquet'";

            assertThat(rows(sql, "select column_name, column_type from (describe select * from " + data + ")"))
                    .contains(
                            "id|VARCHAR",
                            "text|VARCHAR",
                            "language_score|DOUBLE",
                            "char_count|INTEGER",
                            "provenance|STRUCT(file VARCHAR, \"offset\" BIGINT, record BIGINT, reader VARCHAR, sha256 VARCHAR)",
                            "sentences|STRUCT(\"start\" INTEGER, \"end\" INTEGER)[]");
            SortedSet<String> identified = sample.data.stream()
                    .map(row -> row.document().metadata().identifiers().stream()
                            .map(Identifier::toString)
                            .collect(Collectors.joining(" ")))
                    .filter(line -> line.contains("isbn:9782070360024"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(identified).isNotEmpty();
            List<String> expected = sample.data.stream()
                    .map(row -> row.id().hex() + "|" + row.chars() + "|"
                            + row.document().metadata().title().orElse(null))
                    .toList();
            assertThat(rows(sql, "select id, length(text), title from " + data)).isEqualTo(expected);
            assertThat(rows(sql, "select count(*) from " + data + " where length(text) <> char_count"))
                    .containsExactly("0");
            assertThat(rows(sql, "select count(*) from " + data + " where sentences is null"))
                    .containsExactly(""
                            + sample.data.stream()
                                    .filter(row -> row.document()
                                            .annotations()
                                            .sentences()
                                            .isEmpty())
                                    .count());
            assertThat(rows(
                            sql,
                            "select count(*), min(list_aggregate(identifiers, 'string_agg', ' ')) from " + data
                                    + " where list_contains(identifiers, 'isbn:9782070360024')"))
                    .containsExactly(identified.size() + "|" + identified.first());
            assertThat(rows(sql, "select sum(quality.words) > 0, count(quality.top_2gram) from " + data))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("true|");

            assertThat(rows(sql, "select outcome, count(*) from " + drops + " group by all order by all"))
                    .isEqualTo(List.of("dropped", "malformed", "withheld").stream()
                            .map(word -> word + "|"
                                    + sample.drops.stream()
                                            .filter(row -> row.outcome().word().equals(word))
                                            .count())
                            .toList());
            assertThat(rows(
                            sql,
                            "select distinct e.name, e.value, e.label from (select unnest(evidence) e from " + drops
                                    + ") order by all"))
                    .containsExactly(
                            "license|null|CC-BY-NC-4.0", "mean-word-length|" + 1 / 3d + "|null", "words|12.0|null");

            assertThat(rows(sql, "select count(*), count(license), min(similarity), max(kind) from " + duplicates))
                    .containsExactly(sample.duplicates.size() + "|"
                            + sample.duplicates.stream()
                                    .filter(row -> row.license().isPresent())
                                    .count()
                            + "|" + 7 / 9d + "|near");
        }
    }

    @Test
    void countsLemmasInTheLayerOfTokens(@TempDir Path dir) throws Exception {
        SampleRelease sample = new SampleRelease(13, 300).withLayers(14);
        Path release = sample.write(dir.resolve("w"), 2);
        long expected = sample.data.stream()
                .flatMap(row -> row.document().annotations().tokens().stream().flatMap(List::stream))
                .flatMap(token -> token.words().stream())
                .filter(word -> word.lemma().equals("moi"))
                .count();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            String data = "'" + release.resolve("data") + "/*.parquet'";
            assertThat(rows(
                            sql,
                            "select w.lemma, count(*) from (select unnest(t.words) w from (select unnest(tokens) t from "
                                    + data + ")) where w.lemma is not null group by all"))
                    .containsExactly("moi|" + expected);
            assertThat(rows(sql, "select column_name from (describe select * from " + data + ")"))
                    .endsWith("sentences", "identifiers", "tokens", "entities", "terms");
        }
    }

    @Test
    void findsPageIndexesChecksumsAndZstd(@TempDir Path dir) throws Exception {
        Path release = new SampleRelease(12, 200).write(dir.resolve("w"), 1);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            assertThat(rows(
                            sql,
                            "select distinct compression from parquet_metadata('" + release
                                    + "/data/part-00000.parquet')"))
                    .containsExactly("ZSTD");
            assertThat(rows(
                            sql,
                            "select stats_min_value < stats_max_value from parquet_metadata('" + release
                                    + "/data/part-00000.parquet') where path_in_schema = 'id'"))
                    .containsExactly("true");
        }
    }

    private static List<String> rows(Statement sql, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = sql.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i > 1 ? "|" : "").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
