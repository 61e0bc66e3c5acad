package fr.corpus.eval.cases;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Named values of one case, checked as they are asked for; a null is a value not given. Immutable.
 *
 * @param values as parsed from JSON
 */
public record Options(Map<String, @Nullable Object> values) {

    public Options {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Yes or no. */
    boolean flag(String name, boolean otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw bad(name, value, "true, false");
    }

    /** A whole number within bounds. */
    int whole(String name, int otherwise, int least, int most) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= least && number <= most) {
            return number.intValue();
        }
        throw bad(name, value, least + "–" + most);
    }

    /** A seed. */
    long seed(String name, long otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw bad(name, value, "0–" + Long.MAX_VALUE);
    }

    /** A finite number that is not negative. */
    OptionalDouble number(String name) {
        Object value = values.get(name);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue()) && number.doubleValue() >= 0) {
            return OptionalDouble.of(number.doubleValue());
        }
        throw bad(name, value, "≥ 0");
    }

    /** One of several words. */
    <T> T choice(String name, T otherwise, T[] allowed, Function<T, String> key) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        for (T one : allowed) {
            if (key.apply(one).equals(value)) {
                return one;
            }
        }
        throw bad(name, value, String.join(", ", Arrays.stream(allowed).map(key).toList()));
    }

    /** A text that must be there. */
    String text(String name) {
        Object value = values.get(name);
        if (value instanceof String text) {
            return text;
        }
        throw value == null ? missing(name) : bad(name, value, "\"…\"");
    }

    /** A list of texts that must be there. */
    List<String> texts(String name) {
        return strings(name, list(name, values.get(name)));
    }

    /** A list of lists of texts, in which a text may be missing. */
    List<List<@Nullable String>> streams(String name) {
        List<List<@Nullable String>> streams = new ArrayList<>();
        for (Object stream : list(name, values.get(name))) {
            List<@Nullable String> texts = new ArrayList<>();
            for (Object text : list(name, stream)) {
                if (text != null && !(text instanceof String)) {
                    throw bad(name, text, "\"…\", null");
                }
                texts.add((String) text);
            }
            streams.add(texts);
        }
        return streams;
    }

    private static List<String> strings(String name, List<?> list) {
        List<String> texts = new ArrayList<>();
        for (Object text : list) {
            if (!(text instanceof String string)) {
                throw bad(name, text, "\"…\"");
            }
            texts.add(string);
        }
        return texts;
    }

    private static List<?> list(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw value == null ? missing(name) : bad(name, value, "[…]");
    }

    private static MalformedSourceException missing(String name) {
        return new MalformedSourceException(UserMessage.of("eval.field-missing", name));
    }

    static MalformedSourceException bad(String name, @Nullable Object value, String allowed) {
        return new MalformedSourceException(UserMessage.of("eval.bad-value", name, shown(value), allowed));
    }

    /** A value short enough for a sentence; texts of a case are never shown whole. */
    private static String shown(@Nullable Object value) {
        String text = value instanceof List<?> ? "[…]" : value instanceof Map<?, ?> ? "'{…}'" : String.valueOf(value);
        return text.codePointCount(0, text.length()) > 40
                ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…"
                : text;
    }
}
