package fr.corpus.recipe;

import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A step of a recipe with every parameter. Immutable.
 *
 * @param id its name and version
 * @param line where it stands in the recipe
 * @param parameters all of them, in the order of the step
 */
public record ResolvedStep(StepId id, int line, List<ResolvedParameter> parameters) {

    public ResolvedStep {
        parameters = List.copyOf(parameters);
    }

    /** The values alone. */
    public Settings settings() {
        Map<String, Object> values = new TreeMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return new Settings(values);
    }

    /** The key of a parameter's one-line description in the bundle of the step's room, to be shown in French or English. */
    public String descriptionKey(ResolvedParameter parameter) {
        return id.kind() + ".parameter." + parameter.name();
    }
}
