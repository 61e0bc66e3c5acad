package fr.corpus.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.stats.Interval;
import fr.corpus.stats.Normal;
import fr.corpus.stats.Wilson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden values of the statistics, each computed elsewhere or by hand. */
class GoldenStatisticsTest {

    @Test
    void wilsonIsNotEmptyAtTheEnds() {
        Interval most = Wilson.interval(195, 235, 0.95);
        assertThat(most.low()).isCloseTo(0.776527, within(1e-6));
        assertThat(most.high()).isCloseTo(0.872439, within(1e-6));
        assertThat(Wilson.interval(0, 25, 0.95).low()).isZero();
        assertThat(Wilson.interval(0, 25, 0.95).high()).isCloseTo(0.133192, within(1e-6));
        assertThat(Wilson.interval(25, 25, 0.95).high()).isEqualTo(1);
    }

    @Test
    void theNormalQuantileIsTheTextbookOne() {
        assertThat(Normal.reach(0.95)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(0.8)).isCloseTo(0.8416212335729143, within(1e-14));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167813, within(1e-12));
    }

    @Test
    void mcNemarIsExact() {
        assertThat(McNemar.exact(3, 12)).isEqualTo(0.03515625);
        assertThat(McNemar.exact(12, 3)).isEqualTo(0.03515625);
        assertThat(McNemar.exact(0, 0)).isEqualTo(1);
        assertThat(McNemar.exact(5, 5)).isEqualTo(1);
        assertThat(McNemar.exact(0, 10)).isEqualTo(2.0 / 1024);
        assertThat(McNemar.exact(2400, 2600)).isCloseTo(0.0048845, within(5e-5));
    }

    @Test
    void holmAndBenjaminiHochbergCorrectTextbookValues() {
        double[] pValues = {0.01, 0.04, 0.03, 0.005};
        assertThat(MultipleComparisons.holm(pValues))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(MultipleComparisons.benjaminiHochberg(pValues))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
    }

    @Test
    void clustersWidenTheError() {
        double[] scores = {1, 1, 0, 0, 1, 0};
        ClusterError error = ClusterError.of(scores, List.of("a", "a", "b", "b", "c", "c"));
        // residuals ±0.5; clusters sum to 1, -1, 0
        assertThat(error.cr0()).isCloseTo(Math.sqrt(2) / 6, within(1e-15));
        assertThat(error.cr1().orElseThrow()).isCloseTo(Math.sqrt(2) / 6 * Math.sqrt(1.5), within(1e-15));
        assertThat(ClusterError.of(scores, List.of("a", "a", "a", "a", "a", "a"))
                        .cr1())
                .isEmpty();
    }

    @Test
    void bradleyTerryIsAtTheMaximum() {
        Duels duels = new Duels(4)
                .won(0, 1, 2)
                .won(1, 0, 3)
                .won(0, 3, 1)
                .won(3, 0, 4)
                .won(1, 2, 5)
                .won(2, 1, 3)
                .won(2, 3, 1)
                .won(3, 2, 3);
        BradleyTerry fit = BradleyTerry.fit(duels, true);
        double[] strengths = {0.6398348150, 1.0433144031, 0.6598101958, 2.2703766281};
        double[] scores = {922.4271469787, 1007.3660811653, 927.7676089023, 1142.4391629537};
        double[] errors = {0.544343, 0.484655, 0.528173, 0.623970};
        for (int i = 0; i < 4; i++) {
            assertThat(fit.strength(i)).isCloseTo(strengths[i], within(1e-10));
            assertThat(fit.score(i)).isCloseTo(scores[i], within(1e-9));
            assertThat(fit.standardError(i)).isCloseTo(errors[i], within(1e-6));
        }
    }

    @Test
    void playersWhoNeverLoseCannotBeCompared() {
        Duels duels = new Duels(3).won(0, 1, 1).won(1, 2, 1).won(2, 1, 1);
        assertThat(duels.components(true)).containsExactly(List.of(0), List.of(1, 2));
        assertThat(duels.tied(0, 1, 1).components(true)).hasSize(1);
        assertThat(duels.components(false)).hasSize(2);
    }

    @Test
    void thePairedBootstrapTellsWhatDiffersFromWhatDoesNot() {
        double[][] scores = new double[3][400];
        NumpyRandom random = NumpyRandom.seeded(7);
        for (int i = 0; i < 400; i++) {
            int draw = random.below(100);
            scores[0][i] = draw < 70 ? 1 : 0;
            scores[1][i] = draw < 50 ? 1 : 0;
            scores[2][i] = (draw + 37) % 100 < 70 ? 1 : 0;
        }
        BootstrapMeans means = BootstrapMeans.of(scores, 1000, 12345, 4);
        assertThat(means.pValue(0, 1)).isLessThan(0.01);
        assertThat(means.pValue(0, 2)).isGreaterThan(0.05);
        assertThat(means.pValue(0, 0)).isEqualTo(1);
        assertThat(means.interval(0, 0.95).contains(means.mean(0))).isTrue();
        assertThat(Randomization.pValue(scores[0], scores[1], 2000, 1)).isLessThan(0.01);
        assertThat(Randomization.pValue(scores[0], scores[0], 100, 1)).isEqualTo(1);
        BootstrapMeans alone = BootstrapMeans.of(scores, 1000, 12345, 1);
        assertThat(alone.interval(2, 0.95)).isEqualTo(means.interval(2, 0.95));
    }

    @Test
    void tiersJoinWhatCannotBeToldApart() {
        double[] scores = {0.5, 0.9, 0.88, 0.6};
        assertThat(Tiers.of(scores, (a, b) -> Math.abs(scores[a] - scores[b]) > 0.15))
                .containsExactly(2, 1, 1, 2);
        assertThat(RankInterval.of(List.of(new Interval(1, 2), new Interval(3, 4), new Interval(1.5, 3.5)), 0))
                .isEqualTo(new RankInterval(2, 3));
    }

    @Test
    void aSetOf30ItemsSeparatesLittle() {
        assertThat(DetectableEffect.unpaired(0.5, 30, 0.05, 0.8)).isCloseTo(0.3617, within(1e-4));
        assertThat(SampleMean.of(new double[] {1, 0, 1, 1}).standardError().orElseThrow())
                .isEqualTo(0.25);
        assertThat(ParaphraseSpread.of(new double[] {0.5, 0.7, 0.6}).deviation())
                .isCloseTo(0.1, within(1e-15));
    }
}
