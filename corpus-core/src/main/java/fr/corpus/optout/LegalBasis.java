package fr.corpus.optout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what a reservation rests. */
public enum LegalBasis {
    /** Directive (EU) 2019/790 article 4(3), code de la propriété intellectuelle L.122-5-3 III. */
    ART4,
    /** A contract. */
    CONTRACT,
    /** Regulation (EU) 2016/679 article 21. */
    GDPR_21,
    /** Moral rights, code de la propriété intellectuelle L.121-1. */
    MORAL,
    /** The policy of the registry or of builders. */
    POLICY;

    /** Its word in records and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The basis of a word. */
    public static Optional<LegalBasis> find(String word) {
        return Arrays.stream(values())
                .filter(basis -> basis.word().equals(word))
                .findFirst();
    }
}
