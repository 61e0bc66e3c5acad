package fr.corpus.eval.compare;

import fr.corpus.eval.metric.RandomizedScores;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.stats.BootstrapMeans;
import fr.corpus.eval.stats.DetectableEffect;
import fr.corpus.eval.stats.McNemar;
import fr.corpus.eval.stats.Randomization;
import fr.corpus.eval.stats.RandomizedMeans;
import fr.corpus.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Tests every two systems on a pack; the p-values of all packs are then corrected together. Immutable. */
final class PairTests {

    private static final double CONFIDENCE = 0.95;
    /** A p-value of the randomization must be able to stay below the level after Holm, with room. */
    private static final int TRIALS_FOR_A_PAIR = 40;

    private final AlignedScores scores;
    private final BootstrapMeans bootstrap;
    private final int trials;
    private final List<Raw> raw;

    /** The p-value of two systems. */
    private interface PairP {
        double of(int first, int second);
    }

    /** What is known of a pair before correction. */
    private record Raw(
            int first,
            int second,
            double standardError,
            double pBootstrap,
            double pRandomization,
            Optional<PairComparison.Discordance> mcNemar) {}

    /**
     * Tests all pairs.
     *
     * @param pairs of all packs together
     * @param threads how many may work at a time
     */
    PairTests(AlignedScores scores, long seed, int pairs, int threads) {
        this.scores = scores;
        List<SegmentStatistics> texts = scores.texts();
        bootstrap = texts.isEmpty()
                ? BootstrapMeans.clustered(scores.values(), scores.clusters(), BootstrapMeans.RESAMPLES, seed, threads)
                : TextResamples.of(texts, seed, threads);
        trials = byMcNemar()
                ? Randomization.TRIALS
                : Math.max(Randomization.TRIALS, Math.multiplyExact(TRIALS_FOR_A_PAIR, pairs));
        PairP randomized = texts.isEmpty()
                ? RandomizedMeans.of(scores.values(), scores.clusters(), trials, seed, threads)::pValue
                : RandomizedScores.of(texts, trials, seed, threads)::pValue;
        boolean ofTexts = !texts.isEmpty();
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < scores.values().length; i++) {
            for (int j = i + 1; j < scores.values().length; j++) {
                places.add(isBetter(j, i) ? new int[] {j, i} : new int[] {i, j});
            }
        }
        boolean flags = scores.areFlags();
        Raw[] tested = new Raw[places.size()];
        Workers.<RuntimeException>each(
                threads,
                "pairs",
                tested.length,
                () -> pair ->
                        tested[pair] = test(places.get(pair)[0], places.get(pair)[1], flags, randomized, ofTexts));
        raw = Arrays.asList(tested);
    }

    private boolean isBetter(int one, int other) {
        double difference = bootstrap.mean(one) - bootstrap.mean(other);
        return scores.lowerIsBetter() ? difference < 0 : difference > 0;
    }

    private boolean byMcNemar() {
        return scores.clusters().areSingle() && scores.areFlags();
    }

    private Raw test(int first, int second, boolean flags, PairP randomized, boolean ofTexts) {
        double[] one = scores.values()[first];
        double[] other = scores.values()[second];
        double[] differences = new double[one.length];
        long onlyFirst = 0;
        long onlySecond = 0;
        for (int i = 0; i < one.length; i++) {
            differences[i] = one[i] - other[i];
            onlyFirst += differences[i] > 0 ? 1 : 0;
            onlySecond += differences[i] < 0 ? 1 : 0;
        }
        return new Raw(
                first,
                second,
                ofTexts
                        ? bootstrap.differenceDeviation(first, second)
                        : scores.clusters().standardError(differences),
                bootstrap.pValue(first, second),
                randomized.of(first, second),
                flags
                        ? Optional.of(new PairComparison.Discordance(
                                onlyFirst, onlySecond, McNemar.exact(onlyFirst, onlySecond)))
                        : Optional.empty());
    }

    /** The resamples of all systems. */
    BootstrapMeans bootstrap() {
        return bootstrap;
    }

    /** Trials of the randomization. */
    int trials() {
        return trials;
    }

    /** The p-value of each pair that is to be corrected. */
    double[] pValues() {
        boolean exact = byMcNemar();
        return raw.stream()
                .mapToDouble(pair -> exact ? pair.mcNemar().orElseThrow().pValue() : pair.pRandomization())
                .toArray();
    }

    /**
     * The pairs with corrected p-values.
     *
     * @param holm of all packs
     * @param hochberg of all packs
     * @param at place of the first pair of this pack
     */
    List<PairComparison> corrected(double[] holm, double[] hochberg, int at) {
        List<PairComparison> pairs = new ArrayList<>();
        double points = scores.points();
        double level = PairComparison.LEVEL / holm.length;
        for (int i = 0; i < raw.size(); i++) {
            Raw pair = raw.get(i);
            double difference = bootstrap.mean(pair.first()) - bootstrap.mean(pair.second());
            double reach = DetectableEffect.ofError(pair.standardError(), level, DetectableEffect.POWER);
            double ratio = reach / difference;
            double needed = Math.ceil(scores.ids().size() * ratio * ratio);
            pairs.add(new PairComparison(
                    pair.first(),
                    pair.second(),
                    points * difference,
                    SystemScores.points(bootstrap.differenceInterval(pair.first(), pair.second(), CONFIDENCE), points),
                    points * pair.standardError(),
                    pair.pBootstrap(),
                    pair.pRandomization(),
                    pair.mcNemar(),
                    holm[at + i],
                    hochberg[at + i],
                    reach > 0 ? OptionalDouble.of(points * reach) : OptionalDouble.empty(),
                    reach > 0 && difference != 0 && needed < 1e15
                            ? OptionalLong.of((long) needed)
                            : OptionalLong.empty()));
        }
        return pairs;
    }
}
