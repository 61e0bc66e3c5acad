package fr.corpus.recipe;

import fr.corpus.internal.yaml.YamlNode;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import java.util.ArrayList;
import java.util.List;

/** The value that a parameter takes from what a recipe or a table of defaults writes. */
final class ParameterValue {

    private ParameterValue() {}

    /**
     * A value in the types of {@link Settings}.
     *
     * @throws fr.corpus.error.RecipeException if the parameter's type does not allow it
     */
    static Object of(Place place, Parameter parameter, YamlNode node) {
        Object value = node instanceof YamlNode.Scalar scalar ? scalar.value() : null;
        String name = parameter.name();
        return switch (parameter.type()) {
            case NUMBER -> number(value, place, name, "expected-number");
            case OPTIONAL_NUMBER ->
                Settings.OFF.equals(value) ? Settings.OFF : number(value, place, name, "expected-optional-number");
            case INTEGER -> integer(value, place, name, "expected-integer");
            case OPTIONAL_INTEGER ->
                Settings.OFF.equals(value) ? Settings.OFF : integer(value, place, name, "expected-optional-integer");
            case FLAG -> {
                if (value instanceof Boolean flag) {
                    yield flag;
                }
                throw place.fail("expected-flag", name);
            }
            case NAME -> name(place, name, node, "expected-text");
            case NAMES -> names(place, name, node);
        };
    }

    private static Object number(Object value, Place place, String name, String failure) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw place.fail(failure, name);
    }

    private static Object integer(Object value, Place place, String name, String failure) {
        if (value instanceof Long number) {
            return number;
        }
        throw place.fail(failure, name);
    }

    private static String name(Place place, String name, YamlNode node, String failure) {
        if (node instanceof YamlNode.Scalar scalar && scalar.value() instanceof String text && !text.isBlank()) {
            return text;
        }
        throw place.at(node.line()).fail(failure, name);
    }

    private static List<String> names(Place place, String name, YamlNode node) {
        if (node instanceof YamlNode.Scalar) {
            return List.of(name(place, name, node, "expected-texts"));
        }
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw place.fail("expected-texts", name);
        }
        List<String> names = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            names.add(name(place, name, item, "expected-texts"));
        }
        return List.copyOf(names);
    }
}
