package fr.corpus.annotate.term;

import java.util.Comparator;
import java.util.Set;

/**
 * A lemma that a corpus uses more than a reference does. Immutable.
 *
 * @param lemma the lemma
 * @param upos its part of speech
 * @param count how often the corpus has it
 * @param documents in how many of its documents
 * @param referenceCount how often the reference has it
 * @param logLikelihood how significant that is ({@link Keyness#logLikelihood})
 * @param logRatio how large the difference is ({@link Keyness#logRatio})
 */
public record Keyword(
        String lemma,
        String upos,
        int count,
        int documents,
        int referenceCount,
        double logLikelihood,
        double logRatio) {

    /** Parts of speech that can be keywords. */
    static final Set<String> CLASSES = Set.of("NOUN", "PROPN", "ADJ", "VERB", "ADV");

    /** The most significant first. */
    static final Comparator<Keyword> ORDER = Comparator.comparingDouble((Keyword k) -> -k.logLikelihood)
            .thenComparing(Keyword::lemma)
            .thenComparing(Keyword::upos);

    static Keyword of(LemmaCounts.Counted lemma, long words, int reference, long referenceWords) {
        return new Keyword(
                lemma.lemma(),
                lemma.upos(),
                lemma.count(),
                lemma.documents(),
                reference,
                Keyness.logLikelihood(lemma.count(), words, reference, referenceWords),
                Keyness.logRatio(lemma.count(), words, reference, referenceWords));
    }
}
