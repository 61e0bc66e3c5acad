package fr.corpus.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.step.Settings;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import fr.corpus.text.Typography;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyNormalizerTest {

    private final TypographyNormalizer step = new TypographyNormalizer(Typography.all());

    /** ⍽ stands for U+00A0, ␣ for U+202F, ¬ for the soft hyphen, _ for a thin space. */
    private static String spell(String text) {
        return text.replace('⍽', '\u00A0')
                .replace('␣', '\u202F')
                .replace('¬', '\u00AD')
                .replace('_', '\u2009');
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            l'été d'Émile qu'on aujourd'hui O'Brien | l’été d’Émile qu’on aujourd’hui O’Brien
            lʼété l＇été | l’été l’été
            l`été d´un l′eau L‘AN | l’été d’un l’eau L’AN
            f′x `code` a`b | f′x `code` a`b
            'mot' les' 'n' 5'30 | 'mot' les' 'n' 5'30
            l'11 qu'« oui » O'2 | l’11 qu’«⍽oui⍽» O'2
            Quoi ? Non ! Oui ; voici : rien | Quoi␣? Non␣! Oui␣; voici⍽: rien
            Quoi⍽? Non_! voici␣: | Quoi␣? Non␣! voici⍽:
            « mot » «␣mot␣» «mot» | «⍽mot⍽» «⍽mot⍽» «mot»
            Quoi? Non! 12:30 http://x.fr | Quoi? Non! 12:30 http://x.fr
            bien :) oui ;-) a ?b !important | bien :) oui ;-) a ?b !important
            Vraiment ?! (oui !) | Vraiment␣?! (oui␣!)
            deux  ; espaces | deux  ; espaces
            12⍽500 12_500 12 500 1␣234⍽567 5⍽% M.⍽X | 12␣500 12␣500 12 500 1␣234␣567 5⍽% M.⍽X
            arc‐en‑ciel | arc-en-ciel
            conti¬nuer | continuer
            ﬁn aﬀaire oﬃce ﬂot ﬅ ﬆ | fin affaire office flot ſt st
            cœur æ préſent œuvre | cœur æ préſent œuvre
            fin... [...] ..... .. ...... | fin… […] ..... .. ......
            – — − ° “mot” 10′ | – — − ° “mot” 10′
            """)
    void rewrites(String text, String expected) {
        assertThat(step.normalize(spell(text))).isEqualTo(spell(expected));
    }

    @Test
    void keepsTheHyphenOfASoftHyphenAtTheEndOfALine() {
        assertThat(step.normalize("conti\u00AD\nnuer")).isEqualTo("conti-\nnuer");
    }

    @Test
    void dropsZeroWidthSpacesAndPlainsWideOnes() {
        assertThat(step.normalize("a\u200Bb\u2060c\u2003d\u3000e\u2007f")).isEqualTo("abc d e f");
        assertThat(step.normalize("a\u200Db \u200C")).isEqualTo("a\u200Db \u200C");
    }

    @Test
    void touchesNoSpaceAtTheStartOfALine() {
        String text = " ; a\n ! b\n : c";
        assertThat(step.normalize(text)).isSameAs(text);
    }

    @Test
    void returnsTheSameInstanceWhenThereIsNothingToDo() {
        String clean = spell("L’œuvre, «⍽déjà⍽»␣! Fin… 12␣500 — arc-en-ciel.\n\nSuite : à voir.")
                .replace(" :", "\u00A0:");
        assertThat(step.normalize(clean)).isSameAs(clean);
        assertThat(step.normalize("")).isEmpty();
    }

    @Test
    void obeysEachSwitch() {
        String text = "l'a‐b ﬁ... non !";
        assertThat(new Typography(false, false, false, false, false).normalize(text))
                .isSameAs(text);
        assertThat(new Typography(true, false, false, false, false).normalize(text))
                .isEqualTo("l’a‐b ﬁ... non !");
        assertThat(new Typography(false, true, false, false, false).normalize(text))
                .isEqualTo("l'a‐b ﬁ... non\u202F!");
        assertThat(new Typography(false, false, true, false, false).normalize(text))
                .isEqualTo("l'a-b ﬁ... non !");
        assertThat(new Typography(false, false, false, true, false).normalize(text))
                .isEqualTo("l'a‐b fi... non !");
        assertThat(new Typography(false, false, false, false, true).normalize(text))
                .isEqualTo("l'a‐b ﬁ… non !");
    }

    @Test
    void changesNothingTheSecondTimeAndNoWord() {
        long seed = 1835;
        Random random = new Random(seed);
        String alphabet =
                "ldquaeéœſﬁﬅ''’ʼ`´′‘‐‑-\u00AD\u200B\u2060 \u00A0\u202F\u2009\u2003\u2007\n;:!?«»\"().…12345\u0301";
        FrenchTokenizer tokenizer = new FrenchTokenizer();
        TokenizedText before = new TokenizedText();
        TokenizedText after = new TokenizedText();
        for (int round = 0; round < 100_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int n = random.nextInt(16); n > 0; n--) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = made.toString();
            String once = step.normalize(text);
            assertThat(step.normalize(once)).as("seed %d, %s", seed, text).isSameAs(once);
            assertThat(letters(once)).as("seed %d, %s", seed, text).isEqualTo(letters(text));
        }
        String prose = "L'été, qu'on croyait fini... « revint » ; l'œuvre ﬁnit : 12\u00A0500 francs ! Arc‐en‐ciel ?";
        tokenizer.tokenize(prose, before);
        tokenizer.tokenize(step.normalize(prose), after);
        assertThat(Arrays.copyOf(after.folded(), after.size()))
                .isEqualTo(Arrays.copyOf(before.folded(), before.size()));
    }

    private static String letters(String text) {
        String spelled = text.replace("ﬁ", "fi").replace("ﬅ", "ſt");
        StringBuilder kept = new StringBuilder();
        spelled.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && c != '\u02BC' || c == '\n' || c == '\u0301')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    @Test
    void readsItsSettings() {
        Settings settings = Settings.none()
                .with("apostrophes", true)
                .with("spaces", false)
                .with("hyphens", true)
                .with("ligatures", false)
                .with("ellipses", true);
        assertThat(TypographyNormalizer.from(settings).typography())
                .isEqualTo(new Typography(true, false, true, false, true));
    }
}
