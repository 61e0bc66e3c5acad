package fr.corpus.search;

import static fr.corpus.search.SearchFixture.answer;
import static fr.corpus.search.SearchFixture.ask;
import static fr.corpus.search.SearchFixture.author;
import static fr.corpus.search.SearchFixture.key;
import static fr.corpus.search.SearchFixture.text;
import static fr.corpus.search.SearchFixture.title;
import static fr.corpus.search.SearchFixture.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.WorkFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseSearchTest {

    @TempDir
    static Path directory;

    /** The same release with index and keys, with keys alone, with an index alone, with neither. */
    private static final List<Path> RELEASES = new ArrayList<>();

    @BeforeAll
    static void build() throws IOException {
        for (String name : List.of("tout", "cles", "index", "rien")) {
            boolean keys = name.equals("tout") || name.equals("cles");
            Path release = SearchFixture.release(directory, name, SearchFixture.records(), "keys: " + keys);
            if (name.equals("tout") || name.equals("index")) {
                SearchFixture.index(release);
            }
            RELEASES.add(release);
        }
    }

    /** Whatever a release has to look things up in, it gives the same answer. */
    private static void expect(Question question, String... hits) throws IOException {
        for (Path release : RELEASES) {
            assertThat(ask(release, question))
                    .as(release.getFileName().toString())
                    .containsExactly(hits);
        }
    }

    @Test
    void findsAPhraseWhateverItsCasePunctuationApostrophesAndLineBreaks() throws IOException {
        expect(text("LA MER – ce matin-là"), "phrase mer");
        expect(text("cloche de l'église que le vent"), "phrase mer");
        expect(text("La république des lettres"), "folded droit");
        expect(text("vaut mieux que celle de 1984"), "phrase droit");
        expect(text("vaut mieux que celle de 1985"));
    }

    @Test
    void tellsThePhraseWithItsAccentsFirstThenWithoutThenOtherForms() throws IOException {
        expect(text("élèves élevés"), "phrase droit", "folded isbn:9782070360024");
        expect(text("eleves eleves"), "phrase isbn:9782070360024", "folded droit");
        expect(text("élève élevée dans les lycée national"), "related isbn:9782070360024", "related droit");
    }

    @Test
    void wantsAllPhrasesBetweenStraightQuotationMarksInOneDocument() throws IOException {
        expect(text("\"vieux pêcheur\" \"une fumée noire\""), "phrase mer");
        expect(text("\"vieux pêcheur\" \"ancienne coutume\""));
        expect(text("vieux pêcheur une fumée noire"));
    }

    @Test
    void takesTheSyntaxOfQueriesAsItStands() throws IOException {
        expect(text("text:mer"));
        expect(text("mer AND grise"));
        expect(text("grise et* \"plate"), "phrase mer");
        expect(text("+(grise) et -plate~2 ^4"));
        for (String bomb : List.of("*", "?", "\"", "((((", "~", "\\", "  ", "«»")) {
            assertThatThrownBy(() -> Phrase.parse(bomb)).isInstanceOf(RecipeException.class);
        }
    }

    @Test
    void refusesQuestionsWithoutEnd() {
        assertThatThrownBy(() -> Phrase.parse("mot ".repeat(Phrase.MAX_WORDS + 1)))
                .isInstanceOf(RecipeException.class);
        assertThatThrownBy(() -> Phrase.parse("\"mot\" ".repeat(Phrase.MAX_PHRASES + 1)))
                .isInstanceOf(RecipeException.class);
        assertThatThrownBy(() -> Phrase.parse("m".repeat(Phrase.MAX_UNITS + 1))).isInstanceOf(RecipeException.class);
    }

    @Test
    void takesAWordWithoutEndAsAWord() throws IOException {
        expect(text("x".repeat(40_000)));
        expect(text("é".repeat(60_000)));
    }

    @Test
    void findsTitlesByTheirWordsInAnyOrderAndForm() throws IOException {
        expect(title("grise île"), "title mer");
        expect(title("coutume"), "title droit");
        expect(title("grise coutume"));
    }

    @Test
    void findsAuthorsByAPartOfTheirName() throws IOException {
        expect(author("exemple"), "author mer");
        expect(author("sample paul"), "author droit");
        expect(author("exemples"));
    }

    @Test
    void findsIdentifiersAndAddresses() throws IOException {
        expect(key(Isbn.find("2-07-036002-4").orElseThrow().key()), "identifier isbn:9782070360024");
        expect(key(new Key(KeyType.URL, "exemple.fr/mer")), "address mer");
        expect(key(new Key(KeyType.PREFIX, "exemple.fr/poemes/")), "address isbn:9782070360024");
        for (Path release : RELEASES) {
            assertThat(ask(release, key(new Key(KeyType.HOST, "exemple.fr")))).hasSize(2);
        }
    }

    @Test
    void findsAWorkByItsTextInAnotherLayoutAndByAQuotation() throws IOException {
        expect(work(WorkFingerprint.of(SearchFixture.SEA.replace(" ", "\n ").replace('’', '\''))), "text mer");
        expect(work(WorkFingerprint.of(SearchFixture.SEA + " " + unrelated())), "quotation mer");
        expect(work(WorkFingerprint.of(PARAGRAPH)));
    }

    private static final String PARAGRAPH = """
            Rien de ce qui suit ne figure ailleurs : trois menuisiers discutaient longuement du prix des planches, pendant que \
            leurs apprentis balayaient la sciure et rangeaient soigneusement chaque outil dans son tiroir numéroté.""";

    /** Three hundred words that stand nowhere else. */
    private static String unrelated() {
        StringBuilder text = new StringBuilder(PARAGRAPH);
        for (int i = 0; i < 300; i++) {
            text.append(" bra")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26))
                    .append("vion");
        }
        return text.toString();
    }

    @Test
    void saysWhatIsInAndWhy() throws IOException {
        Answer answer = answer(RELEASES.get(0), work(WorkFingerprint.of(SearchFixture.SEA + " " + unrelated())));
        assertThat(answer.name()).isEqualTo("tout");
        assertThat(answer.gates()).containsExactly("rights.licenses@1");
        Hit hit = answer.hits().get(0);
        assertThat(hit.row().admission().orElseThrow().license().value()).isEqualTo("CC0-1.0");
        Match match = hit.matches().get(0);
        assertThat(match.shares().orElseThrow().ofDocument()).isEqualTo(1);
        assertThat(match.shares().orElseThrow().ofWork()).isBetween(0.1, 0.9);
        assertThat(SearchFixture.SEA).contains(match.passage().extract());
    }

    @Test
    void cutsPassagesBetweenCodePoints() {
        String text = "😀".repeat(500);
        Passage passage = Passage.of(text, 201, 799);
        assertThat(passage.extract()).isEqualTo("😀".repeat(300));
        assertThat(passage.before()).isEqualTo("😀".repeat(Passage.CONTEXT));
        assertThat(passage.after()).isEqualTo("😀".repeat(Passage.CONTEXT));
        assertThat(passage.start()).isEqualTo(100);
        assertThat(Passage.of(text, 0, text.length()).extract()).isEqualTo("😀".repeat(Passage.LONGEST));
        assertThat(Passage.of(text, 0, text.length()).length()).isEqualTo(500);
    }

    @Test
    void tellsNoMoreThanWasWantedAndCountsTheRest(@TempDir Path other) throws IOException {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(SearchFixture.record("d" + i, "Le numéro " + i + " parle de navires perdus."));
        }
        Path release = SearchFixture.release(other, "beaucoup", many, "keys: true");
        SearchFixture.index(release);
        Answer answer = answer(release, text("navires perdus"));
        assertThat(answer.hits()).hasSize(10);
        assertThat(answer.total()).isEqualTo(30);
        assertThat(answer.isExact()).isTrue();
    }

    @Test
    void answersTheSameWhateverTheNumberOfThreads(@TempDir Path other) throws IOException {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(SearchFixture.record(
                    "d" + i,
                    "Le numéro " + i + " parle de navires perdus" + " navires perdus".repeat(i % 7)
                            + ". Fin.".repeat(200)));
        }
        Path release = SearchFixture.release(other, "fils", many, "shard-bytes: 65536");
        List<List<String>> answers = new ArrayList<>();
        for (int threads : new int[] {1, 4}) {
            Path index = SearchFixture.index(release, threads);
            answers.add(ask(release, text("navires perdus")));
            delete(index);
        }
        assertThat(answers.get(0)).hasSize(10).isEqualTo(answers.get(1));
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
