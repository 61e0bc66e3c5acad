package fr.corpus.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.recipe.ResolvedParameter.Origin;
import fr.corpus.step.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecipeResolverTest {

    private static final String RECIPE = """
            recipe: 1
            name: deux-genres
            language: [ fra, bre ]
            sources:
              - { id: pages, format: jsonl, paths: a.txt, profile: web }
              - { id: vers, format: jsonl, paths: b.txt, profile: verse }
              - { id: autres-vers, format: jsonl, paths: c.txt, profile: verse }
            steps:
              - { use: filter.length@1, max-code-points: 5000 }
              - { use: filter.tongue@2 }
              - { use: dedup.same@1 }
            """;

    @Test
    void putsTheProfileOverTheDefaultAndTheRecipeOverBoth() {
        RecipePlan plan = resolve(RECIPE);
        assertThat(plan.source("pages").steps().get(0).parameters())
                .containsExactly(
                        new ResolvedParameter("min-code-points", 200L, Origin.DEFAULT),
                        new ResolvedParameter("max-code-points", 5000L, Origin.RECIPE),
                        new ResolvedParameter("max-share", 0.5, Origin.DEFAULT));
        assertThat(plan.source("vers").steps().get(0).parameters())
                .containsExactly(
                        new ResolvedParameter("min-code-points", 20L, Origin.PROFILE),
                        new ResolvedParameter("max-code-points", 5000L, Origin.RECIPE),
                        new ResolvedParameter("max-share", "off", Origin.PROFILE));
    }

    @Test
    void buildsTheStepsFromTheirSettings() {
        RecipePlan plan = resolve(RECIPE);
        assertThat(plan.source("vers").filters())
                .containsExactly(
                        new TestSteps.Length(20, 5000, OptionalDouble.empty()),
                        new TestSteps.Tongue(List.of("fra", "bre")));
        assertThat(plan.deduplicators()).containsExactly(new TestSteps.Same());
        assertThat(plan.sharedSteps()).extracting(ResolvedStep::line).containsExactly(11);
    }

    @Test
    void sharesTheStepsOfAProfile() {
        RecipePlan plan = resolve(RECIPE);
        Filter one = plan.source("vers").filters().get(0);
        assertThat(plan.source("autres-vers").filters().get(0)).isSameAs(one);
        assertThat(plan.source("autres-vers").source().id()).isEqualTo("autres-vers");
    }

    @Test
    void saysWhichStepRefusesItsValues() {
        String wrong = RECIPE.replace("max-code-points: 5000", "max-code-points: 5");
        assertThatThrownBy(() -> resolve(wrong))
                .isInstanceOf(RecipeException.class)
                .hasMessage("presse.yaml:9: filter.length@1: these values do not go together:"
                        + " min-code-points 200 > max-code-points 5");
    }

    @Test
    void asksForAParameterThatNothingSets() {
        ProfileTable empty = ProfileTable.parse(TestSteps.CATALOG, "{}".getBytes(StandardCharsets.UTF_8), "filter");
        Recipe recipe = RecipeReaderTest.read(RECIPE);
        assertThatThrownBy(() -> new RecipeResolver(TestSteps.CATALOG, recipe, kind -> empty).resolve())
                .hasMessage("presse.yaml:9: filter.length@1: key \"min-code-points\" is missing");
    }

    @Test
    void hasOneIdentityWhateverDependsOnTheMachine() {
        RecipePlan plan = resolve(RECIPE.replace("a.txt", "/home/lea/pages/*.txt"));
        RecipePlan elsewhere = resolve(RECIPE.replace("a.txt", "/srv/pages/*.txt"));
        assertThat(elsewhere.digest()).isEqualTo(plan.digest());
        assertThat(resolve(RECIPE.replace("5000", "5001")).digest()).isNotEqualTo(plan.digest());
    }

    @Test
    void pinsTheCanonicalBytes() {
        assertThat(new String(
                        resolve(RECIPE.replaceAll("(?m)^.*(vers|tongue).*\\n", ""))
                                .canonicalJson(),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"language\":[\"fra\",\"bre\"],\"name\":\"deux-genres\",\"output\":"
                        + "{\"compression\":\"zstd\",\"keys\":true,\"shard-bytes\":268435456},\"recipe\":1,\"seed\":0,"
                        + "\"sources\":[{\"fields\":{},\"format\":\"jsonl\",\"id\":\"pages\","
                        + "\"max-malformed-per-million\":1000,\"paths\":[\"a.txt\"],\"profile\":\"web\","
                        + "\"reader\":\"jsonl@1\",\"steps\":[{\"max-code-points\":5000,\"max-share\":0.5,"
                        + "\"min-code-points\":200,\"use\":\"filter.length@1\"}],\"tokenizer\":\"french@1\"}],"
                        + "\"steps\":[{\"use\":\"dedup.same@1\"}]}");
    }

    @Test
    void refusesATableThatNamesAnUnknownParameter() {
        byte[] yaml = "filter.length@1: { verse: { min-words: 3 } }".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ProfileTable.parse(TestSteps.CATALOG, yaml, "filter/defaults.yaml"))
                .hasMessageStartingWith("filter/defaults.yaml:1: filter.length@1: unknown key \"min-words\"");
    }

    private static RecipePlan resolve(String yaml) {
        return new RecipeResolver(TestSteps.CATALOG, RecipeReaderTest.read(yaml), TestSteps::table).resolve();
    }
}
