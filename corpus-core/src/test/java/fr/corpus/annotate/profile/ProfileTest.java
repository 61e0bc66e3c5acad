package fr.corpus.annotate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.term.Keyword;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.document.Annotations;
import fr.corpus.step.Annotator;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Annotator.Worker WORKER = LayerChain.of(
                    EnumSet.of(Layer.POS, Layer.LEMMA), LayerChain.Steps.standard())
            .newWorker();

    private static final String EASY =
            "Le chat dort. Il fait beau. La fille joue avec le chien. Elle rit et le chien court. ";
    private static final String HARD =
            "L’interprétation des dispositions réglementaires relatives à l’indemnisation des "
                    + "collectivités territoriales appartient exclusivement aux juridictions administratives compétentes. ";

    private static Profile of(String... documents) {
        Profile.Collector collector = new Profile.Collector(LemmaFrequencies.load());
        for (String text : documents) {
            collector.add(text, WORKER.annotate(text, Annotations.NONE));
        }
        return collector.profile(10);
    }

    @Test
    void countsWordsAsTheEyeSeesThem() {
        Counts counts = of("L’homme dit-il vrai en 1848 ? Aujourd’hui, oui !").counts();
        assertThat(counts.sentences()).isEqualTo(2);
        assertThat(counts.words())
                .as("L’homme, dit-il, vrai, en; Aujourd’hui, oui")
                .isEqualTo(6);
        assertThat(counts.syllables()).isEqualTo(1 + 2 + 1 + 1 + 3 + 1);
        assertThat(counts.longWords()).as("aujourd’hui").isEqualTo(1);
    }

    @Test
    void computesTheMeasuresFromTheCounts() {
        Readability measures = Readability.of(new Counts(2, 20, 30, 5, 16, 4)).orElseThrow();
        assertThat(measures.kandelMoles()).isCloseTo(207 - 1.015 * 10 - 73.6 * 1.5, within(1e-9));
        assertThat(measures.lix()).isCloseTo(35, within(1e-9));
        assertThat(measures.rareShare()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void tellsEasyTextFromHard() {
        Readability easy = of(EASY).readability().orElseThrow();
        Readability hard = of(HARD).readability().orElseThrow();
        assertThat(easy.kandelMoles()).isGreaterThan(100);
        assertThat(hard.kandelMoles()).isLessThan(20);
        assertThat(hard.lix()).isGreaterThan(easy.lix() + 30);
        assertThat(hard.rareShare()).isGreaterThan(easy.rareShare());
    }

    @Test
    void measuresLongDocumentsOneByOne() {
        Profile profile = of(EASY, EASY.repeat(8), HARD.repeat(8));
        assertThat(profile.documents()).isEqualTo(3);
        Quantiles spread = profile.kandelMoles().orElseThrow();
        assertThat(spread.documents()).isEqualTo(2);
        assertThat(spread.low()).isLessThan(20);
        assertThat(spread.high()).isGreaterThan(100);
        assertThat(profile.keyTerms().keywords()).extracting(Keyword::lemma).contains("chien");
    }

    @Test
    void readsHostileText() {
        Profile profile =
                of("", "😀".repeat(500), "a".repeat(100_000), "\uD800 mot \uDC00", "שלום עולם", "\u0000\u0001");
        assertThat(profile.documents()).isEqualTo(6);
        assertThat(of("").readability()).isEmpty();
        assertThat(of().growth().points()).isEmpty();
    }
}
