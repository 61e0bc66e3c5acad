package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractionTest {

    private static final PackItem ITEM = new PackItem.MultipleChoice(
            ItemFacts.of("x", "fr"), Optional.empty(), "Quel canton ?", List.of("Vaud", "Genève", "Jura"), List.of(0));

    private static Extraction find(ExtractionRule.Kind kind, String output) {
        return Extraction.of(new ExtractionRule(kind, Optional.of("La réponse est")), ITEM, output);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B|B",
                "b.|B",
                "(C)|C",
                "**A**|A",
                "La réponse est B.|B",
                "La bonne réponse est C, sans aucun doute.|C",
                "Genève|B",
                "Je dirais A, non, plutôt : La réponse est C|C",
                "Réponse : B|B"
            })
    void theLetterIsFoundHoweverItIsWritten(String output, String letter) {
        Extraction found = find(ExtractionRule.Kind.LETTER, output);
        assertThat(found.outcome()).isEqualTo(Extraction.Outcome.FOUND);
        assertThat(found.value()).isEqualTo(letter);
        assertThat(found.choice()).contains(letter.charAt(0) - 'A');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A ou B|AMBIGUOUS",
                "Je ne sais pas.|NONE",
                "D|NONE",
                "Cela dépend|NONE",
                "A mon avis il faut voir|NONE",
                "C’est difficile à dire|NONE",
                "Les vitamines B12|NONE"
            })
    void aGuessIsNeverMade(String output, Extraction.Outcome outcome) {
        assertThat(find(ExtractionRule.Kind.LETTER, output).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A, C|AC",
                "a, c et b.|ABC",
                "CA|AC",
                "Les réponses justes sont B et C.|BC",
                "C’est A) et B).|AB",
                "B|B",
                "D|''",
                "rien|''"
            })
    void severalLettersAreReadTogether(String output, String letters) {
        Extraction found = find(ExtractionRule.Kind.LETTERS, output);
        assertThat(found.value()).isEqualTo(letters);
        assertThat(found.choices()).hasSize(letters.length());
    }

    @Test
    void theLastNumberIsReadInFrench() {
        assertThat(find(ExtractionRule.Kind.LAST_NUMBER, "2 fois 3 font 6, donc 1\u202f234,5 €")
                        .value())
                .isEqualTo("1\u202f234,5");
        assertThat(find(ExtractionRule.Kind.LAST_NUMBER, "rien").outcome()).isEqualTo(Extraction.Outcome.NONE);
    }

    @Test
    void theFirstLineThatSaysSomethingCounts() {
        assertThat(find(ExtractionRule.Kind.FIRST_LINE, "\n \u00a0\n Paris \nou Lyon")
                        .value())
                .isEqualTo("Paris");
    }

    @Test
    void thePlaceOfWhatWasFoundIsTold() {
        Extraction found = find(ExtractionRule.Kind.LETTER, "Voyons. La réponse est B.");
        assertThat("Voyons. La réponse est B.".substring(found.start(), found.end()))
                .isEqualTo("B");
    }
}
