package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchTokenizerTest implements TokenizerContract {

    private final FrenchTokenizer tokenizer = new FrenchTokenizer();

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public long pinned() {
        return -4393565551946653917L;
    }

    @Override
    public boolean mayLeaveOut(int codePoint) {
        byte kind = Characters.kind(codePoint);
        return kind == Characters.SPACE || kind == Characters.FORMAT;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            l'un d'eux | l'¦un¦d'¦eux
            L’ÉTAT | L’¦ÉTAT
            lʼami | lʼ¦ami
            jusqu'ici, lorsqu’il puisqu'on quoiqu'elle | jusqu'¦ici¦,¦lorsqu’¦il¦puisqu'¦on¦quoiqu'¦elle
            quelqu'un quelqu’une presqu'île presqu'autant | quelqu'un¦quelqu’une¦presqu'île¦presqu'¦autant
            aujourd’hui prud'homme entr'acte grand'mère O'Brien rock'n'roll | aujourd’hui¦prud'homme¦entr'acte¦grand'mère¦O'Brien¦rock'n'roll
            d'aujourd'hui | d'¦aujourd'hui
            QU'IL S'AGIT | QU'¦IL¦S'¦AGIT
            l'11 septembre | l'¦11¦septembre
            'mot' ‘mot’ | '¦mot¦'¦‘¦mot¦’
            qu'« il » | qu'¦«¦il¦»
            arc-en-ciel peut-être ci-dessous e-mail celui-là moi-même | arc-en-ciel¦peut-être¦ci-dessous¦e-mail¦celui-là¦moi-même
            rendez-vous chef-d’œuvre Staël-Holstein pet-en-l'air | rendez-vous¦chef-d’œuvre¦Staël-Holstein¦pet-en-l'air
            dit-il a-t-on vas-y donne-le-moi va-t’en allons-nous-en | dit¦-il¦a¦-t-on¦vas¦-y¦donne¦-le¦-moi¦va¦-t’¦en¦allons¦-nous¦-en
            qu'est-ce c'est-à-dire y a-t-il | qu'¦est¦-ce¦c'est-à-dire¦y¦a¦-t-il
            est‑ce arc‑en‑ciel | est¦‑ce¦arc‑en‑ciel
            12 500,50 € | 12 500,50¦€
            1 234 567 et 12 500 | 1 234 567¦et¦12 500
            en 2010 200 personnes | en¦2010¦200¦personnes
            5% -5 % 3,14 1.234 12/05/2020 12:30 1914-1918 | 5¦%¦-¦5¦%¦3,14¦1.234¦12/05/2020¦12:30¦1914¦-¦1918
            n° 5 N°12 1° 20 °C 20h30 XIXe XIXᵉ 1er 2ème m² | n°¦5¦N°¦12¦1°¦20¦°C¦20h30¦XIXe¦XIXᵉ¦1er¦2ème¦m²
            M. Dupont, Mme. etc. J.-C. S.A.R.L. p. 12 S.N.C.F | M.¦Dupont¦,¦Mme.¦etc.¦J.-C.¦S.A.R.L.¦p.¦12¦S.N.C.F
            M. de Rênal vit M. C'est M. | M.¦de¦Rênal¦vit¦M.¦C'¦est¦M¦.
            Il vint. Elle partit. | Il¦vint¦.¦Elle¦partit¦.
            art. L. 123-4 du code | art.¦L.¦123¦-¦4¦du¦code
            un bel art. Fin. | un¦bel¦art¦.¦Fin¦.
            fin.Début | fin¦.¦Début
            https://exemple.fr/a?b=c, (voir http://x.org/a_(b)). | https://exemple.fr/a?b=c¦,¦(¦voir¦http://x.org/a_(b)¦)¦.
            www.insee.fr/fr ou jean.dupont@exemple.fr. | www.insee.fr/fr¦ou¦jean.dupont@exemple.fr¦.
            lemonde.fr fichier.txt. | lemonde.fr¦fichier.txt¦.
            fin… Oui... « mot » — non ! | fin¦…¦Oui¦...¦«¦mot¦»¦—¦non¦!
            et/ou R&D A4 H2O covid-19 snake_case | et¦/¦ou¦R&D¦A4¦H2O¦covid-19¦snake_case
            ------ *** | ------¦***
            漢字かな | 漢¦字¦か¦な
            👩‍🚀👍🏽 🇫🇷🇧🇪 ❤️ | 👩‍🚀¦👍🏽¦🇫🇷¦🇧🇪¦❤️
            conti­nuer | conti­nuer
            """)
    void cuts(String text, String tokens) {
        assertThat(Tokens.joined(tokenizer, text)).isEqualTo(tokens);
    }

    @Test
    void takesTheThreeSpacesOfThousands() {
        assertThat(Tokens.of(tokenizer, "12\u202F500,50\u00A0€")).containsExactly("12\u202F500,50", "€");
        assertThat(Tokens.of(tokenizer, "12\u00A0500 12\u2009500")).containsExactly("12\u00A0500", "12\u2009500");
    }

    @Test
    void joinsAWordCutAtTheEndOfALine() {
        assertThat(Tokens.of(tokenizer, "il conti-\nnuer conti-\r\n  nuer"))
                .containsExactly("il", "conti-\nnuer", "conti-\r\n  nuer");
        TokenizedText cut = Tokens.cut(tokenizer, "conti-\nnuer continuer conti\u00ADnuer");
        assertThat(cut.folded()[0]).isEqualTo(cut.folded()[1]).isEqualTo(cut.folded()[2]);
        assertThat(cut.hash()[0]).isNotEqualTo(cut.hash()[1]);
        assertThat(Tokens.of(tokenizer, "fin -\nsuite mot-\nParis dit-\nil"))
                .containsExactly("fin", "-", "suite", "mot", "-", "Paris", "dit", "-\nil");
    }

    @Test
    void givesClassesLengthsAndHashes() {
        String text = "L’Été 12 « 😀 x²";
        TokenizedText cut = Tokens.cut(tokenizer, text);
        assertThat(Tokens.strings(text, cut)).containsExactly("L’", "Été", "12", "«", "😀", "x²");
        int letter = TokenizedText.LETTER;
        assertThat(Arrays.copyOf(cut.classes(), cut.size()))
                .containsExactly(
                        letter | TokenizedText.CAPITAL,
                        letter | TokenizedText.CAPITAL,
                        TokenizedText.DIGIT,
                        TokenizedText.PUNCTUATION,
                        TokenizedText.PUNCTUATION,
                        letter);
        assertThat(Arrays.copyOf(cut.codePoints(), cut.size())).containsExactly(2, 3, 2, 1, 1, 2);
        assertThat(cut.hash()[1]).isEqualTo(TokenHash.of("Été"));
        assertThat(cut.folded()[1]).isEqualTo(TokenHash.of("ete")).isEqualTo(Folding.hash("ÉTÉ"));
        assertThat(cut.folded()[3]).isZero();
        assertThat(cut.folded()[4]).isZero();
    }

    @Test
    void isReadyForAnEmptyTextAndForReuse() {
        TokenizedText out = new TokenizedText();
        tokenizer.tokenize("un texte", out);
        tokenizer.tokenize("", out);
        assertThat(out.size()).isZero();
        tokenizer.tokenize("e\u0301te\u0301", out);
        assertThat(out.folded()[0]).isEqualTo(Folding.hash("été"));
    }

    @Test
    void takesTheModifierApostropheAloneForASign() {
        TokenizedText cut = Tokens.cut(tokenizer, "ʼ ʼmot ʼʼ");
        assertThat(Tokens.strings("ʼ ʼmot ʼʼ", cut)).containsExactly("ʼ", "ʼ", "mot", "ʼ", "ʼ");
        assertThat(cut.classes()[0]).isEqualTo(TokenizedText.PUNCTUATION);
        assertThat(cut.folded()[0]).isZero();
    }
}
