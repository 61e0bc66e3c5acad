package fr.corpus.annotate.entity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.EntityAnnotator;
import fr.corpus.annotate.EntityCheck;
import fr.corpus.annotate.LayerChain;
import fr.corpus.step.Annotator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTaggerTest {

    private final Annotator.Worker worker = EntityCheck.chain(LayerChain.Steps.standard(), EntityAnnotator.standard())
            .newWorker();

    private List<String> found(String text) {
        return EntityCheck.entities(worker, text).stream()
                .map(e -> e.type() + " " + text.substring(e.start(), e.end()))
                .toList();
    }

    @Test
    void findsPersonsAndPlaces() {
        assertThat(found("Hier, M. Louis Bertrand a quitté Bordeaux pour Londres avec sa femme."))
                .containsExactly("PER Louis Bertrand", "LOC Bordeaux", "LOC Londres");
    }

    @Test
    void joinsANameThatALineEndHasCut() {
        String wrapped =
                "Le vapeur qui portait le courrier et les voyageurs a quitté Mar¬\nseille hier soir, malgré le "
                        + "mauvais temps, et il sera demain\nen vue des côtes si la mer le permet, ce que personne ne\nsaurait dire.";
        assertThat(found(wrapped)).containsExactly("LOC Mar¬\nseille");
    }

    @Test
    void findsDatesByRules() {
        assertThat(
                        found(
                                "il partit le lundi 3 mars 1914, revint le 1er mai, puis en juin 1848 et le 03/05/1912 ; en mars il dort"))
                .containsExactly("DATE lundi 3 mars 1914", "DATE 1er mai", "DATE juin 1848", "DATE 03/05/1912");
    }

    @Test
    void doesNotDependOnWhatItMetBefore() {
        String text = "M. Dupont habite Rennes. Le Sénat vote à Paris.";
        List<String> first = found(text);
        found("Dupont Dupont Dupont, Rennes !\n".repeat(500));
        assertThat(found(text)).isEqualTo(first);
    }

    @Test
    void standsHostileText() {
        assertThat(found("")).isEmpty();
        assertThat(found(" \n\t")).isEmpty();
        assertThat(found("\uD83D \uDE00\uD83D ¬ ¬\n¬ - -\n- \uDC00Paris")).isNotNull();
        assertThat(found("x".repeat(10_000_000))).isEmpty();
        assertThat(found("👍".repeat(50_000))).isEmpty();
    }
}
