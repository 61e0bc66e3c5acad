package fr.corpus.match;

import fr.corpus.identifier.KeyType;
import java.util.List;

/**
 * One reservation that a document falls under. Immutable.
 *
 * @param reservation number of the reservation in the index
 * @param selector number of the selector in the index, by which the document was found
 * @param by the kind of key that decided
 * @param similarity 1 for an exact key; for samples the share of the document's samples that belong to the work
 * @param hits the samples that belong to the work, in {@link Quotation#ORDER}; only of a claim that nobody has verified
 */
public record Reserved(int reservation, int selector, KeyType by, double similarity, List<Quotation.Hit> hits) {

    public Reserved {
        hits = List.copyOf(hits);
    }

    /** A match of which no samples are kept. */
    Reserved(int reservation, int selector, KeyType by, double similarity) {
        this(reservation, selector, by, similarity, List.of());
    }

    /** Of two matches of one reservation the one by the plainer key, of two works the more similar; the first where they are equal. */
    static Reserved plainer(Reserved a, Reserved b) {
        int order = a.by().compareTo(b.by());
        return order < 0 || order == 0 && a.similarity() >= b.similarity() ? a : b;
    }
}
