package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimator against theory: expectation J, variance at most J(1 − J)/k, catch probability 1 − (1 − J^rows)^bands. */
class SimilaritySketchTest {

    private static final int BANDS = 14;
    private static final int ROWS = 8;
    private static final int K = BANDS * ROWS;

    @ParameterizedTest
    @CsvSource({"5,0.5", "20,0.8", "60,0.75", "150,0.25", "500,0.75", "500,0.9", "2000,0.6"})
    void estimatesJaccardWithoutBiasAndWithNoMoreVarianceThanMinHash(int union, double target) {
        int trials = 4000;
        Random random = new Random(union);
        int common = (int) Math.round(target * union);
        double jaccard = (double) common / union;
        double sum = 0;
        double squares = 0;
        for (int trial = 0; trial < trials; trial++) {
            double estimate = (double) agreements(pair(random, union, common)) / K;
            sum += estimate;
            squares += (estimate - jaccard) * (estimate - jaccard);
        }
        double minHashVariance = jaccard * (1 - jaccard) / K;
        assertThat(sum / trials).isCloseTo(jaccard, within(5 * Math.sqrt(minHashVariance / trials)));
        // the variance of a sample variance: five standard errors, sqrt(2 / trials) each
        assertThat(squares / trials).isLessThan(minHashVariance * (1 + 5 * Math.sqrt(2.0 / trials)));
    }

    @ParameterizedTest
    @CsvSource({"0.6,0.211", "0.7,0.565", "0.75,0.772", "0.8,0.924", "0.85,0.988"})
    void catchesPairsAsOftenAsTheoryTells(double target, double published) {
        double theory = 1 - Math.pow(1 - Math.pow(target, ROWS), BANDS);
        assertThat(theory).isCloseTo(published, within(0.0006));
        int trials = 4000;
        int union = 600;
        Random random = new Random(Double.hashCode(target));
        int caught = 0;
        for (int trial = 0; trial < trials; trial++) {
            long[][] keys = keysOf(pair(random, union, (int) Math.round(target * union)));
            caught += shareAKey(keys[0], keys[1]) ? 1 : 0;
        }
        // bins are drawn without replacement, which lowers J^8 a little in sets of finite size
        double tolerance = 0.015 + 4 * Math.sqrt(theory * (1 - theory) / trials);
        assertThat((double) caught / trials).isCloseTo(theory, within(tolerance));
    }

    @Test
    void doesNotDependOnOrderOrRepeats() {
        Random random = new Random(7);
        for (int size : new int[] {1, 2, 50, 700}) {
            long[] set = random.longs(size).toArray();
            long[] shuffledTwice = new long[2 * size];
            for (int i = 0; i < size; i++) {
                shuffledTwice[i] = set[size - 1 - i];
                shuffledTwice[size + i] = set[i];
            }
            assertThat(keys(shuffledTwice)).isEqualTo(keys(set));
        }
    }

    @Test
    void fillsEveryBinOfATinySet() {
        SimilaritySketch sketch = new SimilaritySketch(BANDS, ROWS);
        sketch.fill(new long[] {42}, 1);
        assertThat(Arrays.stream(sketch.values())).doesNotContain(Long.MAX_VALUE);
    }

    @Test
    void gaveTheseKeysFromTheStart() {
        // pinned: a change here is a new version of the sketch
        assertThat(keys(new long[] {1, 2, 3}))
                .startsWith(-459869822320728166L, -4387842476414258357L, -5222835650809337040L);
    }

    private static long[] keys(long[] set) {
        long[] keys = new long[BANDS];
        new SimilaritySketch(BANDS, ROWS).keys(set, set.length, keys, 0);
        return keys;
    }

    private static long[][] keysOf(long[][] pair) {
        return new long[][] {keys(pair[0]), keys(pair[1])};
    }

    private static boolean shareAKey(long[] a, long[] b) {
        for (int band = 0; band < BANDS; band++) {
            if (a[band] == b[band]) {
                return true;
            }
        }
        return false;
    }

    private static int agreements(long[][] pair) {
        SimilaritySketch first = new SimilaritySketch(BANDS, ROWS);
        SimilaritySketch second = new SimilaritySketch(BANDS, ROWS);
        first.fill(pair[0], pair[0].length);
        second.fill(pair[1], pair[1].length);
        int equal = 0;
        for (int i = 0; i < K; i++) {
            equal += first.values()[i] == second.values()[i] ? 1 : 0;
        }
        return equal;
    }

    /** Two sets with this many elements in all and this many in common. */
    private static long[][] pair(Random random, int union, int common) {
        long[] all = random.longs(union).toArray();
        int half = common + (union - common) / 2;
        long[] first = Arrays.copyOf(all, half);
        long[] second = new long[union - half + common];
        System.arraycopy(all, 0, second, 0, common);
        System.arraycopy(all, half, second, common, union - half);
        return new long[][] {first, second};
    }
}
