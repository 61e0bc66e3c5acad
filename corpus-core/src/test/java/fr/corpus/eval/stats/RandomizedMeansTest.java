package fr.corpus.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trials shared by all pairs give what trials for each pair give. */
class RandomizedMeansTest {

    private static final int TRIALS = 1500;

    private static double[][] scores(Random random, int systems, int items, int steps) {
        return IntStream.range(0, systems)
                .mapToObj(system -> IntStream.range(0, items)
                        .mapToDouble(i -> random.nextInt(steps + 1) / (double) steps)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Clusters single(int items) {
        return Clusters.of(IntStream.range(0, items).mapToObj(String::valueOf).toList());
    }

    @Test
    void areThoseOfEachPair() {
        long seed = 20260915;
        Random random = new Random(seed);
        for (int items : new int[] {1, 2, 7, 8, 9, 31, 32, 33, 63, 64, 65, 200, 511}) {
            for (int steps : new int[] {1, 3, 16}) {
                double[][] scores = scores(random, 3, items, steps);
                RandomizedMeans all = RandomizedMeans.of(scores, single(items), TRIALS, 7, 1 + items % 3);
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        assertThat(all.pValue(i, j))
                                .as("seed %d, %d items, %d steps, %d and %d", seed, items, steps, i, j)
                                .isEqualTo(Randomization.pValue(scores[i], scores[j], TRIALS, 7));
                    }
                }
            }
        }
    }

    @Test
    void clustersChangeSidesAsAWhole() {
        double[][] scores = scores(new Random(3), 2, 120, 4);
        Clusters clusters =
                Clusters.of(IntStream.range(0, 120).mapToObj(i -> "c" + i % 25).toList());
        double[][] sums = Arrays.stream(scores).map(clusters::sums).toArray(double[][]::new);
        assertThat(RandomizedMeans.of(scores, clusters, TRIALS, 11, 2).pValue(0, 1))
                .isEqualTo(Randomization.pValue(sums[0], sums[1], TRIALS, 11));
    }

    @Test
    void clustersAreNumberedAndSummed() {
        Clusters clusters = Clusters.of(List.of("b", "a", "b", "c"));
        assertThat(clusters.count()).isEqualTo(3);
        assertThat(clusters.areSingle()).isFalse();
        assertThat(clusters.sums(new double[] {1, 2, 4, 8})).containsExactly(5, 2, 8);
        assertThat(clusters.sizes()).containsExactly(2, 1, 1);
        assertThat(clusters.only(List.of(0, 2)).count()).isEqualTo(1);
        double[] scores = {1, 1, 0, 0};
        assertThat(clusters.standardError(scores))
                .isEqualTo(ClusterError.of(scores, List.of("b", "a", "b", "c"))
                        .cr1()
                        .orElseThrow());
        assertThat(single(4).standardError(scores))
                .isEqualTo(SampleMean.of(scores).standardError().orElseThrow());
    }
}
