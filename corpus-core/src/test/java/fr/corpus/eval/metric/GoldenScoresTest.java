package fr.corpus.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The French golden values of sacreBLEU 2.6.0 and its own test values, to the last bit. */
class GoldenScoresTest {

    private static final Segments FRENCH = segments(
            List.of(
                    "L’élève a reçu 3,5 kg de pommes à l'école.",
                    "Où est-ce qu'il va ?",
                    "« C'est la vie », dit-elle."),
            List.of("L'élève a reçu 3,5 kg de pommes à l’école !", "Où va-t-il ?", "« C’est la vie », dit-elle."));

    private static Segments segments(List<String> hypotheses, List<String> references) {
        return new Segments(hypotheses, List.of(references));
    }

    private static double score(Metric metric) {
        return SegmentStatistics.measure(metric, FRENCH, 2).score();
    }

    private static Bleu bleu(BleuTokenizer tokenizer) {
        return new Bleu(tokenizer, Smoothing.of(Smoothing.Method.EXP), false, false, 4);
    }

    @Test
    void bleuIsThatOfSacrebleu() {
        assertThat(score(Bleu.standard())).isEqualTo(56.4130534321156);
        assertThat(score(bleu(BleuTokenizer.INTERNATIONAL))).isEqualTo(55.96180426219613);
        assertThat(score(bleu(BleuTokenizer.NONE))).isEqualTo(53.87158306862355);
        assertThat(score(bleu(BleuTokenizer.CHARACTER))).isEqualTo(72.613889242858);
    }

    @Test
    void chrfIsThatOfSacrebleu() {
        assertThat(score(Chrf.standard())).isEqualTo(74.57713619081947);
        assertThat(score(Chrf.plusPlus())).isEqualTo(72.75161823157485);
    }

    @Test
    void terIsThatOfSacrebleu() {
        assertThat(score(Ter.standard())).isEqualTo(36.84210526315789);
        assertThat(score(new Ter(true, false, false, false))).isEqualTo(33.33333333333333);
    }

    @Test
    void segmentsHaveEffectiveOrder() {
        SegmentStatistics statistics = SegmentStatistics.measure(Bleu.standard().forSegments(), FRENCH, 1);
        assertThat(List.of(statistics.score(0), statistics.score(1), statistics.score(2)))
                .containsExactly(63.894310424627285, 12.703318703865365, 70.71067811865478);
    }

    @Test
    void theIntervalIsThatOfNumpy2() {
        SegmentStatistics statistics = SegmentStatistics.measure(Bleu.standard(), FRENCH, 1);
        BootstrapScores scores = BootstrapScores.of(statistics, 1000, 12345, 2);
        assertThat(scores.exactMean()).isEqualTo(52.88853311325606);
        assertThat(scores.halfWidth()).isEqualTo(32.568921134210726);
    }

    @Test
    void theSignatureNamesEveryChoice() {
        SegmentStatistics statistics = SegmentStatistics.measure(Bleu.standard(), FRENCH, 1);
        assertThat(statistics.signature(new Resampling(1000, 0, 12345)))
                .isEqualTo("nrefs:1|bs:1000|seed:12345|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0");
        assertThat(new Smoothing(Smoothing.Method.FLOOR, 0.125).signature()).isEqualTo("floor[0.12]");
    }

    @Test
    void aMissingReferenceIsLeftOutAndTheirNumberVaries() {
        Segments segments = new Segments(
                List.of("le chat dort", "il pleut"),
                List.of(List.of("le chat dort", "il pleut"), Arrays.asList("un chat dort", null)));
        SegmentStatistics statistics = SegmentStatistics.measure(Ter.standard(), segments, 1);
        assertThat(statistics.signature(Resampling.NONE)).startsWith("nrefs:var|");
        assertThat(statistics.score()).isZero();
        assertThat(statistics.sums()).containsExactly(0, 5);
    }
}
