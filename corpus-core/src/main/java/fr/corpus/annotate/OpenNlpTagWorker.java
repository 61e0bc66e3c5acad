package fr.corpus.annotate;

import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.document.Annotations;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.internal.opennlp.OpenNlpModels;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tags with a model of OpenNLP. Confined to one thread. */
final class OpenNlpTagWorker implements Annotator.Worker {

    /** Its search copies what it has at each token: longer sentences are tagged in pieces. */
    static final int MOST_TOKENS = 400;

    private final OpenNlpModels.Labeller tagger;
    private final Optional<Morphologist> morphologist;
    private final Annotator.Worker tokens = new TokenAnnotator().newWorker();

    OpenNlpTagWorker(OpenNlpModels.Labeller tagger, Optional<Morphologist> morphologist) {
        this.tagger = tagger;
        this.morphologist = morphologist;
    }

    @Override
    public Annotations annotate(String text, Annotations before) {
        Annotations layers = PosAnnotator.withTokens(text, before, tokens);
        List<Token> cut = layers.tokens().orElseThrow();
        List<Token> tagged = new ArrayList<>(cut.size());
        TextOffsets offsets = new TextOffsets(text);
        TokenSentences.each(layers, MOST_TOKENS, (from, to) -> {
            String[] forms = forms(cut.subList(from, to), offsets);
            String[] tags = tagger.label(forms, new String[0]);
            for (int i = from; i < to; i++) {
                tagged.add(cut.get(i).with(TagWorker.make(forms[i - from], tags[i - from], morphologist)));
            }
        });
        return layers.withTokens(tagged);
    }

    /** The forms of tokens. */
    static String[] forms(List<Token> tokens, TextOffsets offsets) {
        return tokens.stream()
                .map(token -> offsets.slice(token.start(), token.end()))
                .toArray(String[]::new);
    }
}
