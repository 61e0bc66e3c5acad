package fr.corpus.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerChainTest {

    private static final String TEXT = "Il revient du marché.";

    private static LayerChain chain(Set<Layer> layers) {
        return LayerChain.of(layers, LayerChain.Steps.standard());
    }

    private static List<Word> words(Annotations layers) {
        return layers.tokens().orElseThrow().stream()
                .flatMap(token -> token.words().stream())
                .toList();
    }

    @Test
    void leavesOnlyWhatIsAskedFor() {
        List<Word> lemmas = words(chain(EnumSet.of(Layer.LEMMA)).newWorker().annotate(TEXT, Annotations.NONE));
        assertThat(lemmas).extracting(Word::entry).containsExactly("il", "revenir", "de", "le", "marché", ".");
        assertThat(lemmas)
                .allMatch(word -> word.upos().isEmpty() && word.features().isEmpty());
        List<Word> tags = words(chain(EnumSet.of(Layer.POS)).newWorker().annotate(TEXT, Annotations.NONE));
        assertThat(tags).extracting(Word::upos).containsExactly("PRON", "VERB", "ADP", "DET", "NOUN", "PUNCT");
        assertThat(tags)
                .allMatch(word -> word.lemma().isEmpty() && word.features().isEmpty());
        Annotations tokens = chain(EnumSet.of(Layer.TOKENS)).newWorker().annotate(TEXT, Annotations.NONE);
        assertThat(tokens.tokens().orElseThrow()).hasSize(5);
        assertThat(words(tokens)).isEmpty();
    }

    @Test
    void makesAnewWhatATextHasUnlessAllIsKept() {
        Annotations own = Annotations.NONE
                .withSentences(List.of(new Span(0, 2), new Span(3, 21)))
                .withEntities(List.of(new Mention(14, 20, "LIEU")));
        assertThat(chain(EnumSet.of(Layer.TOKENS))
                        .newWorker()
                        .annotate(TEXT, own)
                        .entities())
                .isEmpty();
        LayerChain chain = chain(EnumSet.of(Layer.TOKENS, Layer.ENTITIES));
        Annotations anew = chain.newWorker().annotate(TEXT, own);
        assertThat(anew.sentences()).hasValue(List.of(new Span(0, 21)));
        assertThat(anew.entities()).hasValue(List.of());
        Annotations kept = chain.keepingAll().newWorker().annotate(TEXT, own);
        assertThat(kept.sentences()).isEqualTo(own.sentences());
        assertThat(kept.entities()).isEqualTo(own.entities());
        assertThat(kept.tokens().orElseThrow()).hasSize(5);
    }
}
