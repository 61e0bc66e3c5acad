package fr.corpus.release;

import fr.corpus.hash.Digest;
import fr.corpus.internal.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON document of ours, whose fields are asked for by name and kind. Immutable.
 *
 * <p>A field that is missing or of another kind is an {@link IllegalArgumentException} that names its path: the document is
 * not what it should be.
 */
final class JsonNode {

    private static final Pattern PLACE = Pattern.compile("\\$[^ ]*|[0-9]+:[0-9]+");

    private final String path;
    private final Map<?, ?> fields;

    private JsonNode(String path, Map<?, ?> fields) {
        this.path = path;
        this.fields = fields;
    }

    static JsonNode parse(byte[] utf8) {
        return of("$", JsonTree.parse(utf8));
    }

    /** Where a document is not what it should be: a path such as {@code $.counts.read}, or line and column, or nothing. */
    static String place(IllegalArgumentException fault) {
        String message = String.valueOf(fault.getMessage());
        int colon = message.indexOf(": ");
        return colon > 0 && PLACE.matcher(message.substring(0, colon)).matches() ? message.substring(0, colon) : "–";
    }

    private static JsonNode of(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonNode(path, map);
        }
        throw new IllegalArgumentException(path + ": expected an object");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return field(name) instanceof String text ? text : fail(name, "a text");
    }

    long number(String name) {
        return field(name) instanceof Long number ? number : fail(name, "a whole number");
    }

    boolean truth(String name) {
        return field(name) instanceof Boolean truth ? truth : fail(name, "true or false");
    }

    List<Integer> places(String name) {
        List<Integer> places = new ArrayList<>();
        for (Object value : list(name)) {
            boolean place = value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE;
            places.add(place ? ((Long) value).intValue() : fail(name, "a list of places"));
        }
        return places;
    }

    JsonNode object(String name) {
        return of(path + "." + name, field(name));
    }

    Digest digest(String name) {
        try {
            return Digest.parse(text(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + name + ": expected a SHA-256 value", e);
        }
    }

    /** The value as {@link JsonTree} gives it. */
    @Nullable
    Object raw(String name) {
        return field(name);
    }

    List<JsonNode> objects(String name) {
        List<JsonNode> objects = new ArrayList<>();
        for (Object value : list(name)) {
            objects.add(of(path + "." + name + "[" + objects.size() + "]", value));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(name)) {
            texts.add(value instanceof String text ? text : fail(name, "a list of texts"));
        }
        return texts;
    }

    Map<String, String> textsByName(String name) {
        JsonNode object = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Object key : object.fields.keySet()) {
            texts.put((String) key, object.text((String) key));
        }
        return texts;
    }

    private List<?> list(String name) {
        return field(name) instanceof List<?> list ? list : fail(name, "a list");
    }

    private @Nullable Object field(String name) {
        return fields.get(name);
    }

    private <T> T fail(String name, String expected) {
        throw new IllegalArgumentException(path + "." + name + ": expected " + expected + ", found " + found(name));
    }

    private String found(String name) {
        return fields.containsKey(name) ? String.valueOf(fields.get(name)) : "nothing";
    }
}
