package fr.corpus.eval.instruct;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The arguments of an instruction, read by name and type. Immutable.
 *
 * @param verifier whose arguments they are, for messages
 * @param values as in JSON
 */
record Arguments(String verifier, Map<String, Object> values) {

    private RecipeException fail(String name, String type) {
        return new RecipeException(UserMessage.of("eval.instruction-argument", verifier, name, UserMessage.of(type)));
    }

    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw fail(name, "eval.type-text");
    }

    String text(String name, String otherwise) {
        return values.containsKey(name) ? text(name) : otherwise;
    }

    long number(String name) {
        Object value = values.get(name);
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number && number == Math.rint(number)) {
            return number.longValue();
        }
        throw fail(name, "eval.type-number");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> texts(String name) {
        if (values.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw fail(name, "eval.type-texts");
    }

    Map<String, String> map(String name) {
        if (!(values.get(name) instanceof Map<?, ?> map)) {
            throw fail(name, "eval.type-object");
        }
        Map<String, String> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    /** Whether a count stands in the relation that M-IFEval's arguments name: “moins de” or “au moins”. */
    boolean relates(long count, String threshold, String relation) {
        return switch (text(relation)) {
            case "moins de" -> count < number(threshold);
            case "au moins" -> count >= number(threshold);
            default -> throw fail(relation, "eval.type-relation");
        };
    }
}
