package fr.corpus.eval.compare;

import fr.corpus.error.RecipeException;
import fr.corpus.eval.stats.MultipleComparisons;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several systems compared on the same packs. Immutable.
 *
 * <p>P-values are corrected over all pairs of all packs, since who looks at all of them finds differences by chance.
 */
public final class Comparison {

    private final ComparisonRequest request;
    private final List<EvaluatedSystem> systems;
    private final List<AlignedScores> aligned;
    private final List<PackComparison> packs;

    private Comparison(
            ComparisonRequest request,
            List<EvaluatedSystem> systems,
            List<AlignedScores> aligned,
            List<PackComparison> packs) {
        this.request = request;
        this.systems = systems;
        this.aligned = aligned;
        this.packs = packs;
    }

    /**
     * Compares systems.
     *
     * @param threads how many may work at a time
     * @throws RecipeException if an input is no score, or scores cannot be compared: other packs, editions, official files or
     *     signatures, or items that some system lacks
     */
    public static Comparison of(ComparisonRequest request, int threads) throws IOException {
        List<EvaluatedSystem> systems = SystemReader.read(request, threads);
        Set<String> references = new LinkedHashSet<>();
        systems.forEach(system -> references.addAll(system.packs()));
        List<AlignedScores> aligned = references.stream()
                .map(reference -> AlignedScores.of(systems, reference, request))
                .toList();
        int each = systems.size() * (systems.size() - 1) / 2;
        List<PairTests> tests = aligned.stream()
                .map(scores -> new PairTests(scores, request.seed(), each * references.size(), threads))
                .toList();
        double[] pValues = tests.stream()
                .map(PairTests::pValues)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] holm = MultipleComparisons.holm(pValues);
        double[] hochberg = MultipleComparisons.benjaminiHochberg(pValues);
        List<PackComparison> packs = new ArrayList<>();
        for (int i = 0; i < aligned.size(); i++) {
            AlignedScores scores = aligned.get(i);
            List<PairComparison> pairs = tests.get(i).corrected(holm, hochberg, i * each);
            SystemScores own = new SystemScores(scores, tests.get(i).bootstrap(), request.seed(), threads);
            packs.add(new PackComparison(
                    scores.reports().get(0).pack().reference(),
                    scores.reports().get(0).pack().sha256(),
                    scores.metric().name(),
                    scores.metric().signature(),
                    scores.lowerIsBetter(),
                    scores.ids().size(),
                    scores.left(),
                    scores.clusters().count(),
                    tests.get(i).trials(),
                    own.of(systems, pairs),
                    pairs,
                    own.groups(),
                    own.exposures()));
        }
        return new Comparison(request, systems, aligned, List.copyOf(packs));
    }

    /** What was asked. */
    public ComparisonRequest request() {
        return request;
    }

    /** The values of items, one for each pack. */
    List<AlignedScores> aligned() {
        return aligned;
    }

    List<EvaluatedSystem> inputs() {
        return systems;
    }

    /** Names of the systems, in the order given. */
    public List<String> systems() {
        return systems.stream().map(EvaluatedSystem::name).toList();
    }

    /** The packs, as the first system has them. */
    public List<PackComparison> packs() {
        return packs;
    }

    /** Over how many pairs p-values are corrected. */
    public int pairs() {
        return packs.stream().mapToInt(pack -> pack.pairs().size()).sum();
    }

    /** Whether every system answered every item of every pack. */
    public boolean isComplete() {
        return packs.stream().allMatch(PackComparison::isComplete);
    }
}
