package fr.corpus.annotate.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import fr.corpus.step.Annotator;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermCountsTest {

    private static final Annotator.Worker WORKER = LayerChain.of(
                    EnumSet.of(Layer.POS, Layer.LEMMA), LayerChain.Steps.standard())
            .newWorker();

    private static List<MultiwordTerm> terms(int least, String... documents) {
        TermCounts counts = new TermCounts();
        for (String text : documents) {
            counts.add(text, WORKER.annotate(text, Annotations.NONE));
        }
        return counts.terms(least, 100);
    }

    private static MultiwordTerm term(List<MultiwordTerm> terms, String lemmas) {
        return terms.stream()
                .filter(term -> term.term().equals(lemmas))
                .findFirst()
                .orElseThrow(() -> new AssertionError(lemmas + " is not among " + terms));
    }

    @Test
    void joinsFormsOfOneTermAndShowsTheOneMostWritten() {
        List<MultiwordTerm> terms = terms(
                1,
                "Les chemins de fer relient les villes. Le chemin de fer traverse la plaine.",
                "On construit des chemins de fer partout 😀, et des chemins de fer encore.");
        MultiwordTerm railway = term(terms, "chemin de fer");
        assertThat(railway.count()).isEqualTo(4);
        assertThat(railway.documents()).isEqualTo(2);
        assertThat(railway.form()).isEqualTo("chemins de fer");
        assertThat(railway.lexicalWords()).isEqualTo(2);
    }

    @Test
    void readsThroughContractionsAndWhiteSpace() {
        MultiwordTerm minister = term(terms(1, "Il a vu le ministre du  travail hier."), "ministre de le travail");
        assertThat(minister.form()).isEqualTo("ministre du travail");
    }

    @Test
    void joinsNamesAndLeavesPointingAdjectivesOut() {
        List<MultiwordTerm> terms =
                terms(1, "Hier, Victor Hugo parlait à Juliette Drouet. La même chose arriva à une autre femme.");
        assertThat(terms).extracting(MultiwordTerm::term).contains("Victor Hugo", "Juliette Drouet");
        assertThat(terms).extracting(MultiwordTerm::term).doesNotContain("même chose", "autre femme");
    }

    @Test
    void doesNotCrossTheEndOfASentence() {
        assertThat(terms(1, "Il aime la mer. Bleue était la nuit."))
                .extracting(MultiwordTerm::term)
                .doesNotContain("mer bleu");
    }

    /** état civil: 5 times, 3 of them in one longer term: 5 − 3 / 1; officier d’état civil: log₂ 3 × 3. */
    @Test
    void takesFromATermWhatIsDueToLongerOnes() {
        List<MultiwordTerm> terms = terms(
                2,
                "Il voit un officier d'état civil. Elle cherche un officier d'état civil. Je suis officier d'état civil.",
                "On change l'état civil. Tu lis l'état civil.");
        assertThat(term(terms, "officier de état civil").cValue())
                .isCloseTo(3 * Math.log(3) / Math.log(2), within(1e-9));
        assertThat(term(terms, "état civil").count()).isEqualTo(5);
        assertThat(term(terms, "état civil").cValue()).isCloseTo(2, within(1e-9));
        assertThat(terms)
                .as("only met within the longer one")
                .noneMatch(term -> term.term().equals("officier de état"));
    }

    /** moteur électrique: 4 times; 2 in the longest term and, besides, 1 in the middle one: 4 − (2 + 1) / 2. */
    @Test
    void countsWhatIsInTheLongestTermOnce() {
        List<MultiwordTerm> terms = terms(
                2,
                "Le moteur électrique synchrone triphasé tourne. Le moteur électrique synchrone triphasé chauffe.",
                "Ce moteur électrique synchrone tourne. Ce moteur électrique tourne.");
        assertThat(term(terms, "moteur électrique synchrone").cValue())
                .isCloseTo((3 - 2) * Math.log(3) / Math.log(2), within(1e-9));
        assertThat(term(terms, "moteur électrique").cValue()).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(terms(1, "", "…", "😀😀 42")).isEmpty();
    }
}
