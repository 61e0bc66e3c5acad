package fr.corpus.match;

import fr.corpus.identifier.Isbn;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a number that stands as a record's id or address, and says nowhere what it is, passes for an ISBN of ten digits, an ISSN or an
 * ISNI when its check digit is right: one number in eleven is by chance. What a record states in a field of its own is not meant.
 */
public enum BareNumbers {
    /** It passes, in {@code keys@1}, {@code keys@2}, {@code match@1} and {@code match@2}. */
    PASS,
    /** Its scheme must stand before it; of an ISBN of thirteen digits the 978 or 979 of book trade is enough. */
    REFUSED;

    private static final Pattern OTHERS = Pattern.compile("[^0-9]+");

    /** Whether a text may be the number of a scheme that was found in it. */
    boolean admit(String text, String scheme) {
        return this == PASS || text.toLowerCase(Locale.ROOT).contains(scheme);
    }

    /** Whether a text may be the ISBN that was found in it. */
    boolean admit(String text, Isbn isbn) {
        return admit(text, "isbn") || OTHERS.matcher(text).replaceAll("").equals(isbn.digits());
    }
}
