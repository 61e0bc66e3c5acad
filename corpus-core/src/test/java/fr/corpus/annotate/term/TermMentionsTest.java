package fr.corpus.annotate.term;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.TextOffsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermMentionsTest {

    private static final String TEXT =
            "😀 Les chemins de fer du nord traversent une grande plaine. Le chemin de fer est long.";

    private static Annotations annotate(String text, Set<Layer> layers) {
        return LayerChain.of(layers, LayerChain.Steps.standard()).newWorker().annotate(text, Annotations.NONE);
    }

    private static List<String> told(String text, Annotations layers) {
        TextOffsets offsets = new TextOffsets(text);
        return layers.terms().orElseThrow().stream()
                .map(term -> offsets.slice(term.start(), term.end()) + " = " + term.label())
                .toList();
    }

    @Test
    void areTheLongestThatBeginAlikeWithTheirLemmas() {
        assertThat(told(TEXT, annotate(TEXT, EnumSet.of(Layer.LEMMA, Layer.TERMS))))
                .containsExactly(
                        "chemins de fer du nord = chemin de fer de le nord",
                        "grande plaine = grand plaine",
                        "chemin de fer = chemin de fer");
    }

    @Test
    void readLemmasOfTheirOwnWhereNoneAreWantedAndForgetThem() {
        Annotations alone = annotate(TEXT, EnumSet.of(Layer.TERMS));
        assertThat(alone.terms())
                .isEqualTo(annotate(TEXT, EnumSet.of(Layer.LEMMA, Layer.TERMS)).terms());
        assertThat(alone.tokens()).isEmpty();
        assertThat(annotate(TEXT, EnumSet.of(Layer.ENTITIES, Layer.TERMS)).terms())
                .isEqualTo(alone.terms());
    }

    @Test
    void doNotGoOverTheEndOfASentenceNorOverlap() {
        String text =
                "Il vend une machine. Grande nouvelle ! La machine à vapeur de la vieille usine de tissage du bourg.";
        List<Mention> terms = annotate(text, EnumSet.of(Layer.TERMS)).terms().orElseThrow();
        assertThat(terms).isNotEmpty();
        assertThat(told(text, annotate(text, EnumSet.of(Layer.TERMS)))).noneMatch(term -> term.contains("."));
    }
}
