package fr.corpus.annotate.tag;

import java.util.Set;

/** What a form does to the clause around it, as bits. Stateless. */
final class Clause {

    /** Starts a clause anew: a full stop, a bracket, a guillemet, but no comma. */
    static final int BREAK = 1;

    /** {@code ne}, which waits for its other half. */
    static final int NE = 2;

    /** The other half of {@code ne}. */
    static final int NEGATION = 4;

    private static final Set<String> NEGATIONS = Set.of(
            "pas",
            "jamais",
            "rien",
            "point",
            "plus",
            "aucun",
            "aucune",
            "personne",
            "guère",
            "nul",
            "nulle",
            "nullement",
            "aucunement",
            "ni");

    private static final String BREAKS = ".;:!?()\u2026\u00AB\u00BB\"";

    private Clause() {}

    /** The bits of a form in lower case. */
    static int of(String lower) {
        if (lower.equals("ne") || lower.equals("n'")) {
            return NE;
        }
        if (lower.length() == 1 && BREAKS.contains(lower)) {
            return BREAK;
        }
        return NEGATIONS.contains(lower) ? NEGATION : 0;
    }
}
