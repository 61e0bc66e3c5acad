package fr.corpus.eval.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes JSON values of other tools apart; what is not of the kind asked for is absent. Thread-safe. */
public final class JsonValues {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,400}(\\.[0-9]{0,400})?([eE][-+]?[0-9]{1,4})?");

    private JsonValues() {}

    /** An object; empty for anything else. */
    public static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, one) -> map.put(String.valueOf(key), one));
        }
        return map;
    }

    /** A list; empty for anything else. */
    public static List<@Nullable Object> list(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        if (value instanceof List<?> found) {
            list.addAll(found);
        }
        return list;
    }

    /** A text. */
    public static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A text, or a whole number as text: ids are written either way. */
    public static Optional<String> id(@Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Optional.of(String.valueOf(number.longValue()));
        }
        return value instanceof String || value instanceof Long ? Optional.of(String.valueOf(value)) : Optional.empty();
    }

    /** A whole number. */
    public static OptionalLong whole(@Nullable Object value) {
        return value instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** A number, also one in a text or a boolean as 1 or 0. */
    public static OptionalDouble number(@Nullable Object value) {
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (value instanceof Boolean flag) {
            return OptionalDouble.of(flag ? 1 : 0);
        }
        if (value instanceof String text) {
            return parsed(text.strip());
        }
        return OptionalDouble.empty();
    }

    /** Decimal digits, or as Python prints what is not finite. */
    private static OptionalDouble parsed(String text) {
        return switch (text) {
            case "inf", "Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                DECIMAL.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
        };
    }

    /** All texts in a value, however deep; numbers as texts. */
    public static void strings(@Nullable Object value, List<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> strings(one, into));
        } else if (value instanceof List<?> list) {
            list.forEach(one -> strings(one, into));
        } else if (value instanceof String text) {
            into.add(text);
        }
    }
}
