package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which layers a text has, as words: what formats that cannot tell an empty layer from none say aside. Immutable.
 *
 * @param names names of layers, sorted
 */
record SaidLayers(Set<String> names) {

    static final String SENTENCES = "sentences";
    static final String TOKENS = "tokens";
    static final String WORDS = "words";
    static final String POS = "pos";
    static final String LEMMA = "lemma";
    static final String FEATURES = "features";
    static final String ENTITIES = "entities";
    static final String TERMS = "terms";

    SaidLayers {
        names = Set.copyOf(names);
    }

    /** What a text has. */
    static SaidLayers of(Annotations layers) {
        Set<String> names = new TreeSet<>();
        layers.sentences().ifPresent(list -> names.add(SENTENCES));
        layers.entities().ifPresent(list -> names.add(ENTITIES));
        layers.terms().ifPresent(list -> names.add(TERMS));
        List<Token> tokens = layers.tokens().orElse(List.of());
        layers.tokens().ifPresent(list -> names.add(TOKENS));
        if (tokens.stream().anyMatch(token -> !token.words().isEmpty())) {
            names.add(WORDS);
        }
        said(tokens, Word::upos, POS, names);
        said(tokens, Word::lemma, LEMMA, names);
        said(tokens, Word::features, FEATURES, names);
        return new SaidLayers(names);
    }

    private static void said(List<Token> tokens, Function<Word, String> value, String name, Set<String> names) {
        if (tokens.stream()
                .anyMatch(token -> token.words().stream()
                        .anyMatch(word -> !value.apply(word).isEmpty()))) {
            names.add(name);
        }
    }

    /** What {@link #toString} wrote. */
    static SaidLayers parse(String text) {
        return new SaidLayers(new TreeSet<>(Arrays.asList(text.strip().split("\\s+"))));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    @Override
    public String toString() {
        return String.join(" ", new TreeSet<>(names));
    }
}
