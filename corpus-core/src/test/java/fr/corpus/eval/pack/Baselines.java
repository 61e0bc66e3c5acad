package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.internal.yaml.YamlNode;
import fr.corpus.internal.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers of simple models to a pack, and the figures that its {@code expected.yaml} promises for them. */
final class Baselines {

    private Baselines() {}

    /** The letter of the right answer. */
    static String right(PackItem item) {
        if (item instanceof PackItem.MinimalPair pair) {
            return pair.goodFirst() ? "A" : "B";
        }
        return PackItem.letter(((PackItem.MultipleChoice) item).answers().get(0));
    }

    /** How many items a model gets right, its texts being read by the pack's own rule of extraction. */
    static long right(StoredPack stored, Function<PackItem, String> model) throws IOException {
        return stored.items().stream()
                .filter(item -> Extraction.of(stored.pack().extraction(), item, model.apply(item))
                        .value()
                        .equals(right(item)))
                .count();
    }

    static List<PackItem.MinimalPair> pairs(StoredPack stored) throws IOException {
        return stored.items().stream().map(PackItem.MinimalPair.class::cast).toList();
    }

    /** A mapping of {@code expected.yaml}. */
    static Map<String, Long> expected(StoredPack stored, String key) throws IOException {
        YamlNode.Mapping root = (YamlNode.Mapping)
                YamlText.parse(stored.expected().orElseThrow().getBytes(StandardCharsets.UTF_8), "expected.yaml");
        Map<String, Long> values = new TreeMap<>();
        for (YamlNode.Entry entry : root.entries()) {
            if (entry.key().equals(key)) {
                ((YamlNode.Mapping) entry.value())
                        .entries()
                        .forEach(one -> values.put(one.key(), (Long) ((YamlNode.Scalar) one.value()).value()));
            }
        }
        return values;
    }

    /** Number of items by a tag. */
    static Map<String, Long> groups(List<PackItem> items, String tag) {
        Map<String, Long> groups = new TreeMap<>();
        items.forEach(item -> groups.merge(item.facts().tags().get(tag), 1L, Long::sum));
        return groups;
    }

    /** French marks: no straight apostrophe, no-break spaces where they belong. */
    static void assertTypography(String text) {
        assertThat(text)
                .doesNotContain("'")
                .doesNotContainPattern("[ \\p{L}\\d][:;?!»](?:[\\s,.]|$)")
                .doesNotContainPattern("« |  ");
    }
}
