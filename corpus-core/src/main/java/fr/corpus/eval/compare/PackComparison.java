package fr.corpus.eval.compare;

import java.util.List;

/**
 * The systems on one pack. Immutable.
 *
 * @param reference id@version of the pack
 * @param sha256 of its pack.yaml
 * @param metric by which they are compared
 * @param signature of the metric
 * @param lowerIsBetter whether the better score is the lower one
 * @param items how many items are compared
 * @param left items that some system lacks, and that are left out
 * @param clusters how many groups of items that hang together there are; as many as items when none do
 * @param trials of the randomization
 * @param systems in the order given
 * @param pairs every two systems
 * @param groups by variety and the other tags of the pack
 */
public record PackComparison(
        String reference,
        String sha256,
        String metric,
        String signature,
        boolean lowerIsBetter,
        int items,
        int left,
        int clusters,
        int trials,
        List<SystemScore> systems,
        List<PairComparison> pairs,
        List<GroupComparison> groups) {

    public PackComparison {
        systems = List.copyOf(systems);
        pairs = List.copyOf(pairs);
        groups = List.copyOf(groups);
    }

    /** Places of the systems, the best score first. */
    public List<Integer> order() {
        return java.util.stream.IntStream.range(0, systems.size())
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(
                        place -> (lowerIsBetter ? 1 : -1) * systems.get(place).score()))
                .toList();
    }

    /** The pair of two systems, in either order. */
    public PairComparison pair(int one, int other) {
        return pairs.stream()
                .filter(pair ->
                        pair.first() == one && pair.second() == other || pair.first() == other && pair.second() == one)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pair " + one + ", " + other));
    }

    /** How many pairs the items tell apart. */
    public long separated() {
        return pairs.stream().filter(PairComparison::isSeparated).count();
    }

    /** Whether every system answered every item. */
    public boolean isComplete() {
        return left == 0 && systems.stream().allMatch(SystemScore::isComplete);
    }
}
