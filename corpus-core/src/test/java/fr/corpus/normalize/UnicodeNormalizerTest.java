package fr.corpus.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.step.Settings;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnicodeNormalizerTest {

    private final UnicodeNormalizer step = new UnicodeNormalizer(Normalizer.Form.NFC, false);
    private final UnicodeNormalizer repairing = new UnicodeNormalizer(Normalizer.Form.NFC, true);

    @Test
    void composesAccents() {
        assertThat(step.normalize("e\u0301te\u0301 \u212B")).isEqualTo("été Å");
    }

    @Test
    void givesEveryLineBreakOneForm() {
        assertThat(step.normalize("a\r\nb\rc\u0085d\u2028e\u2029f\fg\u000Bh\r\r\ni"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\n\ni");
        assertThat(step.normalize("fin\r")).isEqualTo("fin\n");
    }

    @Test
    void dropsControlCharactersAndByteOrderMarks() {
        assertThat(step.normalize("\uFEFFa\0b\u0007c\u001Bd\u007Fe\u0092f\uFEFF\tg\n"))
                .isEqualTo("abcdef\tg\n");
    }

    @Test
    void replacesLoneSurrogatesAndKeepsPairs() {
        assertThat(step.normalize("a\uD83D b\uDE00 \uD83D\uDE00 \uDE00\uD83D"))
                .isEqualTo("a\uFFFD b\uFFFD \uD83D\uDE00 \uFFFD\uFFFD");
        assertThat(step.normalize("\0\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    void returnsTheSameInstanceWhenThereIsNothingToDo() {
        for (String clean : new String[] {"", "L’été — « déjà » : 12 500 €…", "漢字 😀", "préſent ﬁn"}) {
            assertThat(step.normalize(clean)).isSameAs(clean);
            assertThat(repairing.normalize(clean)).isSameAs(clean);
        }
    }

    @Test
    void leavesCompatibilityCharactersToNfkc() {
        assertThat(step.normalize("ﬁn x² №")).isEqualTo("ﬁn x² №");
        assertThat(new UnicodeNormalizer(Normalizer.Form.NFKC, false).normalize("ﬁn x² №\u00A05"))
                .isEqualTo("fin x2 No 5");
    }

    @Test
    void changesNothingTheSecondTime() {
        long seed = 41;
        Random random = new Random(seed);
        String alphabet =
                "ae\u0301\u0327\r\n\t\f\0\u0085\u2028\uFEFF\uD83D\uDE00\u00C3\u00A9\u0344\u1100\u1161\u212B \u0092Ãé";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String once = step.normalize(text.toString());
            assertThat(step.normalize(once)).as("seed %d, %s", seed, text).isSameAs(once);
            assertThat(once).doesNotContain("\r").doesNotContain("\0");
            assertThat(new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(once);
        }
    }

    @Test
    void repairsUtf8ReadAsWindows1252OnlyWhenAskedAndCertain() {
        String wrong = "DÃ©jÃ\u00A0 lâ€™Ã©tÃ© â€” 5 â‚¬";
        assertThat(repairing.normalize(wrong)).isEqualTo("Déjà l’été — 5 €");
        assertThat(step.normalize(wrong)).isEqualTo(wrong);
        assertThat(repairing.normalize(wrong + " é")).isEqualTo(wrong + " é");
        assertThat(repairing.normalize("Ã© une seule fois")).isEqualTo("Ã© une seule fois");
        assertThat(repairing.normalize("Ã la carte, Ã")).isEqualTo("Ã la carte, Ã");
        assertThat(repairing.normalize(wrong + " 漢")).isEqualTo(wrong + " 漢");
    }

    @Test
    void repairsEveryFrenchTextThatWasReadWrong() {
        String right = "Où l’œuvre naît : « ça », à Noël… garçon, là-bas, ÉTÉ, Œ, Ÿ, €";
        StringBuilder wrong = new StringBuilder();
        for (byte b : right.getBytes(StandardCharsets.UTF_8)) {
            String read = new String(new byte[] {b}, java.nio.charset.Charset.forName("windows-1252"));
            wrong.append(read.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : read);
        }
        assertThat(repairing.normalize(wrong.toString())).isEqualTo(right);
    }

    @Test
    void readsItsSettings() {
        Settings settings = Settings.none().with("form", "NFKC").with("repair-mojibake", true);
        assertThat(UnicodeNormalizer.from(settings)).isEqualTo(new UnicodeNormalizer(Normalizer.Form.NFKC, true));
        assertThatThrownBy(() -> UnicodeNormalizer.from(settings.with("form", "NFD")))
                .isInstanceOfSatisfying(
                        RecipeException.class,
                        e -> assertThat(e.message().key()).isEqualTo("normalize.unknown-form"));
    }
}
