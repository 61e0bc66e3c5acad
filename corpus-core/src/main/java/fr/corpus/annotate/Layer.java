package fr.corpus.annotate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What may be said of a text. */
public enum Layer {
    /** Sentences. */
    SENTENCES,
    /** Surface tokens. */
    TOKENS,
    /** Words, contractions cut in two. */
    WORDS,
    /** Universal parts of speech. */
    POS,
    /** Morphological features. */
    FEATURES,
    /** Lemmas, that of Universal Dependencies and that of a dictionary. */
    LEMMA,
    /** Named entities: persons, places, organizations, dates. */
    ENTITIES,
    /** Terms of several words: noun phrases and compounds. */
    TERMS;

    /** The name that users write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Layer::label).toList();
    }
}
