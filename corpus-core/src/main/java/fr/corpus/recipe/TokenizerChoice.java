package fr.corpus.recipe;

import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.SpacyFrenchTokenizer;
import fr.corpus.text.Tokenizer;

/** Which tokenizer a profile uses: the thresholds of FineWeb-2 hold for the tokens of spaCy only. */
final class TokenizerChoice {

    private TokenizerChoice() {}

    static Tokenizer of(String profile) {
        return profile.equals(Profile.FINEWEB2.key()) ? new SpacyFrenchTokenizer() : new FrenchTokenizer();
    }
}
