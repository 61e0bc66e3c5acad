package fr.corpus.match;

import java.util.Locale;

/**
 * Whether a number that stands as a record's id or address, and says nowhere what it is, passes for an ISBN of ten digits, an ISSN or an
 * ISNI when its check digit is right: one number in eleven is by chance. What a record states in a field of its own is not meant.
 */
public enum BareNumbers {
    /** It passes, in {@code keys@1}, {@code keys@2}, {@code match@1} and {@code match@2}. */
    PASS,
    /** Its scheme must stand before it; of an ISBN the 978 or 979 of book trade is enough. */
    REFUSED;

    /** Whether a text may be a number of a scheme. */
    boolean admit(String text, String scheme) {
        return this == PASS || text.toLowerCase(Locale.ROOT).contains(scheme);
    }

    /** The same of an ISBN. */
    boolean admitIsbn(String text) {
        return admit(text, "isbn")
                || text.strip().startsWith("978")
                || text.strip().startsWith("979");
    }
}
