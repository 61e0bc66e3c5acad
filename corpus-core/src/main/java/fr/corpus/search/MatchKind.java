package fr.corpus.search;

import java.util.Locale;

/** How a document was found, the surest first. */
public enum MatchKind {
    /** It has the same canonical text. */
    TEXT,
    /** Its record has the same bytes. */
    BYTES,
    /** Most of its word sequences are those of the work, and most of the work’s are its own. */
    NEAR_DUPLICATE,
    /** It quotes the work, or the work quotes it. */
    QUOTATION,
    /** The phrases stand in it, but for case and punctuation. */
    PHRASE,
    /** The phrases stand in it, but for accents too. */
    FOLDED,
    /** The phrases stand in it with other forms of their words. */
    RELATED,
    /** It has the identifier. */
    IDENTIFIER,
    /** It stands at the address, below it or on the host. */
    ADDRESS,
    /** Its title has the words. */
    TITLE,
    /** Its author has the words. */
    AUTHOR;

    /** Its word in answers for machines. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
