package fr.corpus.annotate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static Growth of(long... forms) {
        Growth.Curve curve = new Growth.Curve();
        curve.add(forms);
        return curve.growth();
    }

    @Test
    void hasPointsAtPowersOfTwoAndAtTheEnd() {
        assertThat(of(7, 7, 8, 0, 1, 7).points())
                .containsExactly(
                        new Growth.Point(1, 1), new Growth.Point(2, 1), new Growth.Point(4, 3), new Growth.Point(6, 4));
        assertThat(of(7, 8).points()).hasSize(2);
        assertThat(of().points()).isEmpty();
    }

    /** The square root of the tokens: the token number n² is new, the others are the first one again. */
    @Test
    void findsTheExponentOfHeaps() {
        long[] forms = LongStream.rangeClosed(1, 1 << 18)
                .map(n -> {
                    long root = Math.round(Math.sqrt(n));
                    return root * root == n ? n : 1;
                })
                .toArray();
        Growth.Heaps heaps = of(forms).heaps().orElseThrow();
        assertThat(heaps.beta()).isCloseTo(0.5, within(0.002));
        assertThat(heaps.k()).isCloseTo(1, within(0.02));
    }

    @Test
    void fitsNothingToAShortText() {
        assertThat(of(LongStream.range(0, 2000).toArray()).heaps()).isEmpty();
    }
}
