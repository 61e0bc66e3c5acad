package fr.corpus.eval.compare;

import fr.corpus.eval.score.EnergyTold;
import fr.corpus.eval.stats.TwoSamples;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
 * @param exposures of each system the score, in points, on items that stand in a release less that on clean ones;
 *     none when items were not looked for, or one half is empty
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
        List<GroupComparison> groups,
        List<TwoSamples> exposures) {

    public PackComparison {
        systems = List.copyOf(systems);
        pairs = List.copyOf(pairs);
        groups = List.copyOf(groups);
        exposures = List.copyOf(exposures);
    }

    /** Places of the systems, the best score first. */
    public List<Integer> order() {
        return IntStream.range(0, systems.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
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

    /** Whether the estimates of energy are of one kind: version, constants, electricity, data centre. */
    public boolean energiesAlike() {
        return systems.stream()
                        .map(SystemScore::energy)
                        .filter(energy -> !energy.wattHours().isEmpty())
                        .map(EnergyTold::terms)
                        .distinct()
                        .count()
                < 2;
    }

    /** Whether every system answered every item. */
    public boolean isComplete() {
        return left == 0 && systems.stream().allMatch(SystemScore::isComplete);
    }

    /**
     * Systems that are better on items that stand in a release than on clean ones, at 5 % shared among the systems; their scores may be
     * memory.
     */
    public List<Integer> suspects() {
        return IntStream.range(0, exposures.size())
                .filter(place -> (lowerIsBetter ? -1 : 1) * exposures.get(place).difference() > 0)
                .filter(place -> exposures.get(place).pValue().orElse(1.0) <= PairComparison.LEVEL / exposures.size())
                .boxed()
                .toList();
    }
}
