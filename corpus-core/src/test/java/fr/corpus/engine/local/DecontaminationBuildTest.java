package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.Corpus;
import fr.corpus.error.RecipeException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.recipe.RecipeReader;
import fr.corpus.release.Decontamination;
import fr.corpus.release.DropRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole novels, built without those in which a text of an evaluation stands. */
class DecontaminationBuildTest {

    private static final String ABSENT =
            "Le facteur électrique dépose soixante-trois parapluies devant la mairie de Brest"
                    + " pendant que le robot de cuisine récite des horaires d’autobus aux pingouins du deuxième étage";

    @TempDir
    Path directory;

    private Path recipe(String name, String step) throws IOException {
        Path eltec = SharedFolder.need("data/eltec-fra");
        Path recipe = directory.resolve(name + ".yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: romans
                language: fra
                sources:
                  - { id: romans, format: tei, paths: [ "%s/*.xml" ], profile: book }
                steps: [ %s ]
                """.formatted(eltec, step));
        return recipe;
    }

    private ReleaseReader build(String name, String step) throws IOException {
        return ReleaseReader.open(
                Corpus.build(recipe(name, step), directory.resolve(name)).release());
    }

    private static List<ReleaseRow> rows(ReleaseReader reader) throws IOException {
        List<ReleaseRow> all = new ArrayList<>();
        try (RowStream<ReleaseRow> rows = reader.data()) {
            for (Optional<ReleaseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    private static String taken(ReleaseRow novel, int from, int count) {
        List<String> words = Arrays.asList(novel.document().text().split("\\s+"));
        return String.join(" ", words.subList(from, from + count));
    }

    private void items(Map<String, String> texts) throws IOException {
        StringBuilder lines = new StringBuilder();
        texts.forEach((id, text) -> lines.append(
                        new String(CanonicalJson.of(Map.of("id", id, "text", text)), StandardCharsets.UTF_8))
                .append('\n'));
        Files.writeString(directory.resolve("items.jsonl"), lines);
    }

    @Test
    void dropsTheNovelsInWhichAnItemStandsAndSaysWhich() throws IOException {
        List<ReleaseRow> novels = rows(build("tous", "{ use: normalize.unicode@1 }"));
        assertThat(novels).hasSize(8);
        items(Map.of(
                "a",
                taken(novels.get(2), 4_000, 40),
                "b",
                taken(novels.get(5), 10_000, 25),
                "c",
                ABSENT,
                "d",
                "trop court"));
        ReleaseReader reader =
                build("sans", "{ use: filter.decontamination@1, items: [ items.jsonl ], packs: [ fr-varietes@1 ] }");
        assertThat(rows(reader).stream().map(ReleaseRow::id))
                .hasSize(6)
                .doesNotContain(novels.get(2).id(), novels.get(5).id());
        List<String> dropped = new ArrayList<>();
        try (RowStream<DropRow> drops = reader.drops()) {
            for (Optional<DropRow> row = drops.next(); row.isPresent(); row = drops.next()) {
                dropped.add(row.get().toString());
            }
        }
        assertThat(dropped).hasSize(2).allMatch(row -> row.contains("evaluation-item") && row.contains("items.jsonl"));
        Decontamination certificate = Decontamination.of(reader.manifest()).orElseThrow();
        assertThat(certificate.sequenceWords()).isEqualTo(13);
        assertThat(certificate.minShare()).isEqualTo(0.2);
        assertThat(certificate.dropped()).isEqualTo(2);
        assertThat(certificate.sources()).isEqualTo(List.of("romans"));
        assertThat(certificate.shields().stream().map(Decontamination.Shielded::name))
                .containsExactly("fr-varietes@1", "items.jsonl");
        Decontamination.Shielded file = certificate.shields().get(1);
        assertThat(file.items()).isEqualTo(4);
        assertThat(file.shielded()).isEqualTo(3);
        assertThat(file.tooShort()).isEqualTo(1);
    }

    @Test
    void dropsNothingForItemsThatAreNotThere() throws IOException {
        items(Map.of("c", ABSENT));
        ReleaseReader reader =
                build("absent", "{ use: filter.decontamination@1, items: [ items.jsonl ], min-item-share: 0 }");
        assertThat(rows(reader)).hasSize(8);
        assertThat(Decontamination.of(reader.manifest()).orElseThrow().dropped())
                .isZero();
    }

    @Test
    void hasAnotherDigestWhenTheItemsAreOthers() throws IOException {
        items(Map.of("c", ABSENT));
        Path recipe = recipe("digest", "{ use: filter.decontamination@1, items: [ items.jsonl ] }");
        Digest one = RecipeReader.read(recipe).resolve().digest();
        items(Map.of("c", ABSENT + " encore"));
        assertThat(RecipeReader.read(recipe).resolve().digest()).isNotEqualTo(one);
    }

    @Test
    void refusesToShieldNothingAndFilesThatAreNotThere() throws IOException {
        // A skip inside of what must fail would be taken for the failure.
        SharedFolder.need("data/eltec-fra");
        assertThatThrownBy(() -> build("rien", "{ use: filter.decontamination@1 }"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("rien.yaml:6");
        assertThatThrownBy(() -> build("perdu", "{ use: filter.decontamination@1, items: [ perdu.jsonl ] }"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("perdu.jsonl");
        assertThatThrownBy(() -> build("jeu", "{ use: filter.decontamination@1, packs: [ fr-variete@1 ] }"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("fr-varietes@1");
    }
}
