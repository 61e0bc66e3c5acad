package fr.corpus.recipe;

import fr.corpus.internal.yaml.YamlNode;
import fr.corpus.internal.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The default values of the steps of one kind, for every profile and by profile: {@code step-id: { default: {…}, press:
 * {…} }}. Immutable.
 */
final class ProfileTable {

    private static final String DEFAULT = "default";

    private final Map<String, Map<String, Map<String, Object>>> values = new TreeMap<>();

    private ProfileTable() {}

    /** The table of a kind, empty when its room has none. */
    static ProfileTable load(StepCatalog catalog, String kind) {
        String resource = "/fr/corpus/" + kind + "/defaults.yaml";
        try (InputStream in = ProfileTable.class.getResourceAsStream(resource)) {
            return in == null ? new ProfileTable() : parse(catalog, in.readAllBytes(), kind + "/defaults.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /**
     * Reads a table.
     *
     * @throws fr.corpus.error.RecipeException if it names an unknown step, profile or parameter, or a value of a wrong
     *     type: a bug of ours, caught by a test
     */
    static ProfileTable parse(StepCatalog catalog, byte[] yaml, String name) {
        ProfileTable table = new ProfileTable();
        Section root = Section.of(new Place(name, 1, ""), name, YamlText.parse(yaml, name));
        List<String> sections = new ArrayList<>(Profile.keys());
        sections.add(DEFAULT);
        root.allow(catalog.names());
        for (StepCatalog.Entry step : catalog.entries()) {
            String id = step.id().toString();
            Optional<YamlNode> node = root.node(id);
            if (node.isEmpty()) {
                continue;
            }
            Section ofStep =
                    Section.of(root.placeOf(id), id, node.get()).ownedBy(id).allow(sections);
            for (YamlNode.Entry section : ofStep.entries()) {
                table.values
                        .computeIfAbsent(id, key -> new TreeMap<>())
                        .put(section.key(), section(step, ofStep.place(), section));
            }
        }
        return table;
    }

    private static Map<String, Object> section(StepCatalog.Entry step, Place place, YamlNode.Entry entry) {
        Section section = Section.of(place, entry.key(), entry.value());
        section.allow(
                step.parameters().stream().map(parameter -> parameter.name()).toList());
        Map<String, Object> values = new TreeMap<>();
        for (YamlNode.Entry value : section.entries()) {
            values.put(
                    value.key(), ParameterValue.of(place.at(value.line()), step.parameter(value.key()), value.value()));
        }
        return values;
    }

    /** The value of a parameter for every profile. */
    Optional<Object> byDefault(StepCatalog.Entry step, String parameter) {
        return value(step, DEFAULT, parameter);
    }

    /** The value of a parameter that a profile sets. */
    Optional<Object> byProfile(StepCatalog.Entry step, String profile, String parameter) {
        return value(step, profile, parameter);
    }

    private Optional<Object> value(StepCatalog.Entry step, String section, String parameter) {
        return Optional.ofNullable(values.getOrDefault(step.id().toString(), Map.of())
                .getOrDefault(section, Map.of())
                .get(parameter));
    }
}
