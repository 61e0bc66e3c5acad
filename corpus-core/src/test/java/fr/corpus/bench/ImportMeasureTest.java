package fr.corpus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.optout.OptOutImport.Format;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportMeasureTest {

    @ParameterizedTest
    @EnumSource(names = {"CSV", "JSONL"})
    void stopsHalfWayAndDoesEveryLineOnce(Format format, @TempDir Path directory) throws IOException {
        ImportMeasure measure = ImportMeasure.of(directory, format, 5_000);
        assertThat(measure.resumed()).isEqualTo(3_000);
        assertThat(measure.registered()).isEqualTo(4_995);
        assertThat(measure.refused()).isEqualTo(5);
        assertThat(measure.errorRecords()).isEqualTo(5);
    }
}
