package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
        layers.tokens().ifPresent(list -> names.add(TOKENS));
        boolean words = false;
        boolean pos = false;
        boolean lemma = false;
        boolean features = false;
        for (Token token : layers.tokens().orElse(List.of())) {
            for (Word word : token.words()) {
                words = true;
                pos |= !word.upos().isEmpty();
                lemma |= !word.lemma().isEmpty();
                features |= !word.features().isEmpty();
            }
        }
        if (words) {
            names.add(WORDS);
        }
        if (pos) {
            names.add(POS);
        }
        if (lemma) {
            names.add(LEMMA);
        }
        if (features) {
            names.add(FEATURES);
        }
        return new SaidLayers(names);
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
