package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.corpus.document.Annotations;
import fr.corpus.document.DocumentId;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseReaderTest {

    @TempDir
    static Path dir;

    static final SampleRelease SAMPLE = new SampleRelease(21, 3000);
    static Path release;

    @BeforeAll
    static void write() throws IOException {
        release = SAMPLE.write(dir.resolve("w"), 4);
    }

    @Test
    void streamsEveryTableInOrder() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        try (RowStream<ReleaseRow> data = reader.data();
                RowStream<DropRow> drops = reader.drops();
                RowStream<DuplicateRow> duplicates = reader.duplicates()) {
            assertThat(data.rest()).isEqualTo(SAMPLE.data);
            assertThat(drops.rest()).isEqualTo(SAMPLE.drops);
            assertThat(duplicates.rest()).isEqualTo(SAMPLE.duplicates);
        }
    }

    @Test
    void findsEachDocumentByItsId() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        for (int i = 0; i < SAMPLE.data.size(); i += 97) {
            ReleaseRow row = SAMPLE.data.get(i);
            assertThat(reader.find(row.id())).containsExactly(row);
        }
        assertThat(reader.find(DocumentId.of(new byte[DocumentId.BYTES]))).isEmpty();
    }

    @Test
    void tellsTheHistoryOfAReleasedDocumentWithItsCopies() throws IOException {
        DocumentId survivor = SAMPLE.duplicates.get(0).survivor().id();
        DocumentHistory history = found(ReleaseReader.open(release).lookUp(survivor.hex()));
        assertThat(history.released()).extracting(ReleaseRow::id).containsExactly(survivor);
        assertThat(history.copies()).isEqualTo(SAMPLE.duplicates);
        assertThat(history.drops()).isEmpty();
        assertThat(history.copyOf()).isEmpty();
    }

    @Test
    void answersForDroppedAndDuplicateDocumentsByTheStartOfTheirId() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        DropRow drop = SAMPLE.drops.get(3);
        assertThat(found(reader.lookUp(drop.id().orElseThrow().hex().substring(0, 12)))
                        .drops())
                .containsExactly(drop);
        DuplicateRow copy = SAMPLE.duplicates.get(5);
        assertThat(found(reader.lookUp(copy.member().hex().substring(0, 12))).copyOf())
                .containsExactly(copy);
    }

    @Test
    void answersForASourceIdAndForARecordThatCouldNotBeRead() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        ReleaseRow row = SAMPLE.data.get(40);
        assertThat(found(reader.lookUp(row.origin().sourceId())).released()).containsExactly(row);
        DropRow malformed = SAMPLE.drops.stream()
                .filter(drop -> drop.id().isEmpty())
                .findFirst()
                .orElseThrow();
        DocumentHistory history = found(reader.lookUp(malformed.origin().sourceId()));
        assertThat(history.id()).isEmpty();
        assertThat(history.drops()).containsExactly(malformed);
    }

    @Test
    void listsTheIdsOfAnAmbiguousStartAndKnowsNothingOfOthers() throws IOException {
        SampleRelease many = new SampleRelease(22, 2000);
        List<String> starts = new ArrayList<>();
        many.data.forEach(row -> starts.add(row.id().hex().substring(0, 4)));
        Optional<String> shared = starts.stream()
                .filter(start -> starts.indexOf(start) != starts.lastIndexOf(start))
                .findFirst();
        ReleaseReader reader = ReleaseReader.open(many.write(dir.resolve("many"), 2));
        assertThat(reader.lookUp(shared.orElseThrow()))
                .isInstanceOfSatisfying(
                        Lookup.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.ids())
                                .hasSizeGreaterThan(1)
                                .allMatch(id -> id.startsWith(shared.get())));
        assertThat(reader.lookUp("jamais-vu")).isEqualTo(new Lookup.Unknown());
        assertThat(reader.lookUp("ffffffffffffffffffffffffffffffffffffffff")).isEqualTo(new Lookup.Unknown());
    }

    @Test
    void saysWhatIsNoReleaseAndWhatIsNoManifest() throws IOException {
        Path empty = Files.createDirectories(dir.resolve("vide"));
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> ReleaseReader.open(empty));
        for (String bad : List.of("", "{}", "[]", "{\"format\":\"corpus-release@2\"}", "{\"format\":1}", "\u0000")) {
            Files.writeString(empty.resolve("manifest.json"), bad);
            assertThatExceptionOfType(IntegrityException.class)
                    .as(bad)
                    .isThrownBy(() -> ReleaseReader.open(empty))
                    .withMessageContaining("manifest.json");
        }
        Files.delete(empty.resolve("manifest.json"));
    }

    private static DocumentHistory found(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) lookup).history();
    }

    @Test
    void readsTextsWithoutLayersButSentences(@TempDir Path dir) throws Exception {
        SampleRelease sample = new SampleRelease(9, 80).withLayers(9);
        ReleaseReader release = ReleaseReader.open(sample.write(dir, 2));
        List<ReleaseRow> expected = sample.data.stream()
                .map(row -> new ReleaseRow(
                        row.document()
                                .with(new Annotations(
                                        row.document().annotations().sentences(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        row.admission(),
                        row.measures(),
                        row.clusterSize()))
                .toList();
        assertThat(sample.data).isNotEqualTo(expected);
        try (RowStream<ReleaseRow> texts = release.texts()) {
            assertThat(texts.rest()).isEqualTo(expected);
        }
        try (RowStream<ReleaseRow> texts = release.texts(1)) {
            assertThat(texts.rest()).isEqualTo(SampleRelease.slice(expected, 1, 2));
        }
    }
}
