package fr.corpus.eval.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the {@code adapter} of a {@code pack.yaml}. Thread-safe. */
final class AdapterReader {

    private static final List<String> OWN =
            List.of("format", "columns", "quoted-tabs", "where", "tags", "answer-as", "answer-map");
    private static final List<String> FACTS = List.of("id", "variety", "cluster");

    private AdapterReader() {}

    /** The fields of an item that an adapter may fill. */
    static List<String> fields(Task task) {
        List<String> own = switch (task) {
            case MULTIPLE_CHOICE -> List.of("context", "question", "choices", "answer");
            case MINIMAL_PAIRS -> List.of("good", "bad");
            case SHORT_ANSWER -> List.of("context", "question", "answers");
            case GENERATION -> List.of("input", "references");
            case INSTRUCTIONS -> List.of("prompt", "instructions", "arguments");
        };
        return Stream.concat(FACTS.stream(), own.stream()).toList();
    }

    static Adapter read(PackSection section, Task task) {
        List<String> fields = fields(task);
        section.allow(Stream.concat(OWN.stream(), fields.stream()).toList());
        Adapter.Format format = word(section, "format", Adapter.Format.values(), Adapter.Format::word);
        Map<String, List<String>> templates = new LinkedHashMap<>();
        if (format == Adapter.Format.SQUAD) {
            templates.putAll(SquadRows.TABLE);
        }
        for (String field : fields) {
            if (section.node(field).isPresent()) {
                templates.put(field, section.texts(field));
            }
        }
        return new Adapter(
                format,
                section.optionalTexts("columns"),
                section.optionalText("quoted-tabs").equals(Optional.of("true")),
                section.map("where"),
                templates,
                section.map("tags"),
                answers(section));
    }

    private static Adapter.AnswerRule answers(PackSection section) {
        if (section.node("answer-as").isEmpty()) {
            return Adapter.AnswerRule.FROM_0;
        }
        Map<String, Integer> map = new LinkedHashMap<>();
        Optional<PackSection> words = section.optionalSection("answer-map");
        for (String key : section.map("answer-map").keySet()) {
            map.put(key, (int) words.orElseThrow().integer(key, 0, 999, 0));
        }
        return new Adapter.AnswerRule(
                word(section, "answer-as", Adapter.AnswerForm.values(), Adapter.AnswerForm::word), map);
    }

    private static <E> E word(
            PackSection section, String key, E[] values, java.util.function.Function<E, String> word) {
        List<String> words = new ArrayList<>();
        Arrays.stream(values).map(word).forEach(words::add);
        return values[words.indexOf(section.choice(key, words))];
    }
}
