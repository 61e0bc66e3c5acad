package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacyFrenchTokenizerTest implements TokenizerContract {

    private final SpacyFrenchTokenizer tokenizer = new SpacyFrenchTokenizer();

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public long pinned() {
        return 6521811932680571207L;
    }

    @Override
    public boolean mayLeaveOut(int codePoint) {
        return codePoint < 0x10000 && SpacyRules.isSpace((char) codePoint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            l'un d'eux | l'¦un¦d'¦eux
            L’ÉTAT | L’¦ÉTAT
            quelqu'un presqu'île | quelqu'¦un¦presqu'¦île
            O'Brien | O'¦Brien
            aujourd’hui prud'homme entr'acte rendez-vous | aujourd’hui¦prud'homme¦entr'acte¦rendez-vous
            arc-en-ciel peut-être ci-dessous e-mail | arc-en-ciel¦peut-être¦ci-dessous¦e-mail
            c'est-à-dire | c'¦est¦-¦à¦-¦dire
            a-t-il dit-on vas-y va-t’en | a¦-t¦-il¦dit¦-on¦vas¦-¦y¦va¦-¦t’¦en
            Staël-Holstein | Staël¦-¦Holstein
            est‑à‑dire | est‑à‑dire
            12 500,50 € | 12¦500,50¦€
            n° 5 N°12 1° | n°¦5¦N¦°¦12¦1¦°
            -5 % 20h30 XIXe 1er 2ème M. p. etc. S.A.R.L. | -5¦%¦20h30¦XIXe¦1er¦2ème¦M.¦p.¦etc.¦S.A.R.L.
            art. L. 123-4 | art¦.¦L.¦123¦-¦4
            et/ou fin… «mot» | et¦/¦ou¦fin¦…¦«¦mot¦»
            http://exemple.fr/a?b=c jean@exemple.fr | http://exemple.fr/a?b=c¦jean@exemple.fr
            """)
    void cutsLikeSpacy(String text, String tokens) {
        assertThat(Tokens.joined(tokenizer, text)).isEqualTo(tokens);
    }

    @Test
    void cutsAWordAtTheEndOfALineInTwo() {
        assertThat(Tokens.of(tokenizer, "conti-\nnuer")).containsExactly("conti-", "nuer");
    }

    @Test
    void takesTheThreeSpacesOfThousandsAlike() {
        assertThat(Tokens.of(tokenizer, "12\u202F500,50\u00A0€")).containsExactly("12", "500,50", "€");
    }

    @Test
    void joinsTheTokensOfAnExceptionAfterwards() {
        assertThat(Tokens.joined(tokenizer, "bien:) bien :) bien : )")).isEqualTo("bien¦:)¦bien¦:)¦bien¦:¦)");
        assertThat(Tokens.joined(tokenizer, "x,est-ce")).isEqualTo("x¦,¦est¦-ce");
    }
}
