package fr.corpus.annotate.conllu;

/**
 * A syntactic word: the ten columns of its line but the id, as they are written. Immutable.
 *
 * @param form the word
 * @param lemma its lemma, or {@code _}
 * @param upos universal part of speech, or {@code _}
 * @param xpos part of speech of the language, or {@code _}
 * @param feats features, {@code Name=Value} joined by bars, or {@code _}
 * @param head number of the head, or {@code _}
 * @param deprel relation to the head, or {@code _}
 * @param deps enhanced relations, or {@code _}
 * @param misc anything else, or {@code _}
 */
public record ConlluWord(
        String form,
        String lemma,
        String upos,
        String xpos,
        String feats,
        String head,
        String deprel,
        String deps,
        String misc) {

    /** A column without a value. */
    public static final String NONE = "_";

    /** A word with form, lemma, part of speech and features only. */
    public static ConlluWord of(String form, String lemma, String upos, String feats) {
        return new ConlluWord(form, lemma, upos, NONE, feats, NONE, NONE, NONE, NONE);
    }

    /** Appends the columns after the id. */
    void columns(StringBuilder out) {
        out.append(form).append('\t').append(lemma).append('\t').append(upos).append('\t');
        out.append(xpos).append('\t').append(feats).append('\t').append(head).append('\t');
        out.append(deprel).append('\t').append(deps).append('\t').append(misc);
    }
}
