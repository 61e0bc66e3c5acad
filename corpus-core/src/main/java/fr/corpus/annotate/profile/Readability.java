package fr.corpus.annotate.profile;

import java.util.Optional;

/**
 * Readability of French text. Immutable.
 *
 * <p>These are measures of length and of frequency, made for running prose of a hundred words at least. They know nothing of
 * coherence, syntax or the reader, and mean little for verse, lists, speech, old spelling and bad OCR. Compare texts of one kind.
 *
 * @param meanSentenceWords words of a sentence
 * @param syllablesPerWord syllables of a word
 * @param kandelMoles Flesch’s reading ease as Kandel and Moles adapted it to French (Application de l’indice de Flesch à la langue
 *     française, Cahiers d’études de radio-télévision 19, 1958): 207 − 1.015 × words per sentence − 73.6 × syllables per word; about 100 is
 *     very easy, about 0 very difficult, and nothing bounds it. The coefficients are those that most who quote the article give; it
 *     was not at hand itself, and some give 209, 1.15 and 68
 * @param lix Björnsson’s LIX (Läsbarhet, 1968): words per sentence + percentage of words of more than six letters; about 30 is easy and
 *     60 very difficult by the usual scale, which was made for Swedish and not tried on French
 * @param rareShare share of the words of a dictionary whose lemma is not among the {@value #COMMON} most frequent of the reference
 */
public record Readability(
        double meanSentenceWords, double syllablesPerWord, double kandelMoles, double lix, double rareShare) {

    /** Lemmas that count as common. */
    public static final int COMMON = 3000;

    private static final double EASIEST = 207;
    private static final double SENTENCE_WEIGHT = 1.015;
    private static final double SYLLABLE_WEIGHT = 73.6;
    private static final double PERCENT = 100;

    /** The measures of a text, or empty if it has no word. */
    public static Optional<Readability> of(Counts counts) {
        if (counts.words() == 0 || counts.sentences() == 0) {
            return Optional.empty();
        }
        double sentence = (double) counts.words() / counts.sentences();
        double word = (double) counts.syllables() / counts.words();
        return Optional.of(new Readability(
                sentence,
                word,
                EASIEST - SENTENCE_WEIGHT * sentence - SYLLABLE_WEIGHT * word,
                sentence + PERCENT * counts.longWords() / counts.words(),
                counts.listed() == 0 ? 0 : (double) counts.rare() / counts.listed()));
    }
}
