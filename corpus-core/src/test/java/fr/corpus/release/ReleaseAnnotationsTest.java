package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.error.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseAnnotationsTest {

    private static ReleaseAnnotations.Written write(Path release, Path out, Set<Layer> layers, int threads)
            throws Exception {
        return ReleaseAnnotations.write(
                ReleaseReader.open(release), out, LayerChain.of(layers, LayerChain.Steps.standard()), threads);
    }

    @Test
    void holdEveryDocumentWithSpansThatAnIndependentReaderFindsInTheText(@TempDir Path dir) throws Exception {
        SampleRelease sample = new SampleRelease(5, 120);
        Path release = sample.write(dir.resolve("w"), 3);
        ReleaseAnnotations.Written written = write(release, dir.resolve("a"), EnumSet.allOf(Layer.class), 2);
        assertThat(written.documents()).isEqualTo(sample.data.size());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            String join = " from '" + dir.resolve("a") + "/*.parquet' a join '" + release.resolve("data")
                    + "/*.parquet' d using (id)";
            assertThat(number(sql, "select count(*)" + join)).isEqualTo(sample.data.size());
            assertThat(
                            number(
                                    sql,
                                    "select count(*) from (select d.text, unnest(a.tokens) t" + join
                                            + ") where len(t.words) = 1 and t.words[1].form <> substr(text, t.start + 1, t.end - t.start)"))
                    .isZero();
            assertThat(number(
                            sql,
                            "select count(*) from (select unnest(a.tokens) t" + join
                                    + ") where t.words[1].upos is null or t.words[1].lemma is null"))
                    .isZero();
        }
    }

    private static long number(Statement sql, String query) throws Exception {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void areTheSameBytesWhateverTheThreads(@TempDir Path dir) throws Exception {
        Path release = new SampleRelease(6, 60).write(dir.resolve("w"), 3);
        write(release, dir.resolve("one"), EnumSet.allOf(Layer.class), 1);
        write(release, dir.resolve("three"), EnumSet.allOf(Layer.class), 3);
        try (var files = Files.list(dir.resolve("one"))) {
            for (Path file : files.toList()) {
                assertThat(dir.resolve("three").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void leaveOutWhatWasNotAskedForAndReplaceNothing(@TempDir Path dir) throws Exception {
        Path release = new SampleRelease(7, 20).write(dir.resolve("w"), 1);
        write(release, dir.resolve("a"), EnumSet.of(Layer.SENTENCES), 1);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            assertThat(number(
                            sql, "select count(*) from '" + dir.resolve("a") + "/*.parquet' where tokens is not null"))
                    .isZero();
        }
        assertThatThrownBy(() -> write(release, dir.resolve("a"), EnumSet.of(Layer.SENTENCES), 1))
                .isInstanceOf(EngineException.class);
    }

    @Test
    void holdNoFileOfARunThatWasBrokenOff(@TempDir Path dir) throws Exception {
        Path release = new SampleRelease(8, 20).write(dir.resolve("w"), 1);
        Files.createDirectories(dir.resolve("a.tmp"));
        Files.write(dir.resolve("a.tmp/annotations-00007.parquet"), new byte[] {'P', 'A', 'R', '1'});
        write(release, dir.resolve("a"), EnumSet.of(Layer.SENTENCES), 1);
        try (var files = Files.list(dir.resolve("a"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("annotations.json", "annotations-00000.parquet");
        }
    }
}
