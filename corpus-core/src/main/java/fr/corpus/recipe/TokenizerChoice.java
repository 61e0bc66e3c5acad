package fr.corpus.recipe;

import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.Tokenizer;

/** Which tokenizer a profile uses. */
final class TokenizerChoice {

    private TokenizerChoice() {}

    static Tokenizer of(String profile) {
        return new FrenchTokenizer();
    }
}
