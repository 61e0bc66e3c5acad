package fr.corpus.annotate.profile;

import fr.corpus.annotate.term.KeyTerms;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.document.Annotations;
import java.util.Optional;

/**
 * What a corpus speaks of and how it is written. Immutable.
 *
 * @param documents its documents
 * @param tokens its tokens that have a letter
 * @param counts what its readability is computed from
 * @param readability of all its documents together; empty without a word
 * @param kandelMoles {@link Readability#kandelMoles} of its documents of at least {@value #LEAST_WORDS} words
 * @param mtld {@link Diversity#mtld} of the same
 * @param growth its type–token curve
 * @param keyTerms its keywords and terms
 */
public record Profile(
        long documents,
        long tokens,
        Counts counts,
        Optional<Readability> readability,
        Optional<Quantiles> kandelMoles,
        Optional<Quantiles> mtld,
        Growth growth,
        KeyTerms keyTerms) {

    /** Words that a document must have for measures of its own. */
    public static final int LEAST_WORDS = 100;

    /**
     * Makes the profile of a corpus, document by document; only the type–token curve depends on their order. Confined to one
     * thread.
     */
    public static final class Collector {

        private final LemmaFrequencies reference;
        private final KeyTerms.Collector terms;
        private final Growth.Curve curve = new Growth.Curve();
        private final Distribution kandelMoles = new Distribution();
        private final Distribution mtld = new Distribution();
        private Counts counts = Counts.NONE;
        private long documents;
        private long tokens;

        /** Of a corpus that is compared with this reference. */
        public Collector(LemmaFrequencies reference) {
            this.reference = reference;
            terms = new KeyTerms.Collector(reference);
        }

        /**
         * Adds a document.
         *
         * @param layers its sentences, and tokens with parts of speech and lemmas; spans lie in the text
         */
        public void add(String text, Annotations layers) {
            documents++;
            TextCounts measured = new TextCounts(reference).add(text, layers);
            long[] forms = measured.forms();
            tokens += forms.length;
            counts = counts.plus(measured.counts());
            curve.add(forms);
            terms.add(text, layers);
            if (measured.counts().words() >= LEAST_WORDS) {
                Readability.of(measured.counts()).ifPresent(scores -> kandelMoles.add(scores.kandelMoles()));
                Diversity.mtld(forms).ifPresent(mtld::add);
            }
        }

        /** The profile of the documents so far, with at most so many keywords and so many terms. */
        public Profile profile(int mostTerms) {
            return new Profile(
                    documents,
                    tokens,
                    counts,
                    Readability.of(counts),
                    kandelMoles.quantiles(),
                    mtld.quantiles(),
                    curve.growth(),
                    terms.top(mostTerms));
        }
    }
}
