package fr.corpus.annotate.term;

import fr.corpus.document.Word;
import java.util.Locale;
import java.util.Set;

/** The lemma under which a word is counted. Stateless. */
public final class Lemmas {

    private static final Set<String> UNCOUNTED = Set.of("PUNCT", "SYM", "NUM", "X", Word.UNSAID);

    private Lemmas() {}

    /** Whether a word is counted at all: neither sign nor number nor foreign. */
    public static boolean isCounted(Word word) {
        return !UNCOUNTED.contains(word.upos());
    }

    /**
     * The lemma of a dictionary, that of Universal Dependencies, or the form, whichever is said first; in lower case unless the
     * word is a proper noun; blanks are no-break spaces.
     */
    public static String of(Word word) {
        String said = word.entry().isEmpty() ? word.lemma() : word.entry();
        String lemma = said.isEmpty() ? word.form() : said;
        String cased = word.upos().equals("PROPN") ? lemma : lemma.toLowerCase(Locale.ROOT);
        return cased.indexOf(' ') < 0 ? cased : cased.replace(' ', '\u00A0');
    }
}
