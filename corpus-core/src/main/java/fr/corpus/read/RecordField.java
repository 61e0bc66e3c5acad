package fr.corpus.read;

import java.util.Locale;

/** A field of a record that readers know by name; the keys of a recipe’s {@code fields}. */
public enum RecordField {
    /** The record's own id. */
    ID,
    /** The text. */
    TEXT,
    TITLE,
    AUTHOR,
    DATE,
    URI,
    LICENSE,
    ATTRIBUTION,
    LANGUAGE,
    /** ISBN of the work, one or several. */
    ISBN,
    /** ISSN of the periodical. */
    ISSN,
    /** DOI of the work. */
    DOI,
    /** ARK of the work. */
    ARK,
    /** ISNI of the authors. */
    ISNI,
    /** Identifiers that say themselves of what scheme they are; others are passed over. */
    IDENTIFIER;

    /** Its key in recipes: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
