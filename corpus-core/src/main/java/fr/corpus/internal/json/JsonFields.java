package fr.corpus.internal.json;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One object of canonical JSON, each field asked for by name and kind. Confined to one thread. */
public final class JsonFields {

    private final Function<String, MalformedSourceException> refusal;
    private final Map<String, Object> fields;
    private final Set<String> unread;

    private JsonFields(Function<String, MalformedSourceException> refusal, Map<String, Object> fields) {
        this.refusal = refusal;
        this.fields = fields;
        this.unread = new TreeSet<>(fields.keySet());
    }

    /**
     * Reads an object.
     *
     * @param refusal makes the exception that names what is missing, wrong or too much
     * @throws MalformedSourceException if the bytes are not one object in canonical form
     */
    public static JsonFields parse(byte[] bytes, Function<String, MalformedSourceException> refusal) {
        Object value;
        try {
            value = JsonTree.parse(bytes);
            if (!Arrays.equals(CanonicalJson.of(value), bytes)) {
                throw refusal.apply("canonical");
            }
        } catch (IllegalArgumentException | StackOverflowError e) {
            MalformedSourceException refused = refusal.apply("JSON");
            refused.addSuppressed(e);
            throw refused;
        }
        return of(refusal, value, "object");
    }

    private static JsonFields of(
            Function<String, MalformedSourceException> refusal, @Nullable Object value, String name) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refusal.apply(name);
        }
        Map<String, Object> fields = new TreeMap<>();
        map.forEach((key, field) -> {
            if (field == null) {
                throw refusal.apply(String.valueOf(key));
            }
            fields.put((String) key, field);
        });
        return new JsonFields(refusal, fields);
    }

    /** A refusal that names a field. */
    public MalformedSourceException wrong(String name) {
        return refusal.apply(name);
    }

    /** Whether there is a field of this name. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Names of all fields, ascending. */
    public Set<String> names() {
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

    /** A text. */
    public String text(String name) {
        if (take(name) instanceof String text) {
            return text;
        }
        throw wrong(name);
    }

    /** A whole number from 0 to {@code max}. */
    public long number(String name, long max) {
        if (take(name) instanceof Long number && number >= 0 && number <= max) {
            return number;
        }
        throw wrong(name);
    }

    /** A moment as {@link Instant#toString} writes it, in a year of four digits: one spelling for every reader. */
    public Instant time(String name) {
        String text = text(name);
        try {
            Instant time = Instant.parse(text);
            if (text.charAt(0) < '0' || text.charAt(0) > '9' || !time.toString().equals(text)) {
                throw wrong(name);
            }
            return time;
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    /** A digest in 64 lower-case hexadecimal digits. */
    public Digest digest(String name) {
        return digest(text(name), name);
    }

    /** The same where the field is there. */
    public Optional<Digest> optionalDigest(String name) {
        return has(name) ? Optional.of(digest(name)) : Optional.empty();
    }

    private Digest digest(String hex, String name) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw wrong(name);
        }
        return Digest.parse(hex);
    }

    /** What a word was found to stand for. */
    public <T> T word(Optional<T> found, String name) {
        return found.orElseThrow(() -> wrong(name));
    }

    /** An object. */
    public JsonFields object(String name) {
        return of(refusal, take(name), name);
    }

    /** Whether a field is an array. */
    public boolean isList(String name) {
        return fields.get(name) instanceof List<?>;
    }

    private List<?> list(String name) {
        if (take(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name);
    }

    /** An array of texts. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw wrong(name);
            }
            texts.add(text);
        }
        return texts;
    }

    /** An array of digests. */
    public List<Digest> digests(String name) {
        return texts(name).stream().map(hex -> digest(hex, name)).toList();
    }

    /** An array of objects. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        list(name).forEach(item -> objects.add(of(refusal, item, name)));
        return objects;
    }

    /** Refuses fields that nobody asked for. */
    public void end() {
        if (!unread.isEmpty()) {
            throw wrong(unread.iterator().next());
        }
    }
}
