package fr.corpus.document;

/**
 * A word of a {@link Token}: what is said of it, the empty string where no layer says it. Immutable.
 *
 * @param form the word; for a token of one word the token itself, for a contraction one of the words it stands for
 * @param upos universal part of speech; of a model with other tags, its tag
 * @param lemma lemma of Universal Dependencies
 * @param entry lemma that a dictionary has
 * @param features features of Universal Dependencies, {@code _} for none
 */
public record Word(String form, String upos, String lemma, String entry, String features) {

    /** What stands where no layer says anything. */
    public static final String UNSAID = "";

    /** A word of which nothing is said. */
    public static Word of(String form) {
        return new Word(form, UNSAID, UNSAID, UNSAID, UNSAID);
    }

    /** The same word with its part of speech and features. */
    public Word tagged(String tag, String feats) {
        return new Word(form, tag, lemma, entry, feats);
    }

    /** The same word with its lemmas. */
    public Word lemmatized(String ud, String dictionary) {
        return new Word(form, upos, ud, dictionary, features);
    }
}
