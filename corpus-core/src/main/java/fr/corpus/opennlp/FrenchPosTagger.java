package fr.corpus.opennlp;

import fr.corpus.annotate.LineBreaks;
import fr.corpus.annotate.SentenceSplitter;
import fr.corpus.annotate.TextAnnotator;
import java.util.List;
import opennlp.tools.postag.POSTagger;
import opennlp.tools.util.Sequence;

/**
 * Tags surface tokens with universal parts of speech; one that stands for two words gets {@code ADP+DET} or {@code
 * ADP+PRON}. There is one answer: {@code topKSequences} gives it alone, and additional context is not looked at. Confined to
 * one thread; the model behind is shared.
 */
public final class FrenchPosTagger implements POSTagger {

    private final TextAnnotator annotator = new TextAnnotator(SentenceSplitter.newest(LineBreaks.AUTO));

    @Override
    public String[] tag(String[] sentence) {
        String[] tags = new String[sentence.length];
        if (sentence.length > 0) {
            annotator.annotateTokens(List.of(sentence), view -> {
                for (int i = 0; i < tags.length; i++) {
                    tags[i] = view.tag(i);
                }
            });
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
