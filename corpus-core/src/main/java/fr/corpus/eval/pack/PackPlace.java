package fr.corpus.eval.pack;

import fr.corpus.error.Nearest;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Where in a file of a pack something stands, to begin messages with. Immutable.
 *
 * @param file name of the file as people know it
 * @param line from 1
 */
record PackPlace(String file, long line) {

    PackPlace at(long otherLine) {
        return new PackPlace(file, otherLine);
    }

    RecipeException fail(String key, Object... arguments) {
        Object[] all = Stream.concat(Stream.of(file + ":" + line), Stream.of(arguments))
                .toArray();
        return new RecipeException(UserMessage.of("eval." + key, all));
    }

    /** A failure because of an unknown word: says the nearest known one, or all of them when none is near. */
    RecipeException unknown(String key, String word, Collection<String> known) {
        return fail(key, word, hint(word, known));
    }

    static UserMessage hint(String word, Collection<String> known) {
        return Nearest.to(word, known)
                .map(near -> UserMessage.of("eval.did-you-mean", near))
                .orElseGet(() -> UserMessage.of("eval.allowed", String.join(", ", known)));
    }
}
