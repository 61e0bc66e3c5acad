package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.Corpus;
import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.error.IntegrityException;
import fr.corpus.fingerprint.Samples;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.iscc.TextCode;
import fr.corpus.match.Binding;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.Version;
import fr.corpus.release.DropRow;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.FileEntry;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import fr.corpus.release.Superseded;
import fr.corpus.retract.Retraction;
import fr.corpus.retract.RetractionReport;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release from which reserved documents are taken back, against the release that a build makes with the same registry. */
class RetractedReleaseTest {

    private static final int DOCUMENTS = 900;

    @TempDir
    Path folder;

    private Path recipe;
    private Path v1;

    @BeforeEach
    void buildWithoutRegistry() throws IOException {
        recipe = new SmallCorpus(folder, DOCUMENTS, 3).write("a.jsonl", "b.jsonl", "c.jsonl");
        v1 = folder.resolve("v1");
        Corpus.build(recipe, v1, BuildOptions.standard().withThreads(2));
    }

    private static <T> List<T> all(RowStream<T> rows) throws IOException {
        List<T> list = new ArrayList<>();
        try (rows) {
            for (Optional<T> row = rows.next(); row.isPresent(); row = rows.next()) {
                list.add(row.get());
            }
        }
        return list;
    }

    /** Collects reservations, every second one of a claimant whose identity is not established. */
    private static final class Registry {
        private final ReservationIndex.Builder index = new ReservationIndex.Builder(4);
        private final List<Reservations.Entry> entries = new ArrayList<>();

        private int next() {
            entries.add(new Reservations.Entry("res-" + entries.size(), entries.size() % 2 == 1));
            return entries.size() - 1;
        }

        Registry key(KeyType type, String value) {
            index.addKey(new Key(type, value), next());
            return this;
        }

        Registry work(long[] samples) {
            index.addWork(samples, next());
            return this;
        }

        Registry code(String text) {
            index.addTextCode(TextCode.of(text).unit(256).body(), next());
            return this;
        }

        Reservations at(String checkpoint) {
            return new Reservations(checkpoint, index.build(), entries);
        }
    }

    private RetractionReport retract(Path from, String name, Reservations reservations) throws IOException {
        return new Retraction(from, folder.resolve(name), 2, Version.current()).run(reservations);
    }

    private Manifest built(String name, Reservations reservations) {
        Corpus.build(
                recipe,
                folder.resolve(name),
                BuildOptions.standard().withThreads(2).withReservations(reservations));
        return Corpus.open(folder.resolve(name)).manifest();
    }

    private static long[] samples(String text) {
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(text, tokens);
        Samples samples = new Samples();
        int n = samples.of(tokens);
        return Arrays.copyOf(samples.hashes(), n);
    }

