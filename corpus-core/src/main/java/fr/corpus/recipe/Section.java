package fr.corpus.recipe;

import fr.corpus.internal.yaml.YamlNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One mapping of a recipe, read key by key; every failure says where. Immutable. */
final class Section {

    private final Place place;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();

    private Section(Place place, YamlNode.Mapping mapping) {
        this.place = place;
        mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
    }

    /**
     * A mapping, its keys not yet checked.
     *
     * @throws fr.corpus.error.RecipeException if the node is something else
     */
    static Section of(Place place, String what, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Section(place.at(node.line()), mapping);
        }
        throw place.at(node.line()).fail("expected-mapping", what);
    }

    /** The same section, said to belong to a step or a source. */
    Section ownedBy(String owner) {
        return new Section(
                place.of(owner), new YamlNode.Mapping(List.copyOf(entries.values()), place.line(), entries.size()));
    }

    Place place() {
        return place;
    }

    Place placeOf(String key) {
        YamlNode.Entry entry = entries.get(key);
        return entry == null ? place : place.at(entry.line());
    }

    Collection<YamlNode.Entry> entries() {
        return entries.values();
    }

    /** Refuses every key but these. */
    Section allow(Collection<String> known) {
        for (YamlNode.Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                throw place.at(entry.line()).unknown("unknown-key", entry.key(), known);
            }
        }
        return this;
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlNode.Entry::value);
    }

    YamlNode required(String key) {
        return node(key).orElseThrow(() -> place.fail("missing-key", key));
    }

    String text(String key) {
        return text(key, required(key));
    }

    Optional<String> optionalText(String key) {
        return node(key).map(node -> text(key, node));
    }

    String text(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && scalar.value() instanceof String text && !text.isBlank()) {
            return text;
        }
        throw place.at(node.line()).fail("expected-text", key);
    }

    /** A list of texts; one text alone counts as a list of one. */
    List<String> texts(String key) {
        YamlNode node = required(key);
        if (node instanceof YamlNode.Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items().stream().map(item -> text(key, item)).toList();
        }
        if (node instanceof YamlNode.Scalar) {
            return List.of(text(key, node));
        }
        throw place.at(node.line()).fail("expected-texts", key);
    }

    /** A whole number between two bounds, both allowed. */
    long integer(String key, long least, long most, long otherwise) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (!(node.get() instanceof YamlNode.Scalar scalar) || !(scalar.value() instanceof Long value)) {
            throw placeOf(key).fail("expected-integer", key);
        }
        if (value < least || value > most) {
            throw placeOf(key)
                    .fail("out-of-range", key, String.valueOf(least), String.valueOf(most), String.valueOf(value));
        }
        return value;
    }

    /** True or false. */
    boolean flag(String key, boolean otherwise) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof YamlNode.Scalar scalar && scalar.value() instanceof Boolean value) {
            return value;
        }
        throw placeOf(key).fail("expected-flag", key);
    }

    /** One of some words. */
    String choice(String key, String kind, Collection<String> known, Optional<String> otherwise) {
        String word = otherwise.isPresent() ? optionalText(key).orElse(otherwise.get()) : text(key);
        if (!known.contains(word)) {
            throw placeOf(key).unknown("unknown-" + kind, word, known);
        }
        return word;
    }

    /** The items of a list that is not empty. */
    List<YamlNode> items(String key) {
        if (required(key) instanceof YamlNode.Sequence sequence
                && !sequence.items().isEmpty()) {
            return sequence.items();
        }
        throw placeOf(key).fail("expected-list", key);
    }
}
