package fr.corpus.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.eval.score.MetricScore;
import fr.corpus.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of comparisons against those of NumPy 2.4.6 ({@code default_rng(12345)}: {@code choice} for the bootstrap, boolean
 * {@code integers} for the randomization), statsmodels 0.15.0 ({@code mcnemar(exact=True)}, {@code multipletests} by holm and fdr_bh,
 * {@code proportion_confint(method="wilson")}, OLS on a constant with {@code cov_type="cluster"}) and SciPy 1.17.1 ({@code norm.ppf}),
 * computed from the same formulas of 240 items.
 */
class ComparisonTest {

    private static final int ITEMS = 240;
    private static final Offset<Double> CLOSE = within(1e-9);

    @TempDir
    static Path directory;

    private static PackComparison flags;
    private static PackComparison shares;

    private static double flag(int system, int i) {
        return (i * 37 + system * 101 + i * i * (system + 3)) % 100 < new int[] {88, 70, 84, 66}[system] ? 1 : 0;
    }

    private static double share(int system, int i) {
        return (i * 29 + system * 53 + i * i * (system + 2)) % 17 / 16.0 * new double[] {0.9, 0.7, 0.88}[system];
    }

    @BeforeAll
    static void compare() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int system = 0; system < 4; system++) {
            int own = system;
            files.add(new ReportFile(ITEMS, i -> flag(own, i)).write(directory.resolve("flags" + system + ".json")));
        }
        flags = Comparison.of(ComparisonRequest.of(files), 2).packs().get(0);
        files.clear();
        for (int system = 0; system < 3; system++) {
            int own = system;
            files.add(new ReportFile(ITEMS, i -> share(own, i))
                    .clusters(4)
                    .write(directory.resolve("shares" + system + ".json")));
        }
        shares = Comparison.of(ComparisonRequest.of(files), 1).packs().get(0);
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, CLOSE);
        assertThat(interval.high()).isCloseTo(high, CLOSE);
    }

    @Test
    void sharesOfRightItemsHaveWilsonsInterval() {
        SystemScore first = flags.systems().get(0);
        assertThat(first.score()).isCloseTo(81.66666666666667, CLOSE);
        assertThat(first.method()).isEqualTo(MetricScore.Method.WILSON);
        assertInterval(first.interval(), 76.28558049322243, 86.05000457714551);
        assertInterval(flags.systems().get(3).interval(), 56.647057953778344, 68.77929911439806);
    }

    @Test
    void everyPairHasTheDifferenceOfTheBetterOneAndItsInterval() {
        PairComparison pair = flags.pair(0, 2);
        assertThat(pair.first()).isEqualTo(2);
        assertThat(pair.difference()).isCloseTo(3.3333333333333335, CLOSE);
        assertInterval(pair.interval(), -2.9166666666666674, 10.416666666666663);
        assertThat(pair.standardError()).isCloseTo(3.3333333333333335, CLOSE);
        assertInterval(flags.pair(0, 1).interval(), 4.1666666666666625, 18.333333333333336);
    }

    @Test
    void everyPairHasThreePValues() {
        double[][] expected = {
            {0, 1, 0.000999000999000999, 0.005099490050994901, 0.003596347718824061},
            {0, 2, 0.36363636363636365, 0.38816118388161186, 0.3817327947933377},
            {0, 3, 0.000999000999000999, 9.999000099990002e-05, 4.271012269463366e-06},
            {1, 2, 0.000999000999000999, 0.0004999500049995, 0.00018679938527835335},
            {1, 3, 0.08491508491508491, 0.100989901009899, 0.10143273504110485},
            {2, 3, 0.000999000999000999, 9.999000099990002e-05, 1.1806803494439654e-07}
        };
        for (double[] row : expected) {
            PairComparison pair = flags.pair((int) row[0], (int) row[1]);
            assertThat(pair.pBootstrap()).as(Arrays.toString(row)).isCloseTo(row[2], within(1e-15));
            assertThat(pair.pRandomization()).as(Arrays.toString(row)).isCloseTo(row[3], within(1e-15));
            assertThat(pair.mcNemar().orElseThrow().pValue())
                    .as(Arrays.toString(row))
                    .isCloseTo(row[4], within(1e-14));
        }
        assertThat(flags.pair(0, 1).mcNemar().orElseThrow().onlyFirst()).isEqualTo(54);
        assertThat(flags.pair(0, 1).mcNemar().orElseThrow().onlySecond()).isEqualTo(27);
    }

    @Test
    void pValuesAreCorrectedOverAllPairs() {
        double[] holm = {
            0.010789043156472184,
            0.3817327947933377,
            2.135506134731683e-05,
            0.0007471975411134134,
            0.2028654700822097,
            7.084082096663792e-07
        };
        double[] hochberg = {
            0.005394521578236092,
            0.3817327947933377,
            1.2813036808390097e-05,
            0.0003735987705567067,
            0.12171928204932582,
            7.084082096663792e-07
        };
        for (int i = 0; i < holm.length; i++) {
            assertThat(flags.pairs().get(i).pHolm()).isCloseTo(holm[i], within(1e-14));
            assertThat(flags.pairs().get(i).pBenjaminiHochberg()).isCloseTo(hochberg[i], within(1e-14));
        }
    }

    @Test
    void whatASetCannotSeparateItSays() {
        PairComparison pair = flags.pair(1, 3);
        assertThat(pair.isSeparated()).isFalse();
        assertThat(pair.detectable().orElseThrow()).isCloseTo(15.005136145893859, within(1e-7));
        assertThat(pair.itemsNeeded()).hasValue(961);
        assertThat(flags.pair(0, 2).itemsNeeded()).hasValue(2907);
        assertThat(flags.separated()).isEqualTo(4);
    }

    @Test
    void systemsStandInTiersAndMayHaveSeveralRanks() {
        assertThat(flags.systems()).extracting(SystemScore::tier).containsExactly(1, 2, 1, 2);
        assertThat(flags.systems().get(0).ranks().best()).isEqualTo(1);
        assertThat(flags.systems().get(0).ranks().worst()).isEqualTo(2);
        assertThat(flags.order()).containsExactly(2, 0, 1, 3);
    }

    @Test
    void itemsOfOnePassageHaveTheErrorOfTheirClusters() {
        SystemScore first = shares.systems().get(0);
        assertThat(first.score()).isCloseTo(44.953125, CLOSE);
        assertThat(first.standardError()).isCloseTo(1.313818760900317, CLOSE);
        assertThat(first.method()).isEqualTo(MetricScore.Method.CLUSTER);
        assertInterval(first.interval(), 42.378087546422336, 47.52816245357766);
        assertInterval(first.bootstrap(), 42.4921875, 47.484375);
        PairComparison pair = shares.pair(0, 2);
        assertThat(pair.difference()).isCloseTo(9.748958333333334, CLOSE);
        assertThat(pair.standardError()).isCloseTo(1.6016509193703885, CLOSE);
        assertInterval(pair.interval(), 6.671354166666671, 12.766145833333326);
        assertThat(pair.pRandomization()).isCloseTo(9.999000099990002e-05, within(1e-15));
        assertThat(pair.mcNemar()).isEmpty();
        assertThat(pair.pHolm()).isCloseTo(0.00029997000299970003, within(1e-12));
        assertThat(shares.clusters()).isEqualTo(60);
    }
}
