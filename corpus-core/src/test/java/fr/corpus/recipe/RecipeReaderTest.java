package fr.corpus.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.corpus.document.LicenseId;
import fr.corpus.error.RecipeException;
import fr.corpus.step.StepId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeReaderTest {

    private static final String PRESSE = """
            recipe: 1
            name: presse-ouverte
            seed: 20260101
            language: [ fra, oci ]
            sources:
              - { id: presse, format: jsonl, paths: presse/*.gz, license-field: droits.code, profile: press,
                  fields: { id: ark, text: texte.brut }, max-malformed-per-million: 0 }
              - { id: livres, format: tei, paths: [ ../a/*.xml, ../b/*.xml ], license: CC-BY-4.0 }
            steps:
              - { use: filter.length@1, min-code-points: 0, max-share: off }
              - use: filter.tongue@2
              - { use: dedup.same@1 }
            output: { shard-bytes: 1048576 }
            """;

    @Test
    void readsAWholeRecipe() {
        Recipe recipe = read(PRESSE);
        assertThat(recipe.name()).isEqualTo("presse-ouverte");
        assertThat(recipe.seed()).isEqualTo(20260101L);
        assertThat(recipe.languages()).containsExactly("fra", "oci");
        assertThat(recipe.output()).isEqualTo(new RecipeOutput(1048576, "zstd", true));
        RecipeSource press = recipe.sources().get(0);
        assertThat(press.paths()).containsExactly("presse/*.gz");
        assertThat(press.licenseField()).contains("droits.code");
        assertThat(press.fields()).isEqualTo(Map.of("id", "ark", "text", "texte.brut"));
        assertThat(press.maxMalformedPerMillion()).isZero();
        assertThat(press.line()).isEqualTo(6);
        RecipeSource books = recipe.sources().get(1);
        assertThat(books.license()).contains(LicenseId.of("CC-BY-4.0"));
        assertThat(books.profile()).isEqualTo("web");
        assertThat(books.maxMalformedPerMillion()).isEqualTo(1000);
        assertThat(recipe.steps())
                .containsExactly(
                        new RecipeStep(
                                StepId.parse("filter.length@1"), Map.of("min-code-points", 0L, "max-share", "off"), 10),
                        new RecipeStep(StepId.parse("filter.tongue@2"), Map.of(), 11),
                        new RecipeStep(StepId.parse("dedup.same@1"), Map.of(), 12));
    }

    @Test
    void fillsInWhatARecipeMayLeaveOut() {
        Recipe recipe = read("recipe: 1\nname: x\nsources: [ { id: a, format: text, paths: a.txt } ]\n");
        assertThat(recipe.languages()).containsExactly("fra");
        assertThat(recipe.seed()).isZero();
        assertThat(recipe.steps()).isEmpty();
        assertThat(recipe.output()).isEqualTo(RecipeOutput.DEFAULT);
        assertThat(recipe.sources().get(0).license()).isEmpty();
    }

    @Test
    void namesFileLineStepAndNearestKey() {
        RecipeException failure = failure(PRESSE.replace("min-code-points", "min-words"));
        assertThat(failure)
                .hasMessage("presse.yaml:10: filter.length@1: unknown key \"min-words\"; did you mean"
                        + " \"min-code-points\"?");
        assertThat(failure.message().in(Locale.FRENCH))
                .isEqualTo("presse.yaml:10\u00a0: filter.length@1\u00a0: clé inconnue «\u00a0min-words\u00a0»\u202f;"
                        + " vouliez-vous dire «\u00a0min-code-points\u00a0»\u202f?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipe: 1|recipe: 2|presse.yaml:1: this version of Corpus reads recipes that say \"recipe: 1\"",
                "name: presse-ouverte|# |presse.yaml:1: key \"name\" is missing",
                "name: presse-ouverte|name: Presse|presse.yaml:2: the name \"Presse\" may hold",
                "seed: 20260101|seed: 1.5|presse.yaml:3: \"seed\" needs a whole number",
                "seed:|sed:|presse.yaml:3: unknown key \"sed\"; did you mean \"seed\"?",
                "[ fra, oci ]|fr|presse.yaml:4: \"fr\" is not a language code of ISO 639-3, three letters; did you mean \"fra\"?",
                "[ fra, oci ]|français|presse.yaml:4: \"français\" is not a language code",
                "id: livres|id: presse|presse.yaml:8: source \"presse\" is given twice",
                "id: livres|id: ../x|presse.yaml:8: the source id \"../x\" may hold",
                "format: jsonl|format: json|presse.yaml:6: presse: unknown format \"json\"; did you mean \"jsonl\"?",
                "format: jsonl|format: docx|presse.yaml:6: presse: unknown format \"docx\"; allowed: text, jsonl, parquet, tei",
                "profile: press|profile: presse|presse.yaml:6: presse: unknown profile \"presse\"; did you mean \"press\"?",
                "license-field: droits.code|license: 3|presse.yaml:6: presse: \"license\" needs a word",
                "license-field: droits.code|license-field: a, license: b|presse.yaml:6: presse: give license",
                "license: CC-BY-4.0|license-field: x|presse.yaml:8: livres: \"license-field\" is for formats jsonl and parquet; tei",
                "license: CC-BY-4.0|encoding: UTF-8|presse.yaml:8: livres: \"encoding\" is for format text",
                "license: CC-BY-4.0|licence: CC-BY-4.0|presse.yaml:8: livres: unknown key \"licence\"; did you mean \"license\"?",
                "license: CC-BY-4.0|license: CC-BY-5.0|presse.yaml:8: livres: unknown licence \"CC-BY-5.0\"; did you mean \"CC-BY-4.0\"?",
                "fields: { id: ark|fields: { ids: ark|presse.yaml:7: presse: unknown key \"ids\"; did you mean \"id\"?",
                "million: 0|million: -1|presse.yaml:7: presse: \"max-malformed-per-million\" goes from 0 to 1000000, got -1",
                "[ ../a/*.xml, ../b/*.xml ]|[]|presse.yaml:8: livres: \"paths\" needs a list of words",
                "min-code-points: 0|min-code-points: off|presse.yaml:10: filter.length@1: \"min-code-points\" needs a whole number",
                "max-share: off|max-share: no|presse.yaml:10: filter.length@1: \"max-share\" needs a number, with a point before decimals, or off",
                "max-share: off|max-share: .nan|presse.yaml:10: filter.length@1: \"max-share\" needs a number",
                "filter.tongue@2|filter.tongue@3|presse.yaml:11: unknown step \"filter.tongue@3\"; did you mean \"filter.tongue@2\"?",
                "filter.tongue@2|tongue|presse.yaml:11: unknown step \"tongue\"; allowed: filter.length@1,",
                "filter.tongue@2|dedup.same@1|presse.yaml:12: step dedup.same@1 already stands at line 11",
                "dedup.same@1|filter.length@1|presse.yaml:12: step filter.length@1 already stands at line 10",
                "1048576|12|presse.yaml:13: \"shard-bytes\" goes from 65536",
                "output: { shard-bytes: 1048576 }|output: [ 1 ]|presse.yaml:13: \"output\" needs keys and values",
                "shard-bytes: 1048576|compression: lz4|presse.yaml:13: unknown compression \"lz4\"; allowed: zstd, snappy, gzip, none",
            })
    void refuses(String right, String wrong, String message) {
        assertThat(PRESSE).contains(right);
        assertThat(failure(PRESSE.replace(right, wrong)).getMessage()).startsWith(message);
    }

    @Test
    void refusesStepsOutOfOrder() {
        String swapped = PRESSE.replace("use: dedup.same@1", "use: X")
                .replace("use: filter.tongue@2", "use: dedup.same@1")
                .replace("use: X", "use: filter.tongue@2");
        assertThat(failure(swapped))
                .hasMessage("presse.yaml:12: filter.tongue@2 must come before dedup.same@1; the order is"
                        + " normalize → filter → dedup → rights → annotate");
    }

    @Test
    void saysThatAFileIsAbsent(@TempDir Path directory) throws IOException {
        RecipeException failure =
                catchThrowableOfType(RecipeException.class, () -> RecipeReader.read(directory.resolve("absent.yaml")));
        assertThat(failure).hasMessageContaining("no such recipe file");
    }

    @Test
    void saysThatADirectoryIsNotARecipe(@TempDir Path directory) throws IOException {
        RecipeException failure = catchThrowableOfType(RecipeException.class, () -> RecipeReader.read(directory));
        assertThat(failure).hasMessageContaining("is a directory");
    }

    private static RecipeException failure(String yaml) {
        RecipeException failure = catchThrowableOfType(RecipeException.class, () -> read(yaml));
        assertThat(failure).as("this recipe must be refused").isNotNull();
        return failure;
    }

    static Recipe read(String yaml) {
        return new RecipeReader(TestSteps.CATALOG)
                .read(yaml.getBytes(StandardCharsets.UTF_8), Path.of("dossier"), "presse.yaml");
    }
}
