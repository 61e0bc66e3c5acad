package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.document.CanonicalText;
import fr.corpus.fingerprint.Samples;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Binding;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.release.DropRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservedBuildTest {

    @TempDir
    Path folder;

    private Path recipe;

    @BeforeEach
    void writeCorpus() throws IOException {
        recipe = new SmallCorpus(folder, 400, 3).write("a.jsonl", "b.jsonl", "c.jsonl");
    }

    private static Reservations reserving(Consumer<ReservationIndex.Builder> builder, boolean suspends) {
        ReservationIndex.Builder index = new ReservationIndex.Builder(4);
        builder.accept(index);
        return new Reservations(
                "registre.test 1 00", index.build(), List.of(new Reservations.Entry("res-1", suspends)));
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

    private static List<DropRow> withheldByOptOut(Path release) throws IOException {
        return all(ReleaseReader.open(release).drops()).stream()
                .filter(row -> row.cause().step().equals(Binding.STEP.toString()))
                .toList();
    }

    private BuildReport build(String name, Reservations reservations) {
        return Corpus.build(
                recipe,
                folder.resolve(name),
                BuildOptions.standard().withThreads(2).withReservations(reservations));
    }

    private ReleaseRow clusterOf(int least) throws IOException {
        return all(Corpus.open(Corpus.build(recipe, folder.resolve("free")).release())
                        .data())
                .stream()
                .filter(row -> row.clusterSize() >= least)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOptOutOnACopyBindsTheCopyThatWasKept() throws IOException {
        ReleaseRow kept = clusterOf(2);
        String copy = all(Corpus.open(folder.resolve("free")).duplicates()).stream()
                .filter(row -> row.survivor()
                        .sourceId()
                        .equals(kept.document().provenance().sourceId()))
                .findFirst()
                .orElseThrow()
                .origin()
                .sourceId();
        // The bytes of the copy's own record are reserved, not those of the copy that is kept.
        Key bytes = new Key(KeyType.BYTES, Sha256.of(line(copy)).hex());
        BuildReport report = build("bound", reserving(index -> index.addKey(bytes, 0), false));
        assertThat(report.counts().isBalanced()).isTrue();
        List<DropRow> withheld = withheldByOptOut(report.release());
        assertThat(withheld).hasSize(1);
        assertThat(withheld.get(0).id()).contains(kept.id());
        assertThat(withheld.get(0).cause().reason().code()).isEqualTo("reserved");
        assertThat(withheld.get(0).cause().evidence().items())
                .extracting(item -> item.name())
                .containsExactly("reservation", "selector", "similarity", "found-on");
        assertThat(Corpus.check(report.release()).isSound()).isTrue();
    }

    private String line(String id) throws IOException {
        for (String file : new String[] {"a", "b", "c"}) {
            for (String line : Files.readAllLines(folder.resolve("data/" + file + ".jsonl"))) {
                if (line.contains("\"id\":\"" + id + "\"")) {
                    return line;
                }
            }
        }
        throw new IllegalStateException("no line " + id);
    }

    @Test
    void aReservedTextIsWithheldUnderEveryAddress() throws IOException {
        ReleaseRow kept = clusterOf(1);
        Key text = new Key(
                KeyType.TEXT, CanonicalText.digest(kept.document().text()).hex());
        BuildReport report = build("text", reserving(index -> index.addKey(text, 0), true));
        List<DropRow> withheld = withheldByOptOut(report.release());
        assertThat(withheld).hasSize(1);
        assertThat(withheld.get(0).cause().reason().code()).isEqualTo("suspended");
        assertThat(ReleaseReader.open(report.release()).find(kept.id())).isEmpty();
    }

    @Test
    void aWorkThatQuotesADocumentReservesIt() throws IOException {
        ReleaseRow kept = clusterOf(1);
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(kept.document().text(), tokens);
        Samples samples = new Samples();
        samples.of(tokens);
        long[] work = Arrays.copyOf(samples.hashes(), samples.size());
        assertThat(work.length).isGreaterThanOrEqualTo(2);
        BuildReport report = build("work", reserving(index -> index.addWork(work, 0), false));
        assertThat(withheldByOptOut(report.release()))
                .anySatisfy(row -> assertThat(row.id()).contains(kept.id()));
    }

    @Test
    void theManifestNamesTheCheckpointAndNothingElseChanges() throws IOException {
        Key nobody = new Key(KeyType.HOST, "personne.exemple.fr");
        BuildReport report = build("named", reserving(index -> index.addKey(nobody, 0), false));
        assertThat(ReleaseReader.open(report.release()).manifest().identity().components())
                .containsEntry("registry", "registre.test 1 00");
        assertThat(report.root())
                .isEqualTo(Corpus.build(recipe, folder.resolve("without")).root());
    }

    @Test
    void anAuthorsNameAloneSuspendsOnly() throws IOException {
        Files.writeString(
                recipe,
                Files.readString(recipe)
                        .replace("license-field: license", "license-field: license\n    fields: { author: license }"));
        Key author = AuthorName.find("CC-BY-4.0").orElseThrow().key();
        BuildReport report = build("name", reserving(index -> index.addKey(author, 0), false));
        List<DropRow> withheld = withheldByOptOut(report.release());
        assertThat(withheld).isNotEmpty();
        assertThat(withheld)
                .allSatisfy(row -> assertThat(row.cause().reason().code()).isEqualTo("suspended"));
    }
}
