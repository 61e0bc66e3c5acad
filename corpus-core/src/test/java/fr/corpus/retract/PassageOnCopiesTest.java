package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.match.Binding;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.Version;
import fr.corpus.release.DropRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger claims a passage that stands everywhere: it does not count on the exact copies of a document either. */
class PassageOnCopiesTest {

    @TempDir
    Path folder;

    private static String words(long seed, int count) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString();
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
    }

    private static void add(ReservationIndex.Builder index, String work, int number) {
        WorkFingerprint print = WorkFingerprint.of(work);
        assertThat(print.samples().length).isGreaterThan(ReservationIndex.MOST_NEAR_SAMPLES);
        index.addWork(print.samples(), print.iscc(), number);
    }

    private static List<DropRow> ledger(Path release) throws IOException {
        List<DropRow> list = new ArrayList<>();
        try (RowStream<DropRow> rows = ReleaseReader.open(release).drops()) {
            for (Optional<DropRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                list.add(row.get());
            }
        }
        return list;
    }

    @Test
    void whatIsNotHeededOnADocumentIsNotHeededOnItsExactCopies() throws IOException {
        String passage = words(1, 1500);
        String own = words(2, 1500);
        StringBuilder lines = new StringBuilder(line("propre", passage + own));
        for (int i = 0; i < 20; i++) {
            lines.append(line("n" + i, (i < 15 ? passage : "") + words(100 + i, 1500)));
        }
        Files.writeString(folder.resolve("un.jsonl"), lines);
        Files.writeString(folder.resolve("deux.jsonl"), line("copie", passage + own));
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), """
                recipe: 1
                name: essai
                sources:
                  - { id: un, format: jsonl, paths: un.jsonl, license: CC-BY-4.0, profile: web, fields: { id: id } }
                  - { id: deux, format: jsonl, paths: deux.jsonl, license: CC-BY-4.0, profile: web, fields: { id: id } }
                steps:
                  - { use: dedup.exact@1 }
                """);
        ReservationIndex.Builder index = new ReservationIndex.Builder(2).unverified(0);
        add(index, passage, 0);
        add(index, own, 1);
        // Of two claims that suspend, by samples both, the first would be the stronger if it were heeded.
        Reservations reservations = new Reservations(
                "registre.test 2 00",
                index.build(),
                List.of(new Reservations.Entry("tout-le-monde", true), new Reservations.Entry("autrice", true)));
        Path v1 = folder.resolve("v1");
        Corpus.build(recipe, v1, BuildOptions.standard().withThreads(2));
        RetractionReport report = new Retraction(v1, folder.resolve("v1.1"), 2, Version.current()).run(reservations);
        assertThat(report.broadClaims()).isPresent();
        assertThat(report.withheld()).extracting(Withheld::clusterSize).containsExactly(2);
        assertThat(report.withheld())
                .extracting(Withheld::binding)
                .extracting(Binding::entry)
                .extracting(Reservations.Entry::id)
                .containsExactly("autrice");
        Path v2 = folder.resolve("v2");
        Corpus.build(recipe, v2, BuildOptions.standard().withThreads(2).withReservations(reservations));
        assertThat(ledger(folder.resolve("v1.1"))).isEqualTo(ledger(v2));
    }
}
