package fr.corpus.annotate.profile;

/**
 * What readability is computed from. Immutable.
 *
 * @param sentences sentences with a word
 * @param words words: what stands between white space or punctuation and has a letter; {@code l’homme} and {@code dit-il} are one, numbers
 *     none
 * @param syllables spoken syllables ({@link Syllables})
 * @param longWords words with a part of more than six letters
 * @param listed words of a dictionary, contractions counted as two: neither names nor foreign words
 * @param rare those of them whose lemma is not among the {@value Readability#COMMON} most frequent of the reference
 */
public record Counts(long sentences, long words, long syllables, long longWords, long listed, long rare) {

    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                sentences + other.sentences,
                words + other.words,
                syllables + other.syllables,
                longWords + other.longWords,
                listed + other.listed,
                rare + other.rare);
    }
}
