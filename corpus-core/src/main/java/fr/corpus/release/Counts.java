package fr.corpus.release;

/**
 * What became of records. Immutable. The conservation law: read = released + dropped + duplicates + withheld + malformed.
 *
 * @param read records read, well formed or not
 * @param released documents in the release
 * @param dropped documents that a filter dropped
 * @param duplicates documents of which another copy was kept
 * @param withheld documents that the rights gate withheld
 * @param malformed records that could not be read
 */
public record Counts(long read, long released, long dropped, long duplicates, long withheld, long malformed) {

    /** No records. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** Whether the conservation law holds. */
    public boolean isBalanced() {
        return read == released + dropped + duplicates + withheld + malformed;
    }

    /** These and those. */
    public Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                released + other.released,
                dropped + other.dropped,
                duplicates + other.duplicates,
                withheld + other.withheld,
                malformed + other.malformed);
    }
}
