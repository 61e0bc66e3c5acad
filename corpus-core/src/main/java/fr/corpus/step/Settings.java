package fr.corpus.step;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The parameters of one step, complete: what the recipe writes over what the profile gives. Immutable. Types were checked
 * when the recipe was read, so a wrong name or type here is a programmer's error.
 *
 * @param values by parameter name: {@link Double}, {@link Long}, {@link Boolean}, {@link String}, list of strings, or {@link
 *     #OFF}
 */
public record Settings(Map<String, Object> values) {

    /** The value of an optional number that is switched off. */
    public static final String OFF = "off";

    public Settings {
        values = Map.copyOf(values);
    }

    /** No parameters. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /** These settings with one value replaced or added. */
    public Settings with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(name, value);
        return new Settings(more);
    }

    /** A number, whole or not. */
    public double number(String name) {
        return value(name) instanceof Number number ? number.doubleValue() : fail(name, "a number");
    }

    /** A number, or empty when off. */
    public OptionalDouble optionalNumber(String name) {
        return OFF.equals(value(name)) ? OptionalDouble.empty() : OptionalDouble.of(number(name));
    }

    /** A whole number. */
    public long integer(String name) {
        return value(name) instanceof Long number ? number : fail(name, "a whole number");
    }

    /** A whole number, or empty when off. */
    public OptionalLong optionalInteger(String name) {
        return OFF.equals(value(name)) ? OptionalLong.empty() : OptionalLong.of(integer(name));
    }

    /** A yes or no. */
    public boolean flag(String name) {
        return value(name) instanceof Boolean flag ? flag : fail(name, "true or false");
    }

    /** A word. */
    public String name(String name) {
        return value(name) instanceof String text ? text : fail(name, "a word");
    }

    /** A list of words. */
    public List<String> names(String name) {
        return value(name) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : fail(name, "a list of words");
    }

    private Object value(String name) {
        Object value = values.get(name);
        return value == null ? fail(name, "a value") : value;
    }

    private <T> T fail(String name, String expected) {
        throw new IllegalArgumentException(name + ": need " + expected + ", got " + values.get(name));
    }
}
