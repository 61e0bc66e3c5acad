package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Document;
import fr.corpus.document.Identifier;
import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.step.RightsDecision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseVerifierTest {

    private static final int DATA_PARTS = 3;

    @TempDir
    Path dir;

    SampleRelease sample;
    Path release;

    @BeforeEach
    void write() throws IOException {
        sample = new SampleRelease(31, 300);
        release = sample.write(dir.resolve("w"), DATA_PARTS);
    }

    @Test
    void acceptsASoundReleaseOnAnyNumberOfThreads() throws IOException {
        for (int threads : new int[] {1, 2, 5}) {
            ReleaseReport report = ReleaseVerifier.check(release, threads);
            assertThat(report.findings()).isEmpty();
            assertThat(report.isSound()).isTrue();
            assertThat(report.roots()).contains(report.manifest().orElseThrow().roots());
            assertThat(report.rows()).isEqualTo(300);
            assertThat(report.idsConfirmed()).isEqualTo(sample.data.size());
        }
    }

    @Test
    void acceptsAReleaseOfNothing() throws IOException {
        Path empty = new SampleRelease(1, 0).write(dir.resolve("vide"), 1);
        assertThat(ReleaseVerifier.check(empty, 1).findings()).isEmpty();
    }

    @Test
    void noticesEveryFlippedBitAndNamesTheFile() throws IOException {
        long seed = 4;
        Random random = new Random(seed);
        for (String file : ReleaseFiles.list(release)) {
            Path path = release.resolve(file);
            byte[] whole = Files.readAllBytes(path);
            for (int i = 0; i < 8; i++) {
                int at = random.nextInt(whole.length);
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(path, flipped);
                ReleaseReport report = ReleaseVerifier.check(release, 2);
                assertThat(report.isSound())
                        .as("seed %d, byte %d of %s", seed, at, file)
                        .isFalse();
                boolean named = report.findings().stream()
                        .anyMatch(finding -> finding.file().equals(file));
                assertThat(named || file.equals("manifest.json"))
                        .as("%s: %s", file, report.findings())
                        .isTrue();
                report.findings()
                        .forEach(finding ->
                                assertThat(finding.message().in(Locale.FRENCH)).isNotBlank());
            }
            Files.write(path, whole);
        }
        assertThat(ReleaseVerifier.check(release, 2).isSound()).isTrue();
    }

    @Test
    void noticesAnIdentifierThatIsNotInItsCanonicalForm() throws IOException {
        ReleaseRow row = sample.data.get(0);
        Document document = row.document();
        Metadata spelled = new Metadata.Builder()
                .identifiers(List.of(Identifier.parse("isbn:2070360024")))
                .build();
        Document forged =
                new Document(document.id(), document.text(), spelled, document.provenance(), document.annotations());
        sample.data.set(0, new ReleaseRow(forged, row.admission(), row.measures(), row.clusterSize()));
        ReleaseReport report = ReleaseVerifier.check(sample.write(dir.resolve("faux"), 1), 1);
        assertThat(report.findings())
                .extracting(finding -> finding.message().key())
                .containsExactly("release.check.identifier");
    }

    @Test
    void noticesTruncationInEveryFile() throws IOException {
        for (String file : ReleaseFiles.list(release)) {
            Path path = release.resolve(file);
            byte[] whole = Files.readAllBytes(path);
            for (int length : new int[] {0, whole.length / 2, whole.length - 1}) {
                Files.write(path, Arrays.copyOf(whole, length));
                assertThat(ReleaseVerifier.check(release, 1).isSound())
                        .as("%s at %d", file, length)
                        .isFalse();
            }
            Files.write(path, whole);
        }
    }

    @Test
    void noticesAFileTooManyAndAFileTooFew() throws IOException {
        Files.writeString(release.resolve("data/notes.txt"), "à moi");
        assertThat(keys()).containsExactly("extra-file");
        Files.delete(release.resolve("data/notes.txt"));
        for (String file : ReleaseFiles.list(release)) {
            if (file.equals("manifest.json")) {
                continue;
            }
            byte[] whole = Files.readAllBytes(release.resolve(file));
            Files.delete(release.resolve(file));
            assertThat(ReleaseVerifier.check(release, 1).findings())
                    .as(file)
                    .anyMatch(finding -> finding.file().equals(file)
                            && finding.message().key().endsWith("missing-file"));
            Files.write(release.resolve(file), whole);
        }
    }

    @Test
    void noticesALinkInPlaceOfAFile() throws IOException {
        Path part = release.resolve("data/part-00001.parquet");
        Path elsewhere = dir.resolve("ailleurs.parquet");
        Files.move(part, elsewhere);
        Files.createSymbolicLink(part, elsewhere);
        assertThat(keys()).containsExactly("not-a-file");
    }

    /** Whoever changes rows may forge the hashes of files as well, but not the roots. */
    @Test
    void noticesRowsRemovedChangedOrSwappedThoughFileHashesAreForged() throws IOException {
        List<ReleaseRow> data = sample.data;
        assertThat(forgedKeys(forged -> forged.data.remove(7))).contains("root", "conservation", "figures");
        assertThat(forgedKeys(forged -> {
                    ReleaseRow row = data.get(7);
                    Document changed = row.document().withText(row.document().text() + " Et plus.");
                    forged.data.set(7, new ReleaseRow(changed, row.admission(), row.measures(), row.clusterSize()));
                }))
                .contains("root", "id", "figures");
        assertThat(forgedKeys(forged -> forged.drops.remove(0))).contains("root", "conservation");
        assertThat(forgedKeys(forged -> forged.duplicates.remove(0))).contains("root", "cluster-size");
    }

    /** A whole row more, in its place by the order of ids, in a shard whose hash is forged: a work that no proof shows. */
    @Test
    void noticesARowThatWasHiddenInAShard() throws IOException {
        List<ReleaseRow> others = new SampleRelease(32, 300).data;
        for (ReleaseRow hidden : List.of(others.get(0), others.get(100), others.get(others.size() - 1))) {
            assertThat(sample.data).doesNotContain(hidden);
            assertThat(forgedKeys(forged -> {
                        int at = 0;
                        while (at < forged.data.size() && comesBefore(forged.data.get(at), hidden)) {
                            at++;
                        }
                        forged.data.add(at, hidden);
                    }))
                    .contains("root", "conservation", "figures");
        }
    }

    private static boolean comesBefore(ReleaseRow one, ReleaseRow other) {
        return one.document().id().compareTo(other.document().id()) < 0;
    }

    @Test
    void noticesSwappedParts() throws IOException {
        Path a = release.resolve("data/part-00000.parquet");
        Path b = release.resolve("data/part-00001.parquet");
        Files.move(a, dir.resolve("t"));
        Files.move(b, a);
        Files.move(dir.resolve("t"), b);
        assertThat(keys()).contains("sha256", "order", "root");
    }

    @Test
    void noticesAManifestEditedByHand() throws IOException {
        assertThat(edited("\"read\": 300", "\"read\": 301")).contains("figures", "checkpoint");
        assertThat(edited("\"essai\",\n  \"corpusVersion\"", "\"autre\",\n  \"corpusVersion\""))
                .contains("checkpoint");
        assertThat(edited("{ \"name\": \"essai\"", "{ \"name\": \"autre\"")).contains("manifest");
        assertThat(edited("\"read\": 300", "\"read\": 9007199254740993")).contains("manifest");
        assertThat(edited("\"name\"", " \"name\"")).contains("manifest-form", "checkpoint");
        String root = ReleaseReader.open(release).manifest().roots().data().hex();
        assertThat(edited(root, "0".repeat(64))).contains("root", "checkpoint");
    }

    @Test
    void noticesUnknownLicences() throws IOException {
        assertThat(forgedKeys(forged -> {
                    ReleaseRow row = forged.data.get(3);
                    RightsDecision.Admit admission = new RightsDecision.Admit(LicenseId.of("LicenseRef-Inconnue"), "");
                    forged.data.set(
                            3,
                            new ReleaseRow(row.document(), Optional.of(admission), row.measures(), row.clusterSize()));
                }))
                .contains("license", "root");
    }

    @Test
    void noticesASurvivorThatIsNowhere() throws IOException {
        assertThat(forgedKeys(forged -> forged.data.removeIf(row -> row.clusterSize() > 1)))
                .contains("survivor");
    }

    private List<String> keys() throws IOException {
        return ReleaseVerifier.check(release, 2).findings().stream()
                .map(finding -> finding.message().key().substring("release.check.".length()))
                .distinct()
                .toList();
    }

    private List<String> edited(String from, String to) throws IOException {
        Path path = release.resolve("manifest.json");
        String manifest = Files.readString(path, StandardCharsets.UTF_8);
        assertThat(manifest).contains(from);
        Files.writeString(path, manifest.replace(from, to), StandardCharsets.UTF_8);
        List<String> keys = keys();
        Files.writeString(path, manifest, StandardCharsets.UTF_8);
        return keys;
    }

    /** Writes other rows, then puts the hashes of the new files into the old manifest and forges the checkpoint. */
    private List<String> forgedKeys(Consumer<SampleRelease> change) throws IOException {
        SampleRelease forged = new SampleRelease(31, 300);
        change.accept(forged);
        Path work = dir.resolve("forged" + System.nanoTime());
        ReleaseWriter writer = ReleaseWriter.open(work, 3);
        for (int i = 0; i < DATA_PARTS; i++) {
            SampleRelease.writePart(writer.dataPart(i), SampleRelease.slice(forged.data, i, DATA_PARTS));
        }
        SampleRelease.writePart(writer.dropsPart(0), forged.drops);
        SampleRelease.writePart(writer.duplicatesPart(0), forged.duplicates);

        Path out = writer.release();
        Manifest honest = ManifestJson.parse(Files.readAllBytes(release.resolve("manifest.json")));
        List<FileEntry> entries = new ArrayList<>();
        for (FileEntry entry : honest.files()) {
            Path file = out.resolve(entry.path());
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.copy(release.resolve(entry.path()), file);
            }
            byte[] bytes = Files.readAllBytes(file);
            entries.add(
                    new FileEntry(entry.path(), bytes.length, fr.corpus.hash.Sha256.of(bytes), rows(writer, entry)));
        }
        Manifest manifest =
                new Manifest(honest.identity(), honest.roots(), honest.keys(), honest.statistics(), entries);
        byte[] json = ManifestJson.write(manifest);
        Files.write(out.resolve("manifest.json"), json);
        Files.write(
                out.resolve("checkpoint"),
                ReleaseCheckpoint.of(manifest, fr.corpus.hash.Sha256.of(json)).toBytes());
        return ReleaseVerifier.check(out, 1).findings().stream()
                .map(finding -> finding.message().key().substring("release.check.".length()))
                .distinct()
                .toList();
    }

    private static java.util.OptionalLong rows(ReleaseWriter writer, FileEntry entry) throws IOException {
        for (Table table : Table.values()) {
            if (table.hasFile(entry.path())) {
                int part = Integer.parseInt(entry.path().replaceAll("\\D", ""));
                return java.util.OptionalLong.of(writer.rows(table, part));
            }
        }
        return entry.rows();
    }
}
