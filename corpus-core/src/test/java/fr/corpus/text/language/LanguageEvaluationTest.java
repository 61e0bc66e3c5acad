package fr.corpus.text.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageEvaluationTest {

    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();

    @Test
    void cutsPiecesAtWordsAndDropsAShortRest() {
        List<String> pieces = LanguageEvaluation.pieces(List.of("un deux trois", "quatre cinq six"), 14);

        assertThat(pieces).containsExactly("un deux trois", "quatre cinq");
    }

    @Test
    void countsBothByLanguageVarietyAndSource() {
        List<String> pieces = List.of(
                "test\tfra\t012\t40\tLes pêcheurs réparaient leurs filets",
                "test\tfra\t014\t40\tIl faisait déjà nuit sur le port",
                "held\toci-lnc\t130\t40\tLos pescaires adobavan lors fialats");

        List<String> table = LanguageEvaluation.table(IDENTIFIER, pieces, List.of("fr", "ca", "fr"));

        assertThat(table)
                .contains(
                        "| fra | 2 | – | 100.0 / 50.0 | – | – |",
                        "| fra test 014 | 1 | – | 100.0 / 0.0 | – | – |",
                        "| oci | 1 | – | 100.0 / 0.0 | – | – |",
                        "| oci-lnc | 1 | – | 100.0 / 0.0 | – | – |",
                        "| not French, called French | 1 | – | 0.0 / 100.0 | – | – |");
    }

    @Test
    void knowsCodesOfTwoLettersAndWiderOnes() {
        List<String> pieces = List.of(
                "held\tbre\t125\t40\tAr besketaerien a oa o terriñ",
                "held\tnob\t400\t40\tFiskerne reparerte garnene sine");

        List<String> table = LanguageEvaluation.table(IDENTIFIER, pieces, List.of("br", "no"));

        assertThat(table).anyMatch(line -> line.startsWith("| bre | 1 | – | 100.0 / 100.0"));
        assertThat(table).anyMatch(line -> line.startsWith("| nob | 1 |") && line.contains("/ 100.0"));
    }

    @Test
    void refusesAnotherNumberOfAnswers() {
        assertThatThrownBy(() -> LanguageEvaluation.table(IDENTIFIER, List.of(), List.of("fr")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 pieces but 1 answers");
    }
}
