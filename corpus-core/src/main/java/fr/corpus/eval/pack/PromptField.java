package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of prompt templates: {@code {question}}, {@code {choices}} and so on. Thread-safe. */
final class PromptField {

    private static final Pattern FIELD = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*)\\}");

    private PromptField() {}

    /** The names of the fields that a template uses, in order. */
    static List<String> names(String template) {
        List<String> names = new ArrayList<>();
        Matcher matcher = FIELD.matcher(template);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The names that templates of a task may use. */
    static List<String> allowed(Task task) {
        return switch (task) {
            case MULTIPLE_CHOICE -> List.of("context", "question", "choices", "letters");
            case MINIMAL_PAIRS -> List.of("sentence-a", "sentence-b");
            case SHORT_ANSWER -> List.of("context", "question");
            case GENERATION -> List.of("input");
            case INSTRUCTIONS -> List.of("prompt");
        };
    }

    static String fill(String template, PackItem item) {
        Map<String, String> values = values(item);
        StringBuilder text = new StringBuilder();
        Matcher matcher = FIELD.matcher(template);
        int from = 0;
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new RecipeException(
                        UserMessage.of("eval.pack-prompt-field", matcher.group(1), String.join(", ", values.keySet())));
            }
            text.append(template, from, matcher.start()).append(value);
            from = matcher.end();
        }
        return text.append(template, from, template.length()).toString();
    }

    private static Map<String, String> values(PackItem item) {
        Map<String, String> values = new TreeMap<>();
        if (item instanceof PackItem.MultipleChoice choice) {
            values.put("context", choice.context().orElse(""));
            values.put("question", choice.question());
            values.put("choices", lettered(choice.choices()));
            values.put("letters", letters(choice.choices().size()));
        } else if (item instanceof PackItem.MinimalPair pair) {
            values.put("sentence-a", pair.first());
            values.put("sentence-b", pair.second());
        } else if (item instanceof PackItem.ShortAnswer asked) {
            values.put("context", asked.context().orElse(""));
            values.put("question", asked.question());
        } else if (item instanceof PackItem.Generation generation) {
            values.put("input", generation.input());
        } else if (item instanceof PackItem.Instructions instructions) {
            values.put("prompt", instructions.prompt());
        }
        return values;
    }

    private static String lettered(List<String> choices) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            lines.add(PackItem.letter(i) + ". " + choices.get(i));
        }
        return String.join("\n", lines);
    }

    private static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(i == 0 ? "" : i == count - 1 ? " ou " : ", ").append(PackItem.letter(i));
        }
        return letters.toString();
    }
}
