package fr.corpus.release;

import java.util.List;

/**
 * Selectors of unverified claims that were too broad to be heeded as they were claimed when the release was made. Immutable.
 *
 * @param rule version of the rule that weighed them
 * @param choice what was chosen for them: {@code set-aside} or {@code withhold}
 * @param documents of the corpus, each counted once with its copies, before reservations and licences
 * @param letThrough how many of them set-aside selectors take and no reservation that is heeded
 * @param selectors the selectors, in the order of the registry
 */
public record BroadClaims(String rule, String choice, long documents, long letThrough, List<Selector> selectors) {

    public BroadClaims {
        selectors = List.copyOf(selectors);
    }

    /**
     * A selector. Immutable.
     *
     * @param reservation id of its reservation
     * @param kind word of its kind of key
     * @param place its place among the selectors of this kind in the reservation, from 1
     * @param documents how many documents it takes; of a work without the passages of everybody
     * @param isBroad whether that is too many; if not, it is heeded but for its passages of everybody
     * @param passages places of the samples of a work that stand in so many documents that they do not count, from 0
     */
    public record Selector(
            String reservation, String kind, int place, long documents, boolean isBroad, List<Integer> passages) {
        public Selector {
            passages = List.copyOf(passages);
        }
    }

    /** How many selectors are too broad. */
    public long broad() {
        return selectors.stream().filter(Selector::isBroad).count();
    }
}
