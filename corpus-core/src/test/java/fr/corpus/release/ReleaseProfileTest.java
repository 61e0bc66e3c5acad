package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import fr.corpus.document.Document;
import fr.corpus.step.Annotator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseProfileTest {

    private static final String FRENCH = "De quoi parlent les textes et comment ils sont écrits";

    /** Each text tells of a named weaver in its valley; the first also of a lighthouse, four times. */
    private static SampleRelease annotated(Set<Layer> layers) {
        SampleRelease sample = new SampleRelease(8, 40);
        Annotator.Worker worker =
                LayerChain.of(layers, LayerChain.Steps.standard()).newWorker();
        int[] number = new int[1];
        sample.data.replaceAll(row -> {
            String text = "Le tisserand Durand regarde sa vieille machine à tisser. " + number[0] + " fois."
                    + (number[0]++ == 0 ? " Le phare brille. Un phare, le phare, ce phare." : "");
            Document document =
                    Document.of(text, row.document().metadata(), row.document().provenance());
            return new ReleaseRow(
                    document.with(worker.annotate(text, Annotations.NONE)),
                    row.admission(),
                    row.measures(),
                    row.clusterSize());
        });
        sample.duplicates.clear();
        sample.data.sort(ReleaseRow.ORDER);
        return sample;
    }

    private static String card(Set<Layer> layers, Path work, int parts) throws Exception {
        return Files.readString(annotated(layers).write(work, parts).resolve("README.fr.md"));
    }

    @Test
    void theCardTellsTheWordsOfTheTextsWhateverTheParts(@TempDir Path dir) throws Exception {
        String card = card(EnumSet.of(Layer.POS, Layer.LEMMA), dir.resolve("one"), 1);
        assertThat(card)
                .contains(FRENCH, "25 documents", "| tisserand | NOUN | 25 | 25 |", "| vieille machine | 25 | 25 |");
        assertThat(card(EnumSet.of(Layer.POS, Layer.LEMMA), dir.resolve("three"), 3))
                .isEqualTo(card);
    }

    @Test
    void namesAndWordsOfOneDocumentAreNotShown(@TempDir Path dir) throws Exception {
        assertThat(card(EnumSet.of(Layer.POS, Layer.LEMMA), dir, 2)).doesNotContain("Durand", "durand", "phare");
    }

    @Test
    void withoutLemmasThereIsNoSuchSection(@TempDir Path dir) throws Exception {
        assertThat(card(EnumSet.of(Layer.SENTENCES), dir.resolve("s"), 1)).doesNotContain(FRENCH);
        assertThat(card(EnumSet.of(Layer.TOKENS, Layer.POS), dir.resolve("p"), 1))
                .doesNotContain(FRENCH);
    }

    @Test
    void documentsThatCannotBeMeasuredCountAmongThoseRead(@TempDir Path dir) throws Exception {
        SampleRelease sample = annotated(EnumSet.of(Layer.POS, Layer.LEMMA));
        ReleaseRow first = sample.data.get(0);
        Measures huge =
                new Measures(first.measures().language(), first.measures().quality(), (int) ReleaseProfile.MOST_TOKENS);
        sample.data.set(
                0,
                new ReleaseRow(first.document().with(Annotations.NONE), first.admission(), huge, first.clusterSize()));
        assertThat(Files.readString(sample.write(dir, 1).resolve("README.fr.md")))
                .doesNotContain(FRENCH);
    }
}
