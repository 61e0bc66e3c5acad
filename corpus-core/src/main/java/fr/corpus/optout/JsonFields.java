package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.json.JsonTree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One object of canonical JSON, each field asked for by name and kind. Confined to one thread. */
final class JsonFields {

    private final String what;
    private final Map<String, Object> fields;
    private final Set<String> unread;

    private JsonFields(String what, Map<String, Object> fields) {
        this.what = what;
        this.fields = fields;
        this.unread = new TreeSet<>(fields.keySet());
    }

    /**
     * Reads an object.
     *
     * @param what names it in messages: {@code entry} or {@code record}
     * @throws MalformedSourceException if the bytes are not one object in canonical form
     */
    static JsonFields parse(String what, byte[] bytes) {
        Object value;
        try {
            value = JsonTree.parse(bytes);
            if (!Arrays.equals(CanonicalJson.of(value), bytes)) {
                throw malformed(what, "canonical");
            }
        } catch (IllegalArgumentException | StackOverflowError e) {
            throw new MalformedSourceException(UserMessage.of("optout.malformed." + what, "JSON"), e);
        }
        return of(what, value, "object");
    }

    private static JsonFields of(String what, @Nullable Object value, String name) {
        if (!(value instanceof Map<?, ?> map)) {
            throw malformed(what, name);
        }
        Map<String, Object> fields = new TreeMap<>();
        map.forEach((key, field) -> {
            if (field == null) {
                throw malformed(what, String.valueOf(key));
            }
            fields.put((String) key, field);
        });
        return new JsonFields(what, fields);
    }

    private static MalformedSourceException malformed(String what, String name) {
        return new MalformedSourceException(UserMessage.of("optout.malformed." + what, name));
    }

    /** A refusal that names a field. */
    MalformedSourceException wrong(String name) {
        return malformed(what, name);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Set<String> names() {
        return fields.keySet();
    }

    private Object take(String name) {
        unread.remove(name);
        Object value = fields.get(name);
        if (value == null) {
            throw wrong(name);
        }
        return value;
    }

    String text(String name) {
        if (take(name) instanceof String text) {
            return text;
        }
        throw wrong(name);
    }

    /** A whole number from 0 to {@code max}. */
    long number(String name, long max) {
        if (take(name) instanceof Long number && number >= 0 && number <= max) {
            return number;
        }
        throw wrong(name);
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    Digest digest(String name) {
        return digest(text(name), name);
    }

    Optional<Digest> optionalDigest(String name) {
        return has(name) ? Optional.of(digest(name)) : Optional.empty();
    }

    private Digest digest(String hex, String name) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw wrong(name);
        }
        return Digest.parse(hex);
    }

    <T> T word(Optional<T> found, String name) {
        return found.orElseThrow(() -> wrong(name));
    }

    JsonFields object(String name) {
        return of(what, take(name), name);
    }

    boolean isList(String name) {
        return fields.get(name) instanceof List<?>;
    }

    private List<?> list(String name) {
        if (take(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw wrong(name);
            }
            texts.add(text);
        }
        return texts;
    }

    List<Digest> digests(String name) {
        return texts(name).stream().map(hex -> digest(hex, name)).toList();
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        list(name).forEach(item -> objects.add(of(what, item, name)));
        return objects;
    }

    /** Refuses fields that nobody asked for. */
    void end() {
        if (!unread.isEmpty()) {
            throw wrong(unread.iterator().next());
        }
    }
}
