package fr.corpus.recipe;

import fr.corpus.error.Nearest;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a recipe something stands, to begin messages with. Immutable.
 *
 * @param file the recipe's file name
 * @param line from 1
 * @param owner the step or source concerned, or empty
 */
record Place(String file, int line, String owner) {

    private static final int MAX_LISTED = 40;

    Place at(int otherLine) {
        return new Place(file, otherLine, owner);
    }

    Place of(String otherOwner) {
        return new Place(file, line, otherOwner);
    }

    /** A failure here: the place is the first argument of the message. */
    RecipeException fail(String key, Object... arguments) {
        return failBecause(null, key, arguments);
    }

    /** A failure here with what caused it. */
    RecipeException failBecause(@Nullable Throwable cause, String key, Object... arguments) {
        Object[] all = Stream.concat(Stream.of(message()), Stream.of(arguments)).toArray();
        return new RecipeException(UserMessage.of("recipe." + key, all), cause);
    }

    /** A failure found by someone who does not know the recipe, told with its place. */
    RecipeException within(RecipeException failure) {
        return failBecause(failure, "in-place", failure.message());
    }

    /**
     * A failure because of an unknown word: says the nearest known one, or all of them when none is near.
     *
     * @param key what is unknown: {@code unknown-key}…
     */
    RecipeException unknown(String key, String word, Collection<String> known) {
        Optional<String> nearest = Nearest.to(word, known);
        return fail(
                key,
                word,
                nearest.map(near -> UserMessage.of("recipe.did-you-mean", near))
                        .orElseGet(() -> known.size() > MAX_LISTED
                                ? UserMessage.of("recipe.see-documentation")
                                : UserMessage.of("recipe.allowed", String.join(", ", known))));
    }

    private UserMessage message() {
        return owner.isEmpty()
                ? UserMessage.of("recipe.at", file, String.valueOf(line))
                : UserMessage.of("recipe.at-owner", file, String.valueOf(line), owner);
    }
}
