package fr.corpus.document;

import java.util.Locale;

/**
 * A number by which a work, the periodical it is of or one of its authors is known. Immutable. Ordered by scheme, then value,
 * which is the order of its text.
 *
 * @param scheme whose number it is
 * @param value its canonical form, never empty; {@code docs/formats/release-keys.md} says which that is
 */
public record Identifier(Scheme scheme, String value) implements Comparable<Identifier> {

    /** Who gives the numbers; in the order of their words. */
    public enum Scheme {
        /** Archival Resource Key. */
        ARK,
        /** Digital Object Identifier (ISO 26324). */
        DOI,
        /** International Standard Book Number (ISO 2108). */
        ISBN,
        /** International Standard Name Identifier (ISO 27729): of an author. */
        ISNI,
        /** International Standard Serial Number (ISO 3297): of the periodical. */
        ISSN;

        /** Its word in tables and recipes: the name in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Identifier {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an identifier of scheme " + scheme.word() + " needs a value");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if no scheme is known by the word before the colon, or nothing follows
     */
    public static Identifier parse(String text) {
        for (Scheme scheme : Scheme.values()) {
            String start = scheme.word() + ":";
            if (text.startsWith(start)) {
                return new Identifier(scheme, scheme == Scheme.ARK ? text : text.substring(start.length()));
            }
        }
        throw new IllegalArgumentException("not an identifier: " + text);
    }

    @Override
    public int compareTo(Identifier other) {
        int byScheme = scheme.compareTo(other.scheme);
        return byScheme != 0 ? byScheme : value.compareTo(other.value);
    }

    /** {@code isbn:9782070360024}; an ARK says itself what it is: {@code ark:/12148/bpt6k123}. */
    @Override
    public String toString() {
        return scheme == Scheme.ARK ? value : scheme.word() + ":" + value;
    }
}
