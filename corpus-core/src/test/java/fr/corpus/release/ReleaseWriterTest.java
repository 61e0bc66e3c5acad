package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.parquet.RowValues;
import fr.corpus.internal.parquet.TableReader;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseWriterTest {

    @TempDir
    Path dir;

    @Test
    void givesBackEveryRowOfEveryTable() throws IOException {
        SampleRelease sample = new SampleRelease(1, 500);
        Path release = sample.write(dir.resolve("w"), 1);
        assertThat(read(release, new DataLayout())).isEqualTo(sample.data);
        assertThat(read(release, new DropsLayout())).isEqualTo(sample.drops);
        assertThat(read(release, new DuplicatesLayout())).isEqualTo(sample.duplicates);
    }

    @Test
    void givesBackEveryLayerOfEveryRow() throws IOException {
        SampleRelease sample = new SampleRelease(21, 300).withLayers(22);
        Path release = sample.write(dir.resolve("w"), 2);
        assertThat(ReleaseReader.open(release).data().rest()).isEqualTo(sample.data);
        assertThat(ReleaseVerifier.check(release, 1).findings()).isEmpty();
        try (RowStream<ReleaseRow> rows = ReleaseReader.open(release).data()) {
            assertThat(rows.columnCount()).isEqualTo(DataLayout.WITHOUT_LAYERS + 3);
        }
    }

    @Test
    void hasNoColumnOfLayersWhenThereAreNone() throws IOException {
        Path release = new SampleRelease(23, 30).write(dir.resolve("w"), 1);
        try (RowStream<ReleaseRow> rows = ReleaseReader.open(release).data()) {
            assertThat(rows.columnCount()).isEqualTo(DataLayout.WITHOUT_LAYERS);
        }
        TablePart<ReleaseRow> part =
                ReleaseWriter.open(dir.resolve("x"), 3, false, false).dataPart(0);
        ReleaseRow rich = new SampleRelease(24, 30)
                .withLayers(25).data.stream()
                        .filter(row -> row.document().annotations().isRich())
                        .findFirst()
                        .orElseThrow();
        try (part) {
            assertThatThrownBy(() -> part.add(rich)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void hashesRowsInOrderWhateverTheirCutIntoParts() throws IOException {
        SampleRelease sample = new SampleRelease(2, 300);
        Digest root = root(sample.data, new DataLayout());
        for (int parts : new int[] {1, 2, 7}) {
            Path release = sample.write(dir.resolve("w" + parts), parts);
            Manifest manifest = ManifestJson.parse(Files.readAllBytes(release.resolve("manifest.json")));
            assertThat(manifest.roots().data()).isEqualTo(root);
            assertThat(manifest.roots().drops()).isEqualTo(root(sample.drops, new DropsLayout()));
            assertThat(manifest.roots().duplicates()).isEqualTo(root(sample.duplicates, new DuplicatesLayout()));
        }
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        Path a = new SampleRelease(3, 400).write(dir.resolve("a"), 3);
        Path b = new SampleRelease(3, 400).write(dir.resolve("b"), 3);
        assertThat(bytes(a)).isEqualTo(bytes(b)).hasSizeGreaterThan(5);
    }

    @Test
    void keepsFinishedPartsAndRewritesTheOthers() throws IOException {
        SampleRelease sample = new SampleRelease(4, 400);
        Path whole = sample.write(dir.resolve("whole"), 3);

        Path work = dir.resolve("killed");
        ReleaseWriter writer = ReleaseWriter.open(work, ReleaseWriter.DEFAULT_ZSTD_LEVEL);
        SampleRelease.writePart(writer.dataPart(1), SampleRelease.slice(sample.data, 1, 3));
        TablePart<ReleaseRow> dying = writer.dataPart(0);
        dying.add(sample.data.get(0));
        Files.writeString(work.resolve("release/data/part-00009.parquet"), "reste d’une autre découpe");

        ReleaseWriter again = ReleaseWriter.open(work, ReleaseWriter.DEFAULT_ZSTD_LEVEL);
        assertThat(again.isFinished(Table.DATA, 0)).isFalse();
        assertThat(again.isFinished(Table.DATA, 1)).isTrue();
        Object before = Files.getLastModifiedTime(work.resolve("release/data/part-00001.parquet"));
        Path release = sample.write(work, 3);
        assertThat(Files.getLastModifiedTime(work.resolve("release/data/part-00001.parquet")))
                .isEqualTo(before);
        assertThat(bytes(release)).isEqualTo(bytes(whole));
    }

    @Test
    void refusesRowsOutOfOrder() throws IOException {
        SampleRelease sample = new SampleRelease(5, 20);
        ReleaseWriter writer = ReleaseWriter.open(dir.resolve("w"), 1);
        try (TablePart<ReleaseRow> part = writer.dataPart(0)) {
            part.add(sample.data.get(1));
            assertThatIllegalArgumentException().isThrownBy(() -> part.add(sample.data.get(0)));
        }
        assertThat(writer.isFinished(Table.DATA, 0)).isFalse();
    }

    @Test
    void refusesPartsOutOfOrder() throws IOException {
        SampleRelease sample = new SampleRelease(6, 60);
        ReleaseWriter writer = ReleaseWriter.open(dir.resolve("w"), 1);
        SampleRelease.writePart(writer.dataPart(0), SampleRelease.slice(sample.data, 1, 2));
        SampleRelease.writePart(writer.dataPart(1), SampleRelease.slice(sample.data, 0, 2));
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> writer.finish(sample.info()))
                .withMessageContaining("part-00001");
    }

    @Test
    void refusesToLoseARecord() throws IOException {
        SampleRelease sample = new SampleRelease(7, 60);
        sample.write(dir.resolve("w"), 1);
        ReleaseWriter writer = ReleaseWriter.open(dir.resolve("w"), 1);
        ReleaseInfo info = sample.info();
        List<ReleaseInfo.Input> inputs = new ArrayList<>(info.inputs());
        ReleaseInfo.Input first = inputs.get(0);
        inputs.set(0, new ReleaseInfo.Input(first.source(), first.read() + 1, first.textBytes()));
        ReleaseInfo wrong =
                new ReleaseInfo(info.name(), "0.1.0", info.seed(), info.languages(), info.recipe(), Map.of(), inputs);
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> writer.finish(wrong))
                .withMessageContaining("fleuve");
    }

    @Test
    void writesCanonicalJsonThatTheGenericWriterWritesAlike() {
        SampleRelease sample = new SampleRelease(8, 200);
        for (ReleaseRow row : sample.data) {
            assertCanonical(new DataLayout(), row);
        }
        sample.drops.forEach(row -> assertCanonical(new DropsLayout(), row));
        sample.duplicates.forEach(row -> assertCanonical(new DuplicatesLayout(), row));
    }

    private static <T> void assertCanonical(TableLayout<T> layout, T row) {
        CanonicalJson json = new CanonicalJson();
        layout.json(row, json);
        byte[] bytes = json.toByteArray();
        assertThat(new String(CanonicalJson.of(fr.corpus.internal.json.JsonTree.parse(bytes)), StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    static <T> List<T> read(Path release, TableLayout<T> layout) throws IOException {
        List<T> rows = new ArrayList<>();
        try (TableReader reader =
                TableReader.open(release.resolve(layout.table().file(0)), layout.columns(), layout.firstColumns())) {
            for (RowValues row = reader.next(); row != null; row = reader.next()) {
                rows.add(layout.decode(row));
            }
        }
        return rows;
    }

    private static <T> Digest root(List<T> rows, TableLayout<T> layout) {
        MerkleAccumulator tree = new MerkleAccumulator();
        for (T row : rows) {
            CanonicalJson json = new CanonicalJson();
            layout.json(row, json);
            tree.add(json.toByteArray());
        }
        return tree.root();
    }

    static Map<String, Digest> bytes(Path release) throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        for (String file : ReleaseFiles.list(release)) {
            digests.put(file, Sha256.of(Files.readAllBytes(release.resolve(file))));
        }
        return digests;
    }
}
