package fr.corpus.release;

import java.util.Optional;

/**
 * What was measured on a document. Immutable.
 *
 * @param language the identified language, ISO 639-3, when a step identified it
 * @param quality its signals
 * @param tokens number of tokens by the tokenizer of its profile
 */
public record Measures(Optional<String> language, Quality quality, int tokens) {

    public Measures {
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens " + tokens);
        }
    }
}
