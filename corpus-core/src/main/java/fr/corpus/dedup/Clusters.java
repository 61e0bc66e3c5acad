package fr.corpus.dedup;

import java.util.OptionalDouble;

/**
 * Which documents survive deduplication and what became of the others. Immutable; thread-safe. Sixteen bytes per document.
 *
 * <p>Documents are known by number: base of their unit plus row.
 */
public final class Clusters {

    /** How a member that was not kept is like its survivor. */
    public enum Kind {
        /** Same canonical text. */
        EXACT,
        /** Found through shingles. */
        NEAR
    }

    private static final double MILLION = 1e6;

    private final boolean exact;
    private final int[] representatives;
    private final int[] survivors;
    private final int[] sizes;
    private final int[] similarities;
    private final long[] removed;

    /**
     * Takes the arrays, one place per document.
     *
     * @param exact whether equal canonical texts count as exact duplicates
     * @param representatives best document of the same canonical text
     * @param survivors best document of the cluster
     * @param similarities millionths, for representatives that did not survive; −1 when not measured
     */
    Clusters(boolean exact, int[] representatives, int[] survivors, int[] similarities) {
        this.exact = exact;
        this.representatives = representatives;
        this.survivors = survivors;
        this.similarities = similarities;
        this.sizes = new int[survivors.length];
        this.removed = new long[Kind.values().length];
        for (int document = 0; document < survivors.length; document++) {
            sizes[survivors[document]]++;
            if (survivors[document] != document) {
                removed[kind(document).ordinal()]++;
            }
        }
    }

    /** Number of documents in all. */
    public int documents() {
        return survivors.length;
    }

    /** Number of documents that did not survive, by kind. */
    public long removed(Kind kind) {
        return removed[kind.ordinal()];
    }

    /** Whether the document is kept: it has no duplicate, or it is the best of its cluster. */
    public boolean isSurvivor(int document) {
        return survivors[document] == document;
    }

    /** The document kept for this one's cluster; itself when it has no duplicate. */
    public int survivor(int document) {
        return survivors[document];
    }

    /** Number of documents in this one's cluster, itself included. */
    public int size(int document) {
        return sizes[survivors[document]];
    }

    /** How a document is like its survivor; EXACT for the survivor itself. */
    public Kind kind(int document) {
        boolean sameText = representatives[document] == survivors[document];
        return sameText && (exact || isSurvivor(document)) ? Kind.EXACT : Kind.NEAR;
    }

    /**
     * Jaccard similarity of a document's shingles and its survivor's, rounded to millionths; 1 when their canonical texts are
     * the same; empty when pairs were not verified. A member that joined through a third document may be less like the survivor
     * than the threshold.
     */
    public OptionalDouble similarity(int document) {
        int representative = representatives[document];
        if (representative == survivors[document]) {
            return OptionalDouble.of(1);
        }
        int millionths = similarities[representative];
        return millionths < 0 ? OptionalDouble.empty() : OptionalDouble.of(millionths / MILLION);
    }
}
