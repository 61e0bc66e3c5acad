package fr.corpus.recipe;

import fr.corpus.step.StepId;
import java.util.Map;

/**
 * One step of a recipe as written: only what the author overrides. Immutable.
 *
 * @param id a step of the catalogue
 * @param overrides by parameter name, in the types of {@link fr.corpus.step.Settings}
 * @param line where it stands in the recipe
 */
public record RecipeStep(StepId id, Map<String, Object> overrides, int line) {

    public RecipeStep {
        overrides = Map.copyOf(overrides);
    }
}
