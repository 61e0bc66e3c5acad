package fr.corpus.filter;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Settings;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reading parameters that are more than a threshold. */
final class Choice {

    private Choice() {}

    /**
     * The value that a recipe's word stands for.
     *
     * @throws RecipeException if there is no such word
     */
    static <T> T of(Settings settings, String parameter, T[] values, Function<T, String> label) {
        String word = settings.name(parameter);
        for (T value : values) {
            if (label.apply(value).equals(word)) {
                return value;
            }
        }
        String allowed = Arrays.stream(values).map(label).collect(Collectors.joining(", "));
        throw new RecipeException(UserMessage.of("filter.unknown-word", parameter, word, allowed));
    }

    /**
     * A whole number from 0 that fits an int.
     *
     * @throws RecipeException if it does not
     */
    static int count(Settings settings, String parameter) {
        long value = settings.integer(parameter);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new RecipeException(UserMessage.of("filter.threshold-range", parameter, String.valueOf(value)));
        }
        return (int) value;
    }
}
