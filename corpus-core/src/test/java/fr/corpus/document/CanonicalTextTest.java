package fr.corpus.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {

    private static final String[][] CASES = {
        {"L\u2019\u00E9t\u00E9 arrive", "L'\u00E9t\u00E9 arrive"},
        {"\uFEFF  un\t\r\n deux  ", "un deux"},
        {"fin\u202F!", "fin !"},
        {"\u00AB\u00A0mot\u00A0\u00BB", "\u00AB mot \u00BB"},
        {"co\u00ADop\u00E9rer", "coop\u00E9rer"},
        {"a\u200B \u2060b", "a b"},
        {"a\u200Bb", "ab"},
        {"e\u0301t\u00E9", "\u00E9t\u00E9"},
        {"\u212B", "\u00C5"},
        {"un\u2028deux\u2029trois\u0085quatre", "un deux trois quatre"},
        {"\u3000id\u00E9ographique", "id\u00E9ographique"},
        {"aujourd\u02BChui `x\u2032", "aujourd'hui 'x'"},
        {"\u0001\u0000x\u007F", "x"},
        {"R\u00C9SUM\u00C9 \u2014 arc-en-ciel", "R\u00C9SUM\u00C9 \u2014 arc-en-ciel"},
    };

    @Test
    void reducesATextToItsCanonicalForm() {
        for (String[] pair : CASES) {
            assertThat(CanonicalText.of(pair[0])).isEqualTo(pair[1]);
            assertThat(CanonicalText.digest(pair[0])).isEqualTo(Sha256.of(pair[1]));
        }
    }

    @Test
    void countsALoneSurrogateAsAQuestionMark() {
        assertThat(CanonicalText.digest("a\uD83D")).isEqualTo(Sha256.of("a?"));
        assertThat(CanonicalText.digest("\uDE00\uD800b")).isEqualTo(Sha256.of("??b"));
    }

    @Test
    void digestsWhatTheCanonicalFormSpellsOut() {
        long seed = 42;
        Random random = new Random(seed);
        String odd =
                "ab e\u0301\u00E9\u0153\u20AC\u2019\u00A0\u202F\u200B\u00AD\n\t\u0000\u0327\u0130\u1E9B\u0323\u03A9"
                        + "\u2126\u0439\u0438\u0306\uAC00\u1100\u1161\u4E00\uFB01\uD83D\uDE00\uD800\uDC00\uFEFF\uFFFD\u3000 ";
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(round % 100 == 0 ? 20_000 : 40);
            boolean plain = random.nextBoolean();
            while (text.length() < length) {
                int at = plain ? random.nextInt(9) : random.nextInt(odd.length());
                text.append(random.nextInt(50) == 0 ? (char) random.nextInt(0x10000) : odd.charAt(at));
            }
            String made = text.toString();
            Digest expected = Sha256.of(CanonicalText.of(made));
            assertThat(CanonicalText.digest(made))
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(expected);
        }
    }

    @Test
    void takesNoCharacterForInertThatNormalizationTouches() {
        for (int i = 0x300; i < 0x10000; i++) {
            String decomposed = Normalizer.normalize(String.valueOf((char) i), Form.NFD);
            for (int at = 1; at < decomposed.length(); at++) {
                char part = decomposed.charAt(at);
                assertThat(CanonicalBytes.isInert(part) && !Character.isSurrogate(part))
                        .as("composes with what stands before: %04X", (int) part)
                        .isFalse();
            }
            if (CanonicalBytes.isInert((char) i) && !Character.isSurrogate((char) i)) {
                String around = "e" + (char) i + "a";
                assertThat(Normalizer.normalize(around, Form.NFC)).as("%04X", i).isEqualTo(around);
                assertThat(Character.getType(i)).as("%04X", i).isNotEqualTo((int) Character.NON_SPACING_MARK);
            }
        }
        for (int point = 0x1F000; point < 0x1FC00; point++) {
            String text = "e" + Character.toString(point);
            assertThat(Normalizer.normalize(text, Form.NFC)).isEqualTo(text);
        }
    }
}
