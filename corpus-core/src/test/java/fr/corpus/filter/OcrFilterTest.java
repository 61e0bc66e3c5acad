package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import org.junit.jupiter.api.Test;

class OcrFilterTest {

    private static final String CLEAN =
            "Le marchand empile les journaux du matin et regarde la pluie tomber sur la place. "
                    + "Personne ne parle encore, on attend que la grille du lycée veuille bien s’ouvrir. ";
    private static final String BAD =
            "Lc m4rchnd cmpilc lcs jonrnanx dn mztin ct rcg.rde la plnic tombcr snr lx plvce. "
                    + "Pcrsonnc nc parlc cncorc, ou attcnd quc lv grillc dn lycéc vcuillc bicn s’onvrir. ";

    private final TextView view = new TextView(new FrenchTokenizer());

    private static Settings settings() {
        return Settings.none()
                .with("max-error-rate", 0.075)
                .with("bad-window-error-rate", 0.10)
                .with("max-bad-windows", 0.5);
    }

    @Test
    void keepsCleanTextAndDropsBadRecognition() {
        OcrFilter filter = OcrFilter.from(settings());
        assertThat(filter.judge(view.of(CLEAN.repeat(4)))).isEqualTo(Verdict.keep());
        Verdict.Drop drop = (Verdict.Drop) filter.judge(view.of(BAD.repeat(4)));
        assertThat(drop.reason()).isEqualTo(Reason.of("ocr-errors"));
        assertThat(drop.evidence().items())
                .extracting(item -> item.name())
                .containsExactly("ocr-method", "ocr-error-rate", "ocr-score", "old-spelling", "max-error-rate");
    }

    @Test
    void dropsATextOfWhichTooManyWindowsAreBad() {
        OcrFilter filter =
                OcrFilter.from(settings().with("max-error-rate", Settings.OFF).with("max-bad-windows", 0.2));
        assertThat(((Verdict.Drop) filter.judge(view.of(CLEAN.repeat(20) + BAD.repeat(20)))).reason())
                .isEqualTo(Reason.of("ocr-bad-windows"));
    }

    @Test
    void keepsAnotherLanguageAndTooFewWords() {
        OcrFilter filter = OcrFilter.from(settings());
        view.of(BAD.repeat(4)).language("deu");
        assertThat(filter.judge(view)).isEqualTo(Verdict.keep());
        assertThat(filter.judge(view.of("Lc m4rchnd cmpilc"))).isEqualTo(Verdict.keep());
    }

    @Test
    void refusesAShareOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OcrFilter.from(settings().with("max-error-rate", 7.5)))
                .withMessageContaining("max-error-rate");
    }
}
