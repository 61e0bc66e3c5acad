package fr.corpus.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole novels of two centuries, asked for in the ways in which an author would. */
class RealNovelsTest {

    @TempDir
    static Path directory;

    private static Path release;
    private static final List<ReleaseRow> NOVELS = new ArrayList<>();
    private static String absent = "";

    @BeforeAll
    static void build() throws IOException {
        Path eltec = SharedFolder.need("data/eltec-fra");
        Path roman18 = SharedFolder.need("data/roman18");
        String recipe = """
                recipe: 1
                name: %s
                language: fra
                sources:
                  - { id: romans, format: tei, paths: [ "%s" ], profile: book }
                output: { shard-bytes: 500000 }
                """;
        Path all = directory.resolve("tous.yaml");
        Files.writeString(all, recipe.formatted("tous", eltec + "/*.xml"));
        Path one = directory.resolve("absent.yaml");
        Files.writeString(one, recipe.formatted("absent", roman18 + "/Voltaire*.xml"));
        release = Corpus.build(all, directory.resolve("tous")).release();
        SearchFixture.index(release);
        read(release).forEach(NOVELS::add);
        absent = read(Corpus.build(one, directory.resolve("absent")).release())
                .get(0)
                .document()
                .text();
    }

    private static List<ReleaseRow> read(Path release) throws IOException {
        List<ReleaseRow> rows = new ArrayList<>();
        try (RowStream<ReleaseRow> stream = ReleaseReader.open(release).data()) {
            for (Optional<ReleaseRow> row = stream.next(); row.isPresent(); row = stream.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static Answer ask(String work) throws IOException {
        return SearchFixture.answer(release, SearchFixture.work(WorkFingerprint.of(work)));
    }

    private static String chapter(ReleaseRow novel) {
        String text = novel.document().text();
        int from = text.length() / 3;
        return text.substring(from, from + 8000);
    }

    @Test
    void findsAChapterQuotedInAnotherBook() throws IOException {
        assertThat(NOVELS).hasSize(8);
        for (ReleaseRow novel : NOVELS) {
            Answer answer = ask(absent + "\n\n" + chapter(novel) + "\n\n" + absent);
            assertThat(answer.hits()).hasSize(1);
            Hit hit = answer.hits().get(0);
            assertThat(hit.id()).isEqualTo(novel.id());
            Match match = hit.matches().get(0);
            assertThat(match.kind()).isEqualTo(MatchKind.QUOTATION);
            assertThat(chapter(novel)).contains(match.passage().extract());
            assertThat(match.shares().orElseThrow().ofDocument()).isLessThan(0.2);
        }
    }

    @Test
    void findsAScanWithOneLetterInFiftyMisread() throws IOException {
        Random random = new Random(3);
        for (ReleaseRow novel : NOVELS) {
            Answer answer = ask(misread(novel.document().text(), random, 50));
            assertThat(answer.hits().get(0).id()).isEqualTo(novel.id());
            assertThat(answer.hits()).hasSize(1);
        }
    }

    private static String misread(String text, Random random, int oneIn) {
        StringBuilder scan = new StringBuilder(text);
        for (int i = 0; i < scan.length(); i++) {
            if (Character.isLetter(scan.charAt(i)) && random.nextInt(oneIn) == 0) {
                scan.setCharAt(i, (char) ('a' + random.nextInt(26)));
            }
        }
        return scan.toString();
    }

    @Test
    void findsTheWholeNovelAndSaysThatItIsTheSameText() throws IOException {
        Match match =
                ask(NOVELS.get(2).document().text()).hits().get(0).matches().get(0);
        assertThat(match.kind()).isEqualTo(MatchKind.TEXT);
    }

    @Test
    void findsNothingOfANovelThatIsNotThere() throws IOException {
        assertThat(ask(absent).isFound()).isFalse();
        assertThat(ask(absent).total()).isZero();
    }

    @Test
    void findsAnySentenceInTheNovelThatHasIt() throws IOException {
        Random random = new Random(9);
        for (ReleaseRow novel : NOVELS) {
            String text = novel.document().text();
            int from = text.indexOf(' ', random.nextInt(text.length() - 1000)) + 1;
            String sentence = text.substring(from, text.indexOf(' ', from + 80)).replace("\"", "");
            Answer answer =
                    SearchFixture.answer(release, SearchFixture.text(sentence.toUpperCase(java.util.Locale.FRENCH)));
            assertThat(answer.hits()).as(sentence).isNotEmpty();
            assertThat(answer.hits().get(0).id()).as(sentence).isEqualTo(novel.id());
        }
    }

    @Test
    void findsThirteenWordsOfAnEvaluationItem() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        try (ReleaseIndex index = ReleaseIndex.open(reader, ReleaseIndexer.defaultDirectory(release))) {
            SequenceLookup lookup = index.sequences(13);
            SequenceLookup.Coverage clean = lookup.of(absent.substring(0, 20_000));
            assertThat(clean.covered()).isZero();
            SequenceLookup.Coverage taken = lookup.of(absent.substring(0, 5_000) + chapter(NOVELS.get(5)));
            assertThat(taken.share()).isBetween(0.55, 0.7);
            assertThat(taken.documents().get(0).document())
                    .isEqualTo(NOVELS.get(5).id());
        }
    }
}
