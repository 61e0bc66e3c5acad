package fr.corpus.eval.pack;

import fr.corpus.internal.yaml.YamlNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One mapping of {@code pack.yaml}, read key by key; every failure says where. Immutable. */
final class PackSection {

    private final PackPlace place;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();

    private PackSection(PackPlace place, YamlNode.Mapping mapping) {
        this.place = place;
        mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
    }

    static PackSection of(PackPlace place, String what, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new PackSection(place.at(node.line()), mapping);
        }
        throw place.at(node.line()).fail("pack-expected-mapping", what);
    }

    PackSection allow(Collection<String> known) {
        for (YamlNode.Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                throw place.at(entry.line()).unknown("pack-unknown-key", entry.key(), known);
            }
        }
        return this;
    }

    PackPlace place() {
        return place;
    }

    PackPlace placeOf(String key) {
        YamlNode.Entry entry = entries.get(key);
        return entry == null ? place : place.at(entry.line());
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlNode.Entry::value);
    }

    private YamlNode required(String key) {
        return node(key).orElseThrow(() -> place.fail("pack-missing-key", key));
    }

    PackSection section(String key) {
        return of(placeOf(key), key, required(key));
    }

    Optional<PackSection> optionalSection(String key) {
        return node(key).map(node -> of(placeOf(key), key, node));
    }

    /** A scalar as written, numbers too. */
    String text(String key) {
        return text(key, required(key));
    }

    Optional<String> optionalText(String key) {
        return node(key).map(node -> text(key, node));
    }

    private String text(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw place.at(node.line()).fail("pack-expected-text", key);
    }

    /** A list of texts, or one text alone. */
    List<String> texts(String key) {
        YamlNode node = required(key);
        if (node instanceof YamlNode.Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items().stream().map(item -> text(key, item)).toList();
        }
        return List.of(text(key, node));
    }

    List<String> optionalTexts(String key) {
        return node(key).isEmpty() ? List.of() : texts(key);
    }

    /** A mapping from words to texts. */
    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        optionalSection(key)
                .ifPresent(section -> section.entries.keySet().forEach(name -> map.put(name, section.text(name))));
        return map;
    }

    long integer(String key, long least, long most, long otherwise) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (!(node.get() instanceof YamlNode.Scalar scalar)
                || !(scalar.value() instanceof Long value)
                || value < least
                || value > most) {
            throw placeOf(key).fail("pack-expected-integer", key, String.valueOf(least), String.valueOf(most));
        }
        return value;
    }

    String choice(String key, Collection<String> known) {
        String word = text(key);
        if (!known.contains(word)) {
            throw placeOf(key).unknown("pack-unknown-word", word, known);
        }
        return word;
    }

    List<PackSection> sections(String key) {
        if (required(key) instanceof YamlNode.Sequence sequence
                && !sequence.items().isEmpty()) {
            return sequence.items().stream().map(item -> of(place, key, item)).toList();
        }
        throw placeOf(key).fail("pack-expected-list", key);
    }
}
