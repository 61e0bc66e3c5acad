package fr.corpus.read;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the fields of a record stand in JSON objects or Parquet rows. Immutable.
 *
 * <p>A path is names joined by dots, from the outside inward: {@code meta.url}; a dot that belongs to a name is written
 * {@code \.} and a backslash {@code \\}.
 *
 * @param paths the path of each mapped field; the text is always mapped
 */
public record FieldMapping(Map<RecordField, String> paths) {

    /** The text in {@code text}, the id in {@code id}, nothing else. */
    public static final FieldMapping DEFAULT = new FieldMapping(Map.of(RecordField.TEXT, "text", RecordField.ID, "id"));

    public FieldMapping {
        if (!paths.containsKey(RecordField.TEXT)) {
            throw new IllegalArgumentException("the text is not mapped: " + paths);
        }
        EnumMap<RecordField, String> copy = new EnumMap<>(paths);
        copy.values().forEach(FieldMapping::segments);
        paths = copy;
    }

    /**
     * The mapping that a recipe gives under {@code fields}, by the keys of {@link RecordField}; text and id keep their
     * default where it says nothing.
     *
     * @throws RecipeException if a key is unknown or a path has an empty name
     */
    public static FieldMapping of(Map<String, String> fields) {
        EnumMap<RecordField, String> paths = new EnumMap<>(DEFAULT.paths);
        fields.forEach((key, path) -> {
            try {
                segments(path);
            } catch (IllegalArgumentException e) {
                throw new RecipeException(UserMessage.of("read.bad-field-path", key, path), e);
            }
            paths.put(field(key), path);
        });
        return new FieldMapping(paths);
    }

    /** The same mapping with one field elsewhere. */
    public FieldMapping with(RecordField field, String path) {
        EnumMap<RecordField, String> changed = new EnumMap<>(paths);
        changed.put(field, path);
        return new FieldMapping(changed);
    }

    /** The names on the way to a field, at least one, or nothing when the field is not mapped. */
    public Optional<List<String>> path(RecordField field) {
        return Optional.ofNullable(paths.get(field)).map(FieldMapping::segments);
    }

    @Override
    public Map<RecordField, String> paths() {
        return new EnumMap<>(paths);
    }

    private static RecordField field(String key) {
        for (RecordField field : RecordField.values()) {
            if (field.key().equals(key)) {
                return field;
            }
        }
        String known = Arrays.stream(RecordField.values()).map(RecordField::key).collect(Collectors.joining(", "));
        throw new RecipeException(UserMessage.of("read.unknown-field", key, known));
    }

    private static List<String> segments(String path) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '.') {
                addName(names, name, path);
            } else {
                name.append(c == '\\' && i + 1 < path.length() ? path.charAt(++i) : c);
            }
        }
        addName(names, name, path);
        return List.copyOf(names);
    }

    private static void addName(List<String> names, StringBuilder name, String path) {
        if (name.length() == 0) {
            throw new IllegalArgumentException("an empty name in the path \"" + path + "\"");
        }
        names.add(name.toString());
        name.setLength(0);
    }
}