    private Map<String, String> lines() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String file : new String[] {"a", "b", "c"}) {
            for (String line : Files.readAllLines(folder.resolve("data/" + file + ".jsonl"))) {
                if (line.endsWith("}")) {
                    lines.put(line.substring(7, line.indexOf('"', 7)), line);
                }
            }
        }
        return lines;
    }

    private static String text(String line) {
        int start = line.indexOf("\"text\":\"") + 8;
        return line.substring(start, line.indexOf("\",\"license\"")).replace("\\n", "\n");
    }

    /** Reserves documents and copies at random, by bytes, text, near Text-Code and work. */
    private Registry someOf(Random random, int count) throws IOException {
        List<ReleaseRow> rows = all(Corpus.open(v1).data());
        List<DuplicateRow> copies = all(Corpus.open(v1).duplicates());
        Map<String, String> lines = lines();
        List<String> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.origin().sourceId()));
        copies.forEach(copy -> ids.addAll(Collections.nCopies(4, copy.origin().sourceId())));
        Registry registry = new Registry();
        for (int i = 0; i < count; i++) {
            String line = lines.get(ids.get(random.nextInt(ids.size())));
            String text = text(line);
            switch (random.nextInt(4)) {
                case 0 -> registry.key(KeyType.BYTES, Sha256.of(line).hex());
                case 1 -> registry.key(KeyType.TEXT, CanonicalText.digest(text).hex());
                case 2 -> registry.code(text.replace("Le matin du", "Au matin du"));
                default -> registry.work(samples(text));
            }
        }
        return registry;
    }

    @Test
    void aRetractionAgreesWithABuildUnderTheSameRegistry() throws IOException {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            Registry registry = someOf(random, 1 + random.nextInt(12));
            Reservations reservations = registry.at("registre.test " + seed + " 00");
            Manifest expected = built("built-" + seed, reservations);
            RetractionReport report = retract(v1, "v1.1-" + seed, reservations);
            Manifest found = report.successor().orElseThrow().manifest();
            assertThat(found.roots().data())
                    .as("seed %d", seed)
                    .isEqualTo(expected.roots().data());
            assertThat(found.roots().duplicates()).isEqualTo(expected.roots().duplicates());
            assertThat(found.keys()).as("seed %d", seed).isEqualTo(expected.keys());
            assertThat(found.statistics().counts())
                    .isEqualTo(expected.statistics().counts());
            assertThat(found.statistics().licenses())
                    .isEqualTo(expected.statistics().licenses());
            assertThat(byOptOut("v1.1-" + seed))
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .isEqualTo(byOptOut("built-" + seed));
            assertThat(found.identity().components())
                    .isEqualTo(expected.identity().components());
        }
    }

    /** Rows of the ledger, but for those of documents that a gate withholds in any case: a build asks the registry first. */
    private List<DropRow> byOptOut(String name) throws IOException {
        Set<DocumentId> gated = all(Corpus.open(v1).drops()).stream()
                .flatMap(row -> row.id().stream())
                .collect(Collectors.toSet());
        return all(Corpus.open(folder.resolve(name)).drops()).stream()
                .filter(row -> row.cause().step().equals(Binding.STEP.toString()))
                .filter(row -> !gated.contains(row.id().orElseThrow()))
                .toList();
    }

    @Test
    void ofTwoRowsOfOneIdOneMayStay() throws IOException {
        // Without deduplication a text that comes twice in a source is released twice, under one id.
        Files.writeString(
                recipe,
                Files.readString(recipe)
                        .replace("  - { use: dedup.exact@1 }\n", "")
                        .replace("  - { use: dedup.minhash@1 }\n", ""));
        Path twice = folder.resolve("twice");
        Corpus.build(recipe, twice, BuildOptions.standard().withThreads(2));
        List<ReleaseRow> rows = all(Corpus.open(twice).data());
        ReleaseRow one = rows.get(0);
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).id().equals(rows.get(i - 1).id())) {
                one = rows.get(i);
                break;
            }
        }
        assertThat(Corpus.open(twice).find(one.id())).hasSizeGreaterThan(1);
        Reservations reservations = new Registry()
                .key(KeyType.BYTES, one.document().provenance().rawDigest().hex())
                .at("registre.test 1 00");
        Manifest found =
                retract(twice, "once", reservations).successor().orElseThrow().manifest();
        Manifest expected = built("built-once", reservations);
        assertThat(found.roots()).isEqualTo(expected.roots());
        assertThat(found.keys()).isEqualTo(expected.keys());
        assertThat(Corpus.open(folder.resolve("once")).find(one.id())).isNotEmpty();
        assertThat(Corpus.check(folder.resolve("once")).findings()).isEmpty();
    }

    @Test
    void aNearCopyBindsTheCopyThatWasKept() throws IOException {
        DuplicateRow near = all(Corpus.open(v1).duplicates()).stream()
                .filter(row -> row.match().kind() == DuplicateRow.Kind.NEAR)
                .findFirst()
                .orElseThrow();
        String text = text(lines().get(near.origin().sourceId()));
        Reservations byText = new Registry()
                .key(KeyType.TEXT, CanonicalText.digest(text).hex())
                .at("registre.test 1 00");
        RetractionReport report = retract(v1, "v1.1", byText);
        assertThat(report.withheld()).hasSize(1);
        assertThat(report.withheld().get(0).id()).isEqualTo(near.survivor().id());
        assertThat(report.withheld().get(0).binding().member()).isEqualTo(near.member());
        assertThat(report.clustersBanned()).isEqualTo(1);
        Manifest manifest = report.successor().orElseThrow().manifest();
        assertThat(manifest.identity().supersedes())
                .containsExactly(new Superseded(report.manifest(), "registre.test 1 00", 1, 1));
        assertThat(Corpus.check(folder.resolve("v1.1")).findings()).isEmpty();
        assertThat(folder.resolve("v1.1/README.fr.md"))
                .content()
                .contains("remplace celle de manifeste `" + report.manifest().hex());
    }

    @Test
    void untouchedFilesAreTheSameFiles() throws IOException {
        ReleaseRow reserved = all(Corpus.open(v1).data()).get(17);
        Map<String, String> before = ReleaseBytes.of(v1);
        Reservations reservations = new Registry()
                .key(
                        KeyType.TEXT,
                        CanonicalText.digest(reserved.document().text()).hex())
                .at("registre.test 1 00");
        RetractionReport.Successor next =
                retract(v1, "v1.1", reservations).successor().orElseThrow();
        assertThat(ReleaseBytes.of(v1)).isEqualTo(before);
        assertThat(next.partsWritten()).isEqualTo(2);
        assertThat(next.partsTakenOver()).isGreaterThan(10);
        int shared = 0;
        int written = 0;
        for (FileEntry entry : next.manifest().files()) {
            if (entry.path().endsWith(".parquet")) {
                Path here = next.release().resolve(entry.path());
                if (Files.isSameFile(here, v1.resolve(entry.path()))) {
                    shared++;
                } else {
                    written++;
                    assertThat(entry.sha256().hex()).isNotEqualTo(before.get(entry.path()));
                }
            }
        }
        assertThat(written).isEqualTo(next.partsWritten());
        assertThat(shared).isEqualTo(next.partsTakenOver());
        assertThat(Corpus.check(next.release()).findings()).isEmpty();
        assertThat(Corpus.open(next.release()).find(reserved.id())).isEmpty();
        assertThat(folder.resolve("v1.1.retract")).doesNotExist();
    }

    @Test
    void aRetractedReleaseCanBeRetracted() throws IOException {
        List<ReleaseRow> rows = all(Corpus.open(v1).data());
        Registry first = new Registry()
                .key(
                        KeyType.BYTES,
                        rows.get(3).document().provenance().rawDigest().hex());
        retract(v1, "v1.1", first.at("registre.test 1 00"));
        Registry second = new Registry()
                .key(
                        KeyType.BYTES,
                        rows.get(3).document().provenance().rawDigest().hex())
                .key(
                        KeyType.BYTES,
                        rows.get(4).document().provenance().rawDigest().hex());
        Reservations later = second.at("registre.test 2 00");
        RetractionReport report = retract(folder.resolve("v1.1"), "v1.2", later);
        Manifest manifest = report.successor().orElseThrow().manifest();
        assertThat(manifest.identity().supersedes())
                .extracting(Superseded::registry)
                .containsExactly("registre.test 2 00", "registre.test 1 00");
        assertThat(manifest.roots()).isEqualTo(built("built", later).roots());
        assertThat(Corpus.check(folder.resolve("v1.2")).findings()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereNothingIsReserved() throws IOException {
        RetractionReport report = retract(
                v1,
                "v1.1",
                new Registry().key(KeyType.HOST, "personne.exemple.fr").at("registre.test 1 00"));
        assertThat(report.withheld()).isEmpty();
        assertThat(report.successor()).isEmpty();
        assertThat(folder.resolve("v1.1")).doesNotExist();
    }

    @Test
    void everyDocumentCanBeRetracted() throws IOException {
        Registry registry = new Registry();
        for (ReleaseRow row : all(Corpus.open(v1).data())) {
            registry.key(KeyType.BYTES, row.document().provenance().rawDigest().hex());
        }
        Reservations all = registry.at("registre.test 1 00");
        Manifest manifest = retract(v1, "v1.1", all).successor().orElseThrow().manifest();
        assertThat(manifest.statistics().released().documents()).isZero();
        assertThat(manifest.keys().orElseThrow().count()).isZero();
        assertThat(manifest.statistics().counts())
                .isEqualTo(built("built", all).statistics().counts());
        assertThat(Corpus.check(folder.resolve("v1.1")).findings()).isEmpty();
    }

    @Test
    void aDamagedReleaseIsNotRetracted() throws IOException {
        ReleaseRow reserved = all(ReleaseReader.open(v1).data()).get(0);
        Reservations reservations = new Registry()
                .key(KeyType.BYTES, reserved.document().provenance().rawDigest().hex())
                .at("registre.test 1 00");
        for (String damaged : List.of("data/part-00001.parquet", "drops/part-00000.parquet", "keys/values")) {
            Path file = v1.resolve(damaged);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(() -> retract(v1, "v1.1", reservations))
                    .as(damaged)
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageContaining(damaged.substring(damaged.indexOf('/')));
            assertThat(folder.resolve("v1.1")).doesNotExist();
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }
}
