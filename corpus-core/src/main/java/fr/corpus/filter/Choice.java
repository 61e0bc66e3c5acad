package fr.corpus.filter;

import fr.corpus.step.Settings;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reading parameters that are more than a threshold. Refusals name the parameter, the value and what is allowed, in
 * signs only.
 */
final class Choice {

    private Choice() {}

    /**
     * The value that a recipe's word stands for.
     *
     * @throws IllegalArgumentException if there is no such word
     */
    static <T> T of(Settings settings, String parameter, T[] values, Function<T, String> label) {
        String word = settings.name(parameter);
        for (T value : values) {
            if (label.apply(value).equals(word)) {
                return value;
            }
        }
        String allowed = Arrays.stream(values).map(label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(parameter + ": " + word + " (" + allowed + ")");
    }

    /**
     * A whole number from 0 that fits an int.
     *
     * @throws IllegalArgumentException if it does not
     */
    static int count(Settings settings, String parameter) {
        long value = settings.integer(parameter);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(parameter + ": " + value + " < 0 or > " + Integer.MAX_VALUE);
        }
        return (int) value;
    }
}
