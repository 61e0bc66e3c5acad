package fr.corpus.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Measures of choices, labels, sets, likelihoods and confidences; values of scikit-learn 1.9.1 and SciPy 1.17.1 where they have them. */
class ItemMeasuresTest {

    private static List<String> labels(String digits) {
        return Arrays.asList(digits.split(""));
    }

    @Test
    void matthewsIsThatOfScikitLearn() {
        assertThat(Classification.of(labels("00111010"), labels("01110010")).matthews())
                .isEqualTo(0.5);
        assertThat(Classification.of(labels("012210"), labels("022211")).matthews())
                .isEqualTo(0.5222329678670935);
        assertThat(Classification.of(labels("0000"), labels("0101")).matthews()).isZero();
    }

    @Test
    void macroF1IsOverTheLabelsOfBothSides() {
        assertThat(Classification.of(labels("012210"), labels("022211")).macroF1())
                .isEqualTo(0.6555555555555556);
        assertThat(Classification.of(labels("0011"), labels("0012")).macroF1()).isEqualTo(0.5555555555555555);
    }

    @Test
    void anAccentedLetterIsTwoBytesAndOneCodePoint() {
        MultipleChoice choice = new MultipleChoice(List.of("été", "mois"), List.of(-3.3, -4.0));
        assertThat(choice.best(MultipleChoice.Normalization.NONE)).isZero();
        assertThat(choice.best(MultipleChoice.Normalization.CODE_POINTS)).isEqualTo(1);
        assertThat(choice.best(MultipleChoice.Normalization.BYTES)).isZero();
        assertThat(choice.bestByMutualInformation(List.of(-3.0, -9.0))).isEqualTo(1);
        assertThat(choice.bestByToken(List.of(1, 2))).isEqualTo(1);
    }

    @Test
    void theFirstOfEqualChoicesWins() {
        assertThat(new MultipleChoice(List.of("a", "b"), List.of(-1.0, -1.0)).best(MultipleChoice.Normalization.NONE))
                .isZero();
    }

    @Test
    void passAtKHasNoBias() {
        assertThat(PassAtK.of(10, 3, 1)).isCloseTo(0.3, within(1e-15));
        assertThat(PassAtK.of(10, 3, 5)).isCloseTo(0.9166666666666666, within(1e-15));
        assertThat(PassAtK.of(5, 0, 5)).isZero();
        assertThat(PassAtK.of(5, 3, 3)).isEqualTo(1);
    }

    @Test
    void setsAreComparedWhole() {
        assertThat(SetAnswer.jaccard(Set.of("a", "c"), Set.of("a", "b"))).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(SetAnswer.jaccard(Set.of(), Set.of())).isEqualTo(1);
        assertThat(SetAnswer.exact(Set.of("a"), Set.of("a", "b"))).isZero();
    }

    @Test
    void aConfidenceOnTheEdgeFallsIntoTheBinBelow() {
        double[] confidences = {0.0, 1 / 15.0, 1 / 15.0 + 1e-9, 1.0, 0.2};
        boolean[] right = {false, true, false, true, false};
        // bins: {0, 1/15} and {1/15+} and {1} and {0.2}
        double expected = 2 / 5.0 * Math.abs(0.5 - 1 / 30.0) + 1 / 5.0 * (1 / 15.0 + 1e-9) + 0 + 1 / 5.0 * 0.2;
        assertThat(Calibration.expectedError(confidences, right, Calibration.BINS))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void brierIsSquaredError() {
        assertThat(Calibration.brier(new double[] {0.9, 0.2}, new boolean[] {true, false}))
                .isCloseTo(0.025, within(1e-15));
        assertThat(Calibration.brier(List.of(new double[] {0.7, 0.2, 0.1}), new int[] {0}))
                .isCloseTo(0.14, within(1e-15));
    }

    @Test
    void correlationsAreThoseOfScipy() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2, 1, 4, 3, 7};
        assertThat(Correlation.pearson(x, y).orElseThrow()).isCloseTo(0.824163383692134, within(1e-15));
        assertThat(Correlation.spearman(x, y).orElseThrow()).isCloseTo(0.8, within(1e-15));
        assertThat(Correlation.pearson(x, new double[] {1, 1, 1, 1, 1})).isEmpty();
        assertThat(Correlation.pearson(new double[] {1}, new double[] {2})).isEmpty();
    }

    @Test
    void bitsPerByteCountBytes() {
        Likelihood likelihood = new Likelihood(-10, 2, 8).plus(new Likelihood(-6, 2, 8));
        assertThat(likelihood.wordPerplexity()).isCloseTo(Math.exp(4), within(1e-12));
        assertThat(likelihood.bitsPerByte()).isCloseTo(1 / Math.log(2), within(1e-15));
    }
}
