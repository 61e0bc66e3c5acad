package fr.corpus.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of decision 0170. */
class FrenchAnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "L’École nationale|école nationale",
                "l'école|école",
                "ｌ'école|ｌ'école",
                "de l’eau|eau",
                "jusqu'à l’aube|jusqu à aube",
                "aujourd’hui|aujourd'hui",
                "presqu’île|presqu'île",
                "O'Brien|o'brien",
                "lʼeau, l′eau, l＇eau|eau eau eau",
                "3,5 %|3.5 %",
                "3,50%|3.5 %",
                "3,0|3",
                "1\u202f234,5|1234.5",
                "1\u2009234\u00a0567|1234567",
                "1 234|1234",
                "1.234,5|1234.5",
                "1.234|1.234",
                "12 3456|12 3456",
                "-5 °C|-5 ° c",
                "−5|-5",
                "10-12|10 12",
                "dix-sept|dix sept",
                "12km|12 km",
                "12 €|12 €",
                "« Les Misérables »|misérables",
                "La|la",
                "La, les !|la les",
                "E\u0301TE\u0301|été",
                "…|\"\"",
                "le XIXe siècle|xixe siècle"
            })
    void isNormalizedAsAFrenchReaderWould(String answer, String normal) {
        assertThat(AnswerNormalizer.FR_V1.normalized(answer)).isEqualTo(normal);
    }

    @Test
    void twoEmptyAnswersAgree() {
        assertThat(AnswerNormalizer.FR_V1.score("…", List.of(""))).isEqualTo(new AnswerScore(1, 1));
        assertThat(AnswerNormalizer.FR_V1.score("", List.of("oui"))).isEqualTo(new AnswerScore(0, 0));
        assertThat(AnswerNormalizer.SQUAD_1_1.score("", List.of(""))).isEqualTo(new AnswerScore(1, 0));
        assertThat(AnswerNormalizer.FR_V1.score("oui", List.of())).isEqualTo(new AnswerScore(0, 0));
    }

    @Test
    void theSameAnswerHasFiveScores() {
        List<String> reference = List.of("L'école des femmes");
        assertThat(AnswerNormalizer.FR_V1.score("l’École des Femmes", reference).exactMatch())
                .isEqualTo(1);
        assertThat(AnswerNormalizer.COLE.score("l’École des Femmes", reference).exactMatch())
                .isEqualTo(1);
        assertThat(AnswerNormalizer.FRENCHBENCH
                        .score("l’École des Femmes", reference)
                        .exactMatch())
                .isZero();
        assertThat(AnswerNormalizer.LIGHTEVAL_FR
                        .score("Le chat", List.of("chat"))
                        .exactMatch())
                .isZero();
        assertThat(AnswerNormalizer.FRENCHBENCH.normalized("3,5 %")).isEqualTo("35");
    }
}
