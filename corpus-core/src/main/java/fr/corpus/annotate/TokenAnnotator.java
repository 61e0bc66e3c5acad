package fr.corpus.annotate;

import fr.corpus.annotate.token.TokenSpans;
import fr.corpus.annotate.token.TreebankTokenizer;
import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.step.Annotator;
import fr.corpus.step.StepId;
import java.util.ArrayList;
import java.util.List;

/** Adds the layer of surface tokens, cut by {@link TreebankTokenizer}, and sentences when there are none. Immutable, thread-safe. */
public record TokenAnnotator() implements Annotator {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("annotate.tokens@1");

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Annotator after(List<Annotator> earlier) {
        LayerOrder.check(ID, earlier);
        return this;
    }

    @Override
    public Worker newWorker() {
        TokenSpans spans = new TokenSpans();
        return (text, before) -> tokens(text, SentenceAnnotator.withSentences(text, before), spans);
    }

    private static Annotations tokens(String text, Annotations before, TokenSpans spans) {
        List<Token> tokens = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        for (Span sentence : before.sentences().orElseThrow()) {
            spans.clear();
            int from = offsets.unitsOf(sentence.start());
            TreebankTokenizer.tokenize(text, from, offsets.unitsOf(sentence.end()), spans);
            for (int i = 0; i < spans.size(); i++) {
                int start = offsets.codePointsOf(spans.start(i));
                tokens.add(Token.of(start, offsets.codePointsOf(spans.end(i))));
            }
        }
        return before.withTokens(tokens);
    }
}
