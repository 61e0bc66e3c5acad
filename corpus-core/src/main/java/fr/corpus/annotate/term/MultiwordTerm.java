package fr.corpus.annotate.term;

import java.util.Comparator;

/**
 * A term of several words. Immutable.
 *
 * @param term its lemmas, one blank between them
 * @param form how it is mostly written
 * @param count how often it was met, within longer terms too
 * @param documents in how many documents
 * @param lexicalWords nouns, proper nouns and adjectives in it
 * @param cValue C-value (Frantzi, Ananiadou and Mima, International Journal on Digital Libraries 3(2), 2000): its count, less what is
 *     due to longer terms, times the binary logarithm of its length in lexical words
 */
public record MultiwordTerm(String term, String form, int count, int documents, int lexicalWords, double cValue) {

    /** The highest C-value first. */
    static final Comparator<MultiwordTerm> ORDER =
            Comparator.comparingDouble((MultiwordTerm t) -> -t.cValue).thenComparing(MultiwordTerm::term);
}
