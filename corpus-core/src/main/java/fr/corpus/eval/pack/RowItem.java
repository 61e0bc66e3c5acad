package fr.corpus.eval.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One row and the item that an adapter makes of it. Confined to one thread. */
record RowItem(Pack pack, Adapter adapter, Map<String, @Nullable Object> row) {

    /**
     * The item.
     *
     * @throws ItemFault if the row makes none
     */
    PackItem item() {
        return switch (pack.task()) {
            case MULTIPLE_CHOICE -> {
                List<String> choices = texts("choices");
                yield new PackItem.MultipleChoice(
                        facts(), optional("context"), text("question"), choices, answers(choices));
            }
            case MINIMAL_PAIRS -> new PackItem.MinimalPair(facts(), text("good"), text("bad"));
            case SHORT_ANSWER ->
                new PackItem.ShortAnswer(
                        facts(),
                        optional("context"),
                        text("question"),
                        texts("answers").stream().distinct().toList());
            case GENERATION -> new PackItem.Generation(facts(), text("input"), texts("references"));
            case INSTRUCTIONS -> new PackItem.Instructions(facts(), text("prompt"), instructions());
        };
    }

    private ItemFacts facts() {
        Map<String, String> tags = new TreeMap<>();
        adapter.tags().forEach((name, template) -> {
            List<String> texts = new Template(template).texts(row);
            if (!texts.isEmpty()) {
                tags.put(name, String.join(" ", texts));
            }
        });
        return new ItemFacts(
                optional("id").orElseGet(() -> String.valueOf(row.get(Template.ROW))),
                optional("variety").orElse(pack.variety()),
                tags,
                optional("cluster"),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (String template : adapter.fields().getOrDefault(field, List.of())) {
            texts.addAll(new Template(template).texts(row));
        }
        return texts;
    }

    private Optional<String> optional(String field) {
        List<String> texts = texts(field);
        return texts.isEmpty() || texts.get(0).isBlank() ? Optional.empty() : Optional.of(texts.get(0));
    }

    private String text(String field) {
        return optional(field).orElseThrow(() -> new ItemFault("empty", field));
    }

    private List<Integer> answers(List<String> choices) {
        TreeSet<Integer> answers = new TreeSet<>();
        for (String value : texts("answer")) {
            answers.add(adapter.answers()
                    .choice(value.strip(), choices)
                    .orElseThrow(() -> new ItemFault("no-choice", value, choices.size())));
        }
        return List.copyOf(answers);
    }

    private List<Instruction> instructions() {
        List<String> ids = texts("instructions");
        List<?> arguments = adapter.fields().getOrDefault("arguments", List.of()).stream()
                .findFirst()
                .flatMap(template -> new Template(template).raw(row))
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .orElseGet(List::of);
        if (arguments.size() != ids.size()) {
            throw new ItemFault("arguments-count", ids.size(), arguments.size());
        }
        List<Instruction> instructions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            instructions.add(Instruction.of(ids.get(i), ItemJson.asMap("arguments", arguments.get(i))));
        }
        return instructions;
    }
}
