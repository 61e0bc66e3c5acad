package fr.corpus.recipe;

import fr.corpus.internal.yaml.YamlNode;
import fr.corpus.step.Parameter;
import fr.corpus.step.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one entry of {@code steps}. */
final class StepReader {

    private static final String USE = "use";

    private final StepCatalog catalog;
    private final Section section;

    StepReader(StepCatalog catalog, Section section) {
        this.catalog = catalog;
        this.section = section;
    }

    RecipeStep read() {
        StepCatalog.Entry step = step();
        Section own = section.ownedBy(step.id().toString());
        List<String> known = new ArrayList<>();
        known.add(USE);
        step.parameters().forEach(parameter -> known.add(parameter.name()));
        own.allow(known);
        Map<String, Object> overrides = new TreeMap<>();
        for (YamlNode.Entry entry : own.entries()) {
            if (!entry.key().equals(USE)) {
                Parameter parameter = step.parameter(entry.key());
                overrides.put(
                        parameter.name(), ParameterValue.of(own.place().at(entry.line()), parameter, entry.value()));
            }
        }
        return new RecipeStep(step.id(), overrides, own.place().line());
    }

    private StepCatalog.Entry step() {
        String use = section.text(USE);
        StepId id;
        try {
            id = StepId.parse(use);
        } catch (IllegalArgumentException e) {
            throw section.placeOf(USE).unknown("unknown-step", use, catalog.names());
        }
        return catalog.find(id).orElseThrow(() -> section.placeOf(USE).unknown("unknown-step", use, catalog.names()));
    }
}
