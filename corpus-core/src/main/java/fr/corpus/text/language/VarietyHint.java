package fr.corpus.text.language;

import java.util.List;

/**
 * Which variety of French the words of a text speak for, if any. Immutable.
 *
 * @param variety a name of {@link FrenchVarieties#names()}, two of them joined by {@code +} where the words are those of both, or
 *     {@link #NONE}
 * @param confidence from 0 to 1; for {@link #NONE} that there is no reason to name one
 * @param words how many words were read
 * @param evidence the words that speak for the variety, the weightiest first; none for {@link #NONE}
 */
public record VarietyHint(String variety, double confidence, int words, List<Evidence> evidence) {

    /** No variety: the evidence is thin, and most French is of this kind. */
    public static final String NONE = "none";

    public VarietyHint {
        evidence = List.copyOf(evidence);
    }

    /**
     * A word that speaks for a variety.
     *
     * @param word its form in the lexicon, lower case
     * @param count how often it was met
     * @param nats what it weighs, all times together
     */
    public record Evidence(String word, int count, double nats) {}

    /** Whether a variety is named. */
    public boolean isNamed() {
        return !variety.equals(NONE);
    }
}
