package fr.corpus.eval.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.eval.pack.ItemFacts;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import fr.corpus.search.ReleaseIndexer;
import fr.corpus.search.ReleaseSearch;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items planted in, and absent from, a release of whole novels. */
class ContaminationCheckTest {

    private static final Set<ItemPart.Kind> ALL = EnumSet.allOf(ItemPart.Kind.class);
    private static final String OURS =
            "Le facteur électrique dépose soixante-trois parapluies devant la mairie de Brest"
                    + " pendant que le robot de cuisine récite des horaires d’autobus aux pingouins du deuxième étage";

    @TempDir
    static Path directory;

    private static Path release;
    private static List<String> words = List.of();
    private static ReleaseRow novel;

    @BeforeAll
    static void build() throws IOException {
        Path eltec = SharedFolder.need("data/eltec-fra");
        Path recipe = directory.resolve("romans.yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: romans
                language: fra
                sources:
                  - { id: romans, format: tei, paths: [ "%s/*.xml" ], license: CC-BY-4.0, profile: book }
                steps:
                  - { use: rights.licenses@1, allow: [ CC-BY-4.0 ] }
                """.formatted(eltec));
        release = Corpus.build(recipe, directory.resolve("romans")).release();
        ReleaseReader reader = ReleaseReader.open(release);
        new ReleaseIndexer(reader).build(ReleaseIndexer.defaultDirectory(release), 2, ReleaseIndexer.Progress.SILENT);
        try (RowStream<ReleaseRow> rows = reader.data()) {
            novel = rows.next().orElseThrow();
        }
        words = Arrays.asList(novel.document().text().split("\\s+"));
    }

    private static String taken(int from, int count) {
        return String.join(" ", words.subList(from, from + count));
    }

    private static PackItem item(String id, Optional<String> context, String question, String answer) {
        return new PackItem.ShortAnswer(ItemFacts.of(id, "fr"), context, question, List.of(answer));
    }

    private static List<ItemFinding> check(List<PackItem> items, int threads) throws IOException {
        try (ReleaseSearch search =
                ReleaseSearch.open(release, Optional.of(ReleaseIndexer.defaultDirectory(release)))) {
            return new ContaminationCheck(ReleaseReader.open(release), search).check(items, ALL, threads);
        }
    }

    private static TextFinding found(ItemFinding item, ItemPart.Kind kind) {
        return item.parts().stream()
                .filter(part -> part.part().kind() == kind)
                .findFirst()
                .orElseThrow()
                .found();
    }

    @Test
    void findsAPlantedQuestionWithTheRightsOfTheNovelThatHasIt() throws IOException {
        ItemFinding item = check(
                        List.of(item(
                                "q", Optional.empty(), taken(5_000, 60).toUpperCase(java.util.Locale.FRENCH), "oui")),
                        1)
                .get(0);
        TextFinding question = found(item, ItemPart.Kind.QUESTION);
        assertThat(question.band()).isEqualTo(Band.FROM_80);
        assertThat(question.isWhole()).isTrue();
        Exposer exposer = question.places().get(0).exposer();
        assertThat(exposer.document()).isEqualTo(novel.id());
        assertThat(exposer.source()).isEqualTo("romans");
        assertThat(exposer.admission().orElseThrow().license().value()).isEqualTo("CC-BY-4.0");
        assertThat(item.exposure(0.2)).isEqualTo(ItemFinding.Exposure.EXPOSED);
        assertThat(found(item, ItemPart.Kind.ANSWER).band()).isEqualTo(Band.TOO_SHORT);
    }

    @Test
    void saysHowMuchOfATextStandsInTheNovel() throws IOException {
        List<PackItem> items = List.of(
                item(
                        "little",
                        Optional.of(taken(9_000, 20) + " " + OURS + " " + OURS + " " + OURS + " " + OURS),
                        OURS,
                        "x"),
                item("some", Optional.of(taken(9_000, 20) + " " + OURS), OURS, "x"),
                item("half", Optional.of(taken(9_000, 45) + " " + OURS), OURS, "x"),
                item("none", Optional.of(OURS), OURS, "x"));
        List<ItemFinding> found = check(items, 2);
        assertThat(found.stream().map(each -> found(each, ItemPart.Kind.CONTEXT).band()))
                .containsExactly(Band.UNDER_20, Band.FROM_20, Band.FROM_50, Band.NONE);
        assertThat(found.stream().map(each -> each.exposure(0.2)))
                .containsExactly(
                        ItemFinding.Exposure.CLEAN,
                        ItemFinding.Exposure.EXPOSED,
                        ItemFinding.Exposure.EXPOSED,
                        ItemFinding.Exposure.CLEAN);
        assertThat(found.get(0).exposure(0)).isEqualTo(ItemFinding.Exposure.EXPOSED);
        assertThat(found.get(3).exposure(0)).isEqualTo(ItemFinding.Exposure.CLEAN);
    }

    @Test
    void looksForAShortTextWholeAndConcludesNothingOfAVeryShortOne() throws IOException {
        String sentence = "";
        for (int i = 20_000; sentence.isEmpty(); i++) {
            TextFinding size = found(
                    check(List.of(item("s", Optional.empty(), taken(i, 9), "x")), 1)
                            .get(0),
                    ItemPart.Kind.QUESTION);
            sentence = size.words() >= 8 && size.words() < 13 ? taken(i, 9) : "";
        }
        List<ItemFinding> found = check(
                List.of(
                        item("whole", Optional.empty(), sentence, "x"),
                        item(
                                "changed",
                                Optional.empty(),
                                sentence.substring(0, sentence.lastIndexOf(' ')) + " pingouins",
                                "x"),
                        item("short", Optional.empty(), taken(20_000, 3), "x")),
                1);
        assertThat(found(found.get(0), ItemPart.Kind.QUESTION).isWhole()).isTrue();
        assertThat(found.get(0).exposure(0.2)).isEqualTo(ItemFinding.Exposure.EXPOSED);
        assertThat(found.get(1).exposure(0.2)).isEqualTo(ItemFinding.Exposure.CLEAN);
        assertThat(found.get(2).exposure(0.2)).isEqualTo(ItemFinding.Exposure.TOO_SHORT);
    }

    @Test
    void findsAPassageOfWhichOneWordInTenIsChanged() throws IOException {
        List<String> changed = new ArrayList<>(words.subList(30_000, 31_500));
        for (int i = 5; i < changed.size(); i += 10) {
            changed.set(i, "pingouin");
        }
        ItemFinding item = check(List.of(item("near", Optional.of(String.join(" ", changed)), OURS, "x")), 1)
                .get(0);
        TextFinding context = found(item, ItemPart.Kind.CONTEXT);
        assertThat(context.share()).isLessThan(0.2);
        assertThat(context.near().orElseThrow().ofWork()).isGreaterThan(0.2);
        assertThat(context.places().get(0).exposer().document()).isEqualTo(novel.id());
        assertThat(item.exposure(0.2)).isEqualTo(ItemFinding.Exposure.EXPOSED);
    }

    @Test
    void answersTheSameWithAnyNumberOfThreads() throws IOException {
        List<PackItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(item("i" + i, Optional.of(taken(i * 100, 10 + i)), OURS, taken(i * 50, 9)));
        }
        assertThat(check(items, 4)).isEqualTo(check(items, 1));
    }
}
