package fr.corpus.eval.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template over the fields of a row: {@code "{link}#{number}"}. A template that is one field alone keeps its list. {@code {a|b}} is
 * the first of two that the row has, {@code {a?}} may be missing. Immutable.
 *
 * @param text the template
 */
record Template(String text) {

    /** The row's number, from 0. */
    static final String ROW = "#";

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]+)\\}");

    /** The fields that it names. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            fields.addAll(List.of(paths(matcher.group(1))));
        }
        fields.remove(ROW);
        return fields;
    }

    /** Raised when a row lacks a field; the message is its name. */
    static final class MissingField extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingField(String field) {
            super(field, null, false, false);
        }
    }

    /** The texts that it gives for a row; null values give none. */
    List<String> texts(Map<String, ? extends @Nullable Object> row) {
        Matcher whole = FIELD.matcher(text);
        if (whole.matches()) {
            return flatten(value(row, whole.group(1)));
        }
        StringBuilder filled = new StringBuilder();
        Matcher matcher = FIELD.matcher(text);
        int from = 0;
        while (matcher.find()) {
            List<String> texts = flatten(value(row, matcher.group(1)));
            filled.append(text, from, matcher.start()).append(texts.isEmpty() ? "" : texts.get(0));
            from = matcher.end();
        }
        return List.of(filled.append(text, from, text.length()).toString());
    }

    /** The JSON value of a template that is one field. */
    Optional<Object> raw(Map<String, ? extends @Nullable Object> row) {
        Matcher whole = FIELD.matcher(text);
        return whole.matches() ? Optional.ofNullable(value(row, whole.group(1))) : Optional.empty();
    }

    private static String[] paths(String field) {
        return (field.endsWith("?") ? field.substring(0, field.length() - 1) : field).split("\\|");
    }

    private static @Nullable Object value(Map<String, ? extends @Nullable Object> row, String field) {
        for (String path : paths(field)) {
            try {
                return at(row, path);
            } catch (MissingField missing) {
                continue;
            }
        }
        if (field.endsWith("?")) {
            return null;
        }
        throw new MissingField(field);
    }

    private static @Nullable Object at(Map<String, ? extends @Nullable Object> row, String path) {
        if (row.containsKey(path)) {
            return row.get(path);
        }
        Object value = row;
        for (String name : path.split("\\.")) {
            value = step(value, name, path);
        }
        return value;
    }

    private static @Nullable Object step(@Nullable Object value, String name, String path) {
        if (value instanceof Map<?, ?> map && map.containsKey(name)) {
            return map.get(name);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> each = new ArrayList<>();
            list.forEach(element -> each.add(step(element, name, path)));
            return each;
        }
        throw new MissingField(path);
    }

    private static List<String> flatten(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(element -> texts.addAll(flatten(element)));
            return texts;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return List.of(String.valueOf(number.longValue()));
        }
        return List.of(String.valueOf(value));
    }
}
