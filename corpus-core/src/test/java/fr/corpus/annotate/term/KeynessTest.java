package fr.corpus.annotate.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeynessTest {

    /** By hand: 2 × (20 ln(20/10) + 0) with both corpora of one size and nothing in the other. */
    @Test
    void isTheLogLikelihoodOfTwoCells() {
        assertThat(Keyness.logLikelihood(20, 1000, 0, 1000)).isCloseTo(40 * Math.log(2), within(1e-12));
        assertThat(Keyness.logLikelihood(30, 1000, 10, 1000))
                .isCloseTo(2 * (30 * Math.log(1.5) + 10 * Math.log(0.5)), within(1e-12));
    }

    @Test
    void isNothingWhereTheSharesAreEqual() {
        assertThat(Keyness.logLikelihood(6, 300, 20, 1000)).isCloseTo(0, within(1e-12));
        assertThat(Keyness.logRatio(6, 300, 20, 1000)).isCloseTo(0, within(1e-12));
    }

    @Test
    void growsWithTheCorpusWhileTheRatioDoesNot() {
        assertThat(Keyness.logLikelihood(200, 10_000, 50, 10_000))
                .isCloseTo(10 * Keyness.logLikelihood(20, 1000, 5, 1000), within(1e-9));
        assertThat(Keyness.logRatio(200, 10_000, 50, 10_000)).isCloseTo(2, within(1e-12));
    }

    @Test
    void countsHalfAWordWhereThereIsNone() {
        assertThat(Keyness.logRatio(4, 1000, 0, 1000)).isCloseTo(3, within(1e-12));
    }
}
