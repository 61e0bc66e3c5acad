package fr.corpus.document;

/**
 * The identifier of a licence: SPDX short form or {@code LicenseRef-…}, as in {@code licenses/catalog.yaml}. Immutable.
 *
 * @param value the identifier, case kept, without blanks
 */
public record LicenseId(String value) implements Comparable<LicenseId> {

    public LicenseId {
        if (value.isBlank() || !value.strip().equals(value)) {
            throw new IllegalArgumentException("not a licence identifier: \"" + value + "\"");
        }
    }

    /** The identifier as given. */
    public static LicenseId of(String value) {
        return new LicenseId(value);
    }

    @Override
    public int compareTo(LicenseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
