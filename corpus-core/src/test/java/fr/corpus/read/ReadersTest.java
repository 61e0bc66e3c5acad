package fr.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.testing.SharedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadersTest {

    @Test
    void hasAReaderForEveryFormatThatMessagesList() {
        for (String format : Readers.FORMATS) {
            assertThat(Readers.of(format, ReaderOptions.DEFAULT).version()).startsWith(format + "@");
        }
    }

    @Test
    void listsTheKnownFormatsWhenOneIsUnknown() {
        assertThatThrownBy(() -> Readers.of("json", ReaderOptions.DEFAULT))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("“json”")
                .hasMessageContaining("text, jsonl, parquet, tei, alto, page");
    }

    @Test
    void mapsTextAndIdUnlessTheRecipeSaysOtherwise() {
        FieldMapping fields = FieldMapping.of(Map.of("license", "meta.licence\\.spdx"));
        assertThat(fields.path(RecordField.TEXT)).contains(List.of("text"));
        assertThat(fields.path(RecordField.ID)).contains(List.of("id"));
        assertThat(fields.path(RecordField.LICENSE)).contains(List.of("meta", "licence.spdx"));
        assertThat(fields.path(RecordField.TITLE)).isEqualTo(Optional.empty());
        assertThat(FieldMapping.of(Map.of("text", "content")).path(RecordField.TEXT))
                .contains(List.of("content"));
    }

    @Test
    void refusesUnknownFieldsAndEmptyNames() {
        assertThatThrownBy(() -> FieldMapping.of(Map.of("titel", "t")))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("titel")
                .hasMessageContaining("id, text, title, author, date, uri, license, attribution, language");
        for (String path : List.of("", ".", "a.", ".a", "a..b")) {
            assertThatThrownBy(() -> FieldMapping.of(Map.of("title", path)))
                    .isInstanceOf(RecipeException.class)
                    .hasMessageContaining("“" + path + "”");
        }
    }

    @Test
    void readsTheSameRealDocumentsFromJsonLinesAndParquet() {
        Path jsonl = SharedFolder.need("data/jsonl");
        FieldMapping fields = FieldMapping.of(
                Map.of("license", "licence", "title", "meta.livre", "uri", "meta.chemin", "date", "date"));
        ReaderOptions options = ReaderOptions.DEFAULT.withFields(fields);
        Reading plain = Reading.of(Readers.of("jsonl", options), jsonl.resolve("corpus.jsonl"));
        assertThat(plain.reasons()).isEmpty();
        assertThat(plain.records()).hasSize(327);
        for (String name : List.of("corpus.jsonl.gz", "corpus.jsonl.zst")) {
            Reading compressed = Reading.of(Readers.of("jsonl", options), jsonl.resolve(name));
            assertThat(compressed.texts()).isEqualTo(plain.texts());
            assertThat(compressed.records())
                    .extracting(record -> record.provenance().rawDigest())
                    .isEqualTo(plain.records().stream()
                            .map(record -> record.provenance().rawDigest())
                            .toList());
        }
        Path parquet = SharedFolder.need("data/parquet").resolve("corpus.zstd.parquet");
        assertThat(Reading.of(Readers.of("parquet", options), parquet).records())
                .extracting(record -> record.text() + record.metadata())
                .containsExactlyInAnyOrderElementsOf(plain.records().stream()
                        .map(record -> record.text() + record.metadata())
                        .toList());
    }
}
