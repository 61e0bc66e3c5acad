package fr.corpus.license;

import fr.corpus.document.LicenseId;
import fr.corpus.internal.yaml.YamlNode;
import fr.corpus.internal.yaml.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code catalog.yaml}, version 1 (docs/formats/license-catalog.md). The file is part of the library, so any fault in
 * it is a programmer's error, told with its line.
 */
final class CatalogFile {

    private static final Set<String> KEYS =
            Set.of("id", "names", "url", "grants", "duties", "rank", "compatible-with", "aliases", "notes");

    private final String name;

    private CatalogFile(String name) {
        this.name = name;
    }

    /**
     * The licences of a file.
     *
     * @throws IllegalArgumentException if the file is not a catalogue of version 1
     */
    static List<License> parse(byte[] yaml, String name) {
        CatalogFile file = new CatalogFile(name);
        Map<String, YamlNode> root = file.mapping(YamlText.parse(yaml, name), Set.of("catalog", "licenses"));
        YamlNode version = file.need(root, "catalog", 1);
        if (!file.text(version).equals("1")) {
            throw file.fail(version.line(), "catalog: need 1, got " + file.text(version));
        }
        return file.items(file.need(root, "licenses", 1)).stream()
                .map(file::license)
                .toList();
    }

    private License license(YamlNode node) {
        Map<String, YamlNode> keys = mapping(node, KEYS);
        int line = node.line();
        Map<String, YamlNode> names = mapping(need(keys, "names", line), Set.of("en", "fr"));
        return new License(
                LicenseId.of(text(need(keys, "id", line))),
                text(need(names, "en", line)),
                text(need(names, "fr", line)),
                Optional.ofNullable(keys.get("url")).map(this::text),
                grants(need(keys, "grants", line)),
                items(need(keys, "duties", line)).stream()
                        .map(item -> word(item, Duty.values(), Duty::word))
                        .collect(Collectors.toSet()),
                rank(need(keys, "rank", line)),
                texts(keys.get("compatible-with")).stream().map(LicenseId::of).collect(Collectors.toSet()),
                texts(keys.get("aliases")),
                Optional.ofNullable(keys.get("notes")).map(this::text).orElse(""));
    }

    private Map<Use, Permission> grants(YamlNode node) {
        Map<String, YamlNode> keys =
                mapping(node, Arrays.stream(Use.values()).map(Use::word).collect(Collectors.toSet()));
        Map<Use, Permission> grants = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            grants.put(use, word(need(keys, use.word(), node.line()), Permission.values(), Permission::word));
        }
        return grants;
    }

    private int rank(YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar && scalar.value() instanceof Long rank)) {
            throw fail(node.line(), "rank: need a whole number");
        }
        return Math.toIntExact(rank);
    }

    private <E> E word(YamlNode node, E[] values, Function<E, String> word) {
        String text = text(node);
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> fail(
                        node.line(),
                        "need one of " + Arrays.stream(values).map(word).toList() + ", got " + text));
    }

    private Map<String, YamlNode> mapping(YamlNode node, Set<String> allowed) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw fail(node.line(), "need keys and values");
        }
        Map<String, YamlNode> keys = new TreeMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!allowed.contains(entry.key())) {
                throw fail(entry.line(), "unknown key " + entry.key());
            }
            keys.put(entry.key(), entry.value());
        }
        return keys;
    }

    private YamlNode need(Map<String, YamlNode> keys, String key, int line) {
        YamlNode node = keys.get(key);
        if (node == null) {
            throw fail(line, "missing key " + key);
        }
        return node;
    }

    private List<String> texts(@Nullable YamlNode node) {
        List<String> texts = new ArrayList<>();
        if (node != null) {
            items(node).forEach(item -> texts.add(text(item)));
        }
        return texts;
    }

    private List<YamlNode> items(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw fail(node.line(), "need a list");
        }
        return sequence.items();
    }

    private String text(YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            throw fail(node.line(), "need one value");
        }
        return scalar.text();
    }

    private IllegalArgumentException fail(int line, String problem) {
        return new IllegalArgumentException(name + ":" + line + ": " + problem);
    }
}
