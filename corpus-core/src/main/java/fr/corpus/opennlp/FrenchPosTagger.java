package fr.corpus.opennlp;

import fr.corpus.annotate.GivenTokens;
import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.step.Annotator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import opennlp.tools.postag.POSTagger;
import opennlp.tools.util.Sequence;

/**
 * Tags surface tokens with universal parts of speech; one that stands for two words gets {@code ADP+DET} or {@code
 * ADP+PRON}. There is one answer: {@code topKSequences} gives it alone, and additional context is not looked at. Confined to
 * one thread; the model behind is shared.
 */
public final class FrenchPosTagger implements POSTagger {

    private final Annotator.Worker worker = LayerChain.of(EnumSet.of(Layer.POS), LayerChain.Steps.standard())
            .keepingAll()
            .newWorker();

    @Override
    public String[] tag(String[] sentence) {
        String[] tags = new String[sentence.length];
        if (sentence.length > 0) {
            GivenTokens given = GivenTokens.of(List.of(sentence));
            List<Token> tokens =
                    worker.annotate(given.text(), given.layers()).tokens().orElseThrow();
            for (int i = 0; i < tags.length; i++) {
                tags[i] = tokens.get(i).words().stream().map(Word::upos).collect(Collectors.joining("+"));
            }
        }
        return tags;
    }

    @Override
    public String[] tag(String[] sentence, Object[] additionalContext) {
        return tag(sentence);
    }

    @Override
    public Sequence[] topKSequences(String[] sentence) {
        return new Sequence[] {new Sequence(List.of(tag(sentence)))};
    }

    @Override
    public Sequence[] topKSequences(String[] sentence, Object[] additionalContext) {
        return topKSequences(sentence);
    }
}
