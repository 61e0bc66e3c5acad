package fr.corpus.eval.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Items as JSON objects and back (docs/formats/eval-pack.md, “Items”). Thread-safe. */
final class ItemJson {

    private ItemJson() {}

    static Map<String, Object> of(PackItem item) {
        Map<String, Object> json = new TreeMap<>();
        ItemFacts facts = item.facts();
        json.put("id", facts.id());
        json.put("variety", facts.variety());
        if (!facts.tags().isEmpty()) {
            json.put("tags", facts.tags());
        }
        facts.cluster().ifPresent(value -> json.put("cluster", value));
        facts.rationale().ifPresent(value -> json.put("rationale", value));
        facts.source().ifPresent(value -> json.put("source", value));
        if (item instanceof PackItem.MultipleChoice choice) {
            choice.context().ifPresent(value -> json.put("context", value));
            json.put("question", choice.question());
            json.put("choices", choice.choices());
            json.put("answers", choice.answers());
        } else if (item instanceof PackItem.MinimalPair pair) {
            json.put("good", pair.good());
            json.put("bad", pair.bad());
        } else if (item instanceof PackItem.ShortAnswer asked) {
            asked.context().ifPresent(value -> json.put("context", value));
            json.put("question", asked.question());
            json.put("answers", asked.answers());
        } else if (item instanceof PackItem.Generation generation) {
            json.put("input", generation.input());
            json.put("references", generation.references());
        } else if (item instanceof PackItem.Instructions instructions) {
            json.put("prompt", instructions.prompt());
            json.put(
                    "instructions",
                    instructions.instructions().stream()
                            .map(one -> Map.of("id", one.id(), "arguments", one.arguments()))
                            .toList());
        }
        return json;
    }

    /**
     * An item from its object.
     *
     * @throws ItemFault if it is not an item of the task
     */
    static PackItem parse(@Nullable Object value, Task task) {
        Fields fields = new Fields(asMap("item", value));
        ItemFacts facts = new ItemFacts(
                fields.text("id"),
                fields.text("variety").intern(), // one text for millions of items
                texts(fields.map.remove("tags")),
                fields.optional("cluster"),
                fields.optional("rationale"),
                fields.optional("source"));
        PackItem item = switch (task) {
            case MULTIPLE_CHOICE ->
                new PackItem.MultipleChoice(
                        facts,
                        fields.optional("context"),
                        fields.text("question"),
                        fields.texts("choices"),
                        fields.numbers("answers"));
            case MINIMAL_PAIRS -> new PackItem.MinimalPair(facts, fields.text("good"), fields.text("bad"));
            case SHORT_ANSWER ->
                new PackItem.ShortAnswer(
                        facts, fields.optional("context"), fields.text("question"), fields.texts("answers"));
            case GENERATION -> new PackItem.Generation(facts, fields.text("input"), fields.texts("references"));
            case INSTRUCTIONS -> new PackItem.Instructions(facts, fields.text("prompt"), fields.instructions());
        };
        if (!fields.map.isEmpty()) {
            throw new ItemFault("unknown-field", String.join(", ", fields.map.keySet()));
        }
        return item;
    }

    private static Map<String, String> texts(@Nullable Object tags) {
        Map<String, String> texts = new TreeMap<>();
        if (tags != null) {
            asMap("tags", tags).forEach((name, value) -> texts.put(name, asText("tags", value)));
        }
        return texts;
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    static Map<String, @Nullable Object> asMap(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>((Map<String, @Nullable Object>) map);
        }
        throw new ItemFault("need-object", field);
    }

    private static String asText(String field, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new ItemFault("need-text", field);
    }

    private static List<?> asList(String field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new ItemFault("need-list", field);
    }

    /** Fields are taken out as they are read; what is left is unknown. */
    private record Fields(Map<String, @Nullable Object> map) {

        String text(String field) {
            return asText(field, map.remove(field));
        }

        Optional<String> optional(String field) {
            return map.containsKey(field) ? Optional.of(text(field)) : Optional.empty();
        }

        List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            asList(field, map.remove(field)).forEach(value -> texts.add(asText(field, value)));
            return texts;
        }

        List<Integer> numbers(String field) {
            List<Integer> numbers = new ArrayList<>();
            for (Object value : asList(field, map.remove(field))) {
                if (!(value instanceof Long number) || number < 0 || number > Integer.MAX_VALUE) {
                    throw new ItemFault("need-whole", field);
                }
                numbers.add(number.intValue());
            }
            return numbers;
        }

        List<Instruction> instructions() {
            List<Instruction> instructions = new ArrayList<>();
            for (Object value : asList("instructions", map.remove("instructions"))) {
                Map<String, @Nullable Object> one = asMap("instructions", value);
                instructions.add(Instruction.of(
                        asText("instructions.id", one.get("id")),
                        one.containsKey("arguments")
                                ? asMap("instructions.arguments", one.get("arguments"))
                                : Map.of()));
            }
            return instructions;
        }
    }
}
