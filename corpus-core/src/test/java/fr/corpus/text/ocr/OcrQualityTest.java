package fr.corpus.text.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.text.heritage.WordForms;
import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OcrQualityTest {

    private static final String MODERN = """
            Le car de sept heures dépose les lycéens devant la gare. Il pleut, et les cartables sentent le cuir mouillé. \
            Une fille relit sa leçon de latin sous l’auvent du kiosque, pendant que le marchand empile les journaux du \
            matin. Personne ne parle encore ; on attend que la grille s’ouvre. À huit heures moins dix, le concierge sort \
            avec son trousseau de clefs et traverse la cour. Les plus jeunes courent vers le préau, les autres finissent \
            leur conversation au milieu des flaques. Quand la cloche sonne, il ne reste sur le trottoir que le marchand, \
            qui compte sa monnaie et regarde le ciel.
            """;

    private static final String OLD = """
            Il eſtoit une fois un Roy qui auoit trois filles, dont la plus ieune eſtoit ſi ſage qu’on l’aymoit par tout le \
            païs. Les hommes de ce tems-là ne ſçauoient pas encore lire, mais ils connoiſſoient les eſtoilles & les ſaiſons. \
            Vn jour, la Reyne luy dit qu’elle vouloit voir la mer ; elle partit auec deux ſervantes, qui portoient des \
            habits ſimples & des paniers de fruicts. Le chemin eſtoit long : elles marchoient depuis le matin, & la nuict \
            alloit venir, lors qu’elles virent vne maiſon où l’on faiſoit du feu. Le maiſtre du logis les receut auec \
            beaucoup d’honneſteté, & leur donna du pain.
            """;

    private final OcrQuality quality = OcrQuality.load();

    private OcrReport.Window damaged(String text, double rate) {
        return quality.measure(OcrDamage.text(text.repeat(8), rate, 3)).whole();
    }

    @Test
    void cleanModernTextIsClean() {
        OcrReport.Window whole = damaged(MODERN, 0);
        assertThat(whole.band()).isEqualTo(OcrBand.CLEAN);
        assertThat(whole.score()).isGreaterThan(0.98);
        assertThat(whole.oldShare()).isLessThan(0.02);
    }

    @Test
    void damageIsSeenInItsBand() {
        assertThat(damaged(MODERN, 0.01).errorRate()).isBetween(0.005, 0.02);
        assertThat(damaged(MODERN, 0.02).errorRate()).isBetween(0.012, 0.033);
        assertThat(damaged(MODERN, 0.05).errorRate()).isBetween(0.035, 0.07);
        assertThat(damaged(MODERN, 0.10).errorRate()).isBetween(0.075, 0.13);
    }

    @Test
    void oldSpellingIsNoDamage() {
        OcrReport.Window clean = damaged(OLD, 0);
        assertThat(clean.oldShare()).isGreaterThan(0.15);
        assertThat(clean.errorRate()).isLessThan(0.02);
        assertThat(damaged(OLD, 0.10).errorRate()).isGreaterThan(clean.errorRate() + 0.05);
    }

    @Test
    void theModernFormOfOldWordsIsFound() {
        WordForms forms = new WordForms();
        for (String word : new String[] {
            "estoit", "auoit", "ieune", "vn", "sçauoient", "nuict", "portoient", "enfans", "quatriesme"
        }) {
            assertThat(forms.classOf(word, true)).as(word).isEqualTo(WordForms.OLD);
        }
        for (String word : new String[] {"xqzt", "brrkl", "tlic"}) {
            assertThat(forms.classOf(word, true)).as(word).isEqualTo(WordForms.UNKNOWN);
        }
        assertThat(forms.classOf("était", true)).isEqualTo(WordForms.KNOWN);
    }

    @Test
    void aWordCutAtTheLinesEndIsOneWord() {
        assertThat(quality.measure("Le gouver-\nnement attend.").whole().unknown())
                .isZero();
    }

    @Test
    void badPassagesAreFoundByTheirWindows() {
        String text = MODERN.repeat(3) + OcrDamage.text(MODERN.repeat(3), 0.15, 5) + MODERN.repeat(3);
        OcrReport report = quality.measure(text);
        assertThat(report.windows().get(0).band()).isEqualTo(OcrBand.CLEAN);
        assertThat(report.windows()).anyMatch(window -> window.band() == OcrBand.BAD);
        assertThat(report.windows().get(report.windows().size() - 1).band()).isEqualTo(OcrBand.CLEAN);
    }

    @Test
    void windowsCoverAnyTextOnCodePointBoundaries() {
        long seed = 20261124;
        Random random = new Random(seed);
        String[] parts = {
            "mot ", "😀", "\n", "a\u0300 ", "12,5 ", "x".repeat(2100), "\uD83D", "-\n", "'", "ſ", "ÉTÉ ", "\uDE00 "
        };
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            int at = 0;
            for (OcrReport.Window window : quality.measure(text.toString()).windows()) {
                assertThat(window.start()).as("seed %d round %d", seed, round).isEqualTo(at);
                assertThat(window.end()).isGreaterThan(at);
                assertThat(window.score()).isBetween(0.0, 1.0);
                at = window.end();
                assertThat(at < text.length()
                                && Character.isLowSurrogate(text.charAt(at))
                                && Character.isHighSurrogate(text.charAt(at - 1)))
                        .isFalse();
            }
            assertThat(at).isEqualTo(text.length());
        }
    }

    @Test
    void tooFewWordsSayNothing() {
        assertThat(quality.measure("").whole().band()).isEqualTo(OcrBand.UNKNOWN);
        assertThat(quality.measure("😀 12 ;;;").whole().band()).isEqualTo(OcrBand.UNKNOWN);
    }

    @Test
    void aDamagedModelIsRefused() {
        byte[] bytes = OcrModel.load().toBytes();
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(() -> OcrModel.read(new ByteArrayInputStream(bytes), "m"))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> OcrModel.read(new ByteArrayInputStream(new byte[12]), "m"))
                .isInstanceOf(IntegrityException.class);
    }
}
