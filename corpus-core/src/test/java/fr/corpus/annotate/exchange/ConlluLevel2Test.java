package fr.corpus.annotate.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.AnnotationSamples;
import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import fr.corpus.step.Annotator;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConlluLevel2Test {

    private static String conllu(String text, Set<Layer> layers) {
        Annotator.Worker worker =
                LayerChain.of(layers, LayerChain.Steps.standard()).newWorker();
        StringBuilder out = new StringBuilder();
        Exchange.CONLLU
                .writer(out)
                .write(new AnnotatedText("dossier/un texte.txt", text, worker.annotate(text, Annotations.NONE)));
        return out.toString();
    }

    @Test
    void filesWithPartsOfSpeechAreValid() {
        assertThat(ConlluLevel2.errors(conllu(
                        "Il vient du marché. Où va-t-elle ? Aux champs, dit-on : 50 000 francs !\n\nMme de L’Étang rit…\n",
                        EnumSet.allOf(Layer.class))))
                .isEmpty();
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String text = Normalizer.normalize(AnnotationSamples.nonsense(random), Normalizer.Form.NFC);
            assertThat(ConlluLevel2.errors(
                            conllu(text, EnumSet.of(Layer.POS, Layer.LEMMA, Layer.FEATURES, Layer.ENTITIES))))
                    .as("seed %d: <%s>", seed, text)
                    .isEmpty();
        }
    }

    @Test
    void withoutPartsOfSpeechTheValidatorMissesThem() {
        assertThat(ConlluLevel2.errors(conllu("Bonjour.", EnumSet.of(Layer.TOKENS))))
                .isNotEmpty()
                .allMatch(error -> error.contains("UPOS _"));
    }

    @Test
    void theChecksFindWhatIsWrong() {
        String good = conllu("Il vient du marché.", EnumSet.allOf(Layer.class));
        assertThat(ConlluLevel2.errors(good)).isEmpty();
        for (String[] change : new String[][] {
            {"\t0\troot", "\t_\t_"},
            {"\tVERB\t", "\tVB\t"},
            {"3-4\t", "3-9\t"},
            {"# text = Il", "# text = il"},
            {"SpaceAfter=No", "_"},
            {"Mood=Ind|Number", "Number=Sing|Mood"},
            {"# sent_id = ", "# x = "},
            {"\n2\t", "\n7\t"}
        }) {
            assertThat(good).contains(change[0]);
            assertThat(ConlluLevel2.errors(good.replace(change[0], change[1])))
                    .as(change[0])
                    .isNotEmpty();
        }
    }
}
