package fr.corpus.opennlp;

import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.annotate.token.Contractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opennlp.tools.lemmatizer.Lemmatizer;

/**
 * Gives tokens with their universal part of speech the lemma of Universal Dependencies; a contraction gets those of its two
 * words, {@code de+le}. Confined to one thread; the models behind are shared.
 */
public final class FrenchLemmatizer implements Lemmatizer {

    private final Morphologist morphologist = new Morphologist();

    /**
     * The lemmas of tokens.
     *
     * @throws IllegalArgumentException if there are not as many tags as tokens
     */
    @Override
    public String[] lemmatize(String[] tokens, String[] tags) {
        if (tokens.length != tags.length) {
            throw new IllegalArgumentException("need a tag for each token, got " + tokens.length + ", " + tags.length);
        }
        String[] lemmas = new String[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            lemmas[i] = lemma(tokens[i], tags[i]);
        }
        return lemmas;
    }

    private String lemma(String token, String tag) {
        int plus = tag.indexOf('+');
        Optional<List<String>> words = plus < 0 ? Optional.empty() : Contractions.expand(token);
        return words.map(pair ->
                        lemma(pair.get(0), tag.substring(0, plus)) + "+" + lemma(pair.get(1), tag.substring(plus + 1)))
                .orElseGet(() -> morphologist.lemmas(token, tag).lemma());
    }

    /** One list of one lemma a token. */
    @Override
    public List<List<String>> lemmatize(List<String> tokens, List<String> tags) {
        List<List<String>> lemmas = new ArrayList<>();
        for (String lemma : lemmatize(tokens.toArray(new String[0]), tags.toArray(new String[0]))) {
            lemmas.add(List.of(lemma));
        }
        return lemmas;
    }
}
