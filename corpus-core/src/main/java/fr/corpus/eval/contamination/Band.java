package fr.corpus.eval.contamination;

import java.util.Locale;

/**
 * How much of a text stands in a corpus, by the share of its words in sequences in common. The bounds at 20 % and 80 % are those of
 * Llama 2 (Touvron et al. 2023, doi 10.48550/arXiv.2307.09288, appendix A.6), which calls less clean and more dirty.
 */
public enum Band {
    /** Too few words for a sequence that would mean anything: nothing is concluded. */
    TOO_SHORT,
    /** No sequence in common. */
    NONE,
    /** Less than 20 %. */
    UNDER_20,
    /** From 20 % to less than 50 %. */
    FROM_20,
    /** From 50 % to less than 80 %. */
    FROM_50,
    /** 80 % and more. */
    FROM_80;

    private static final double LITTLE = 0.2;
    private static final double HALF = 0.5;
    private static final double MOST = 0.8;

    /** The band of a share, 0 to 1, of a text that is long enough. */
    static Band of(double share) {
        if (share == 0) {
            return NONE;
        }
        if (share < HALF) {
            return share < LITTLE ? UNDER_20 : FROM_20;
        }
        return share < MOST ? FROM_50 : FROM_80;
    }

    /** Its word in answers for machines. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
