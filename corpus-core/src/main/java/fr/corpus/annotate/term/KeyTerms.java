package fr.corpus.annotate.term;

import fr.corpus.document.Annotations;
import java.util.List;

/**
 * What a corpus speaks of. Immutable.
 *
 * @param keywords lemmas that it uses significantly more than the reference does, the most significant first
 * @param terms terms of several words, the highest C-value first
 */
public record KeyTerms(List<Keyword> keywords, List<MultiwordTerm> terms) {

    /** How often something must have been met to be a key term. */
    public static final int LEAST = 3;

    public KeyTerms {
        keywords = List.copyOf(keywords);
        terms = List.copyOf(terms);
    }

    /** Collects the key terms of a corpus, document by document. Confined to one thread. */
    public static final class Collector {

        private final LemmaFrequencies reference;
        private final LemmaCounts lemmas = new LemmaCounts();
        private final TermCounts terms = new TermCounts();

        /** Of a corpus that is compared with this reference. */
        public Collector(LemmaFrequencies reference) {
            this.reference = reference;
        }

        /** Adds a document with its sentences, and tokens with parts of speech and lemmas. */
        public void add(String text, Annotations layers) {
            lemmas.add(layers);
            terms.add(text, layers);
        }

        /** At most so many keywords and so many terms, each met {@value #LEAST} times at least. */
        public KeyTerms top(int most) {
            return new KeyTerms(reference.keywords(lemmas, LEAST, most), terms.terms(LEAST, most));
        }
    }
}
