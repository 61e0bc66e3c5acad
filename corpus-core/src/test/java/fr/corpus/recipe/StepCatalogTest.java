package fr.corpus.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.error.UserMessage;
import fr.corpus.step.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepCatalogTest {

    static Stream<StepCatalog.Entry> steps() {
        return StepCatalog.standard().entries().stream();
    }

    @Test
    void listsKindsInTheirOrder() {
        assertThat(steps().map(step -> StepCatalog.KINDS.indexOf(step.id().kind())))
                .isSorted()
                .doesNotContain(-1);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void buildsAStepOfTheSameIdFromTheDefaultsOfEveryProfile(StepCatalog.Entry step) {
        for (String profile : Profile.keys()) {
            RecipePlan plan = plan(step, profile);
            assertThat(Stream.of(
                                    plan.sources().get(0).normalizers(),
                                    plan.sources().get(0).filters(),
                                    plan.deduplicators(),
                                    plan.rightsGates(),
                                    plan.annotators())
                            .flatMap(list -> list.stream().map(built -> ((fr.corpus.step.Step) built).id())))
                    .containsExactly(step.id());
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void describesEveryParameterInBothLanguages(StepCatalog.Entry step) {
        for (Parameter parameter : step.parameters()) {
            UserMessage description = UserMessage.of(step.id().kind() + ".parameter." + parameter.name());
            assertThat(description.in(Locale.ENGLISH)).isNotBlank();
            assertThat(description.in(Locale.FRENCH)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void givesSharedStepsNoProfile(StepCatalog.Entry step) {
        if (RecipeResolver.SHARED_KINDS.contains(step.id().kind())) {
            ProfileTable table =
                    ProfileTable.load(StepCatalog.standard(), step.id().kind());
            for (String profile : Profile.keys()) {
                assertThat(step.parameters())
                        .allSatisfy(parameter -> assertThat(table.byProfile(step, profile, parameter.name()))
                                .isEqualTo(Optional.empty()));
            }
        }
    }

    private static RecipePlan plan(StepCatalog.Entry step, String profile) {
        String required = switch (step.id().toString()) {
            case "rights.licenses@1" -> ", allow: [ CC0-1.0 ]";
            case "filter.decontamination@1" -> ", packs: [ fr-varietes@1 ]";
            default -> "";
        };
        String yaml = """
                recipe: 1
                name: essai
                sources: [ { id: a, format: jsonl, paths: a.jsonl, profile: %s } ]
                steps: [ { use: %s%s } ]
                """.formatted(profile, step.id(), required);
        return new RecipeReader(StepCatalog.standard())
                .read(yaml.getBytes(StandardCharsets.UTF_8), Path.of("."), "essai.yaml")
                .resolve();
    }
}
