package fr.corpus.annotate.term;

import fr.corpus.document.Word;
import java.util.Set;

/**
 * The shape of French noun phrases that may be terms, as an automaton over words (contractions cut in two): {@code NOUN ADJ}, {@code ADJ
 * NOUN}, {@code NOUN NOUN}, {@code NOUN PROPN}, {@code NOUN de|à|en|sans (le) NOUN}, sequences of {@code PROPN} that may be joined by
 * {@code de}, and what is made of these; after Daille (Approche mixte pour l’extraction automatique de terminologie, Paris 7, 1994).
 * Stateless.
 */
final class TermPattern {

    /** Words of a term at most, of which lexical ones at most. */
    static final int MOST_WORDS = 8;

    static final int MOST_LEXICAL = 4;

    static final int START = 0;
    static final int DEAD = -1;

    private static final int ADJECTIVE = 1;
    private static final int NOUN = 2;
    private static final int QUALIFIED = 3;
    private static final int PREPOSITION = 4;
    private static final int ARTICLE = 5;
    private static final int NAME = 6;
    private static final int NAME_OF = 7;
    private static final int NAMED = 8;

    private static final Set<String> PREPOSITIONS = Set.of("de", "à", "en", "sans");

    /** Adjectives that only point or count. */
    private static final Set<String> POINTING = Set.of(
            "autre",
            "même",
            "tel",
            "tout",
            "certain",
            "quelque",
            "quel",
            "chaque",
            "plusieurs",
            "divers",
            "différent",
            "dernier",
            "prochain",
            "seul",
            "propre",
            "nombreux",
            "aucun",
            "quelconque",
            "suivant",
            "précédent");

    /** What a word is to a pattern. */
    enum Sort {
        NOUN,
        ADJECTIVE,
        NAME,
        DE,
        PREPOSITION,
        ARTICLE,
        OTHER;

        boolean isLexical() {
            return this == NOUN || this == ADJECTIVE || this == NAME;
        }
    }

    private TermPattern() {}

    static Sort sort(Word word, String lemma) {
        return switch (word.upos()) {
            case "NOUN" -> isWord(lemma) ? Sort.NOUN : Sort.OTHER;
            case "PROPN" -> isWord(lemma) ? Sort.NAME : Sort.OTHER;
            case "ADJ" -> POINTING.contains(lemma) || !isWord(lemma) ? Sort.OTHER : Sort.ADJECTIVE;
            case "DET" -> lemma.equals("le") ? Sort.ARTICLE : Sort.OTHER;
            case "ADP" -> lemma.equals("de") ? Sort.DE : PREPOSITIONS.contains(lemma) ? Sort.PREPOSITION : Sort.OTHER;
            default -> Sort.OTHER;
        };
    }

    /** Signs, initials and single letters are not words. */
    private static boolean isWord(String lemma) {
        return lemma.length() > 1 && Character.isLetter(lemma.charAt(0)) && Character.isLetter(lemma.charAt(1));
    }

    /** Where a word leads, or {@link #DEAD}. */
    static int next(int state, Sort sort) {
        return switch (state) {
            case START -> sort == Sort.NAME ? NAME : sort == Sort.ADJECTIVE ? ADJECTIVE : noun(sort);
            case ADJECTIVE -> noun(sort);
            case NOUN -> sort == Sort.NOUN ? NOUN : sort == Sort.NAME ? NAMED : qualified(sort);
            case QUALIFIED -> qualified(sort);
            case PREPOSITION -> sort == Sort.ARTICLE ? ARTICLE : object(sort);
            case ARTICLE -> object(sort);
            case NAME -> sort == Sort.NAME ? NAME : sort == Sort.DE ? NAME_OF : DEAD;
            case NAME_OF -> sort == Sort.NAME ? NAME : DEAD;
            case NAMED -> sort == Sort.NAME ? NAMED : preposition(sort);
            default -> DEAD;
        };
    }

    private static int noun(Sort sort) {
        return sort == Sort.NOUN ? NOUN : DEAD;
    }

    private static int qualified(Sort sort) {
        return sort == Sort.ADJECTIVE ? QUALIFIED : preposition(sort);
    }

    private static int preposition(Sort sort) {
        return sort == Sort.DE || sort == Sort.PREPOSITION ? PREPOSITION : DEAD;
    }

    private static int object(Sort sort) {
        return sort == Sort.NAME ? NAMED : sort == Sort.ADJECTIVE ? ADJECTIVE : noun(sort);
    }

    /** Whether a term may end here. */
    static boolean isEnd(int state) {
        return state == NOUN || state == QUALIFIED || state == NAME || state == NAMED;
    }
}
