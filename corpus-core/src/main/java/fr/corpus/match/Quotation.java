package fr.corpus.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rule by which a document quotes a work: at least {@value #LEAST_HITS} samples of the document that stand within {@value
 * #WINDOW} samples of each other belong to the work, and stand within {@value #SPREAD} samples of each other in it; of a work
 * with fewer samples than that, at least two and half of all. Builds decide by it, and proofs are checked by it. Thread-safe.
 */
public final class Quotation {

    /** Samples in common that make a quotation. */
    public static final int LEAST_HITS = 4;

    /** Samples of the document within which they must stand. */
    public static final int WINDOW = 32;

    /** Samples of the work within which they must stand. */
    public static final int SPREAD = 48;

    /** The order in which hits must be given. */
    public static final Comparator<Hit> ORDER =
            Comparator.comparingInt(Hit::documentAt).thenComparingInt(Hit::workAt);

    private Quotation() {}

    /**
     * A sample of the document that belongs to the work. Immutable.
     *
     * @param documentAt its place among the samples of the document, from 0
     * @param workAt its place among the samples of the work, from 0
     */
    public record Hit(int documentAt, int workAt) {}

    /**
     * Whether enough samples stand together in both texts.
     *
     * @param hits all hits of one document and one work, in {@link #ORDER}
     * @param workSize number of samples of the work
     */
    public static boolean isIn(List<Hit> hits, int workSize) {
        int needed = Math.min(LEAST_HITS, Math.max(2, (workSize + 1) / 2));
        for (int i = 0; i < hits.size(); i++) {
            if (standTogether(hits, i, needed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standTogether(List<Hit> hits, int first, int needed) {
        Hit anchor = hits.get(first);
        int[] places = new int[needed];
        int count = 0;
        int lastAt = -1;
        for (int j = first; j < hits.size() && hits.get(j).documentAt() - anchor.documentAt() < WINDOW; j++) {
            Hit hit = hits.get(j);
            boolean near = Math.abs(hit.workAt() - anchor.workAt()) < SPREAD;
            if (near && hit.documentAt() != lastAt && isNew(places, count, hit.workAt())) {
                places[count++] = hit.workAt();
                lastAt = hit.documentAt();
                if (count == needed) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One phrase said four times is one hit: a place of the work counts once. */
    private static boolean isNew(int[] places, int count, int place) {
        return Arrays.stream(places, 0, count).noneMatch(known -> known == place);
    }
}
