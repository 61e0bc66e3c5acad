package fr.corpus.opennlp;

import fr.corpus.annotate.token.TokenSpans;
import fr.corpus.annotate.token.TreebankTokenizer;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.util.Span;

/** Cuts a sentence into the surface tokens of the French treebanks, spans in UTF-16 units. Thread-safe. */
public final class FrenchTokenizer implements Tokenizer {

    @Override
    public String[] tokenize(String sentence) {
        return Span.spansToStrings(tokenizePos(sentence), sentence);
    }

    @Override
    public Span[] tokenizePos(String sentence) {
        TokenSpans spans = new TokenSpans();
        TreebankTokenizer.tokenize(sentence, 0, sentence.length(), spans);
        Span[] tokens = new Span[spans.size()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = new Span(spans.start(i), spans.end(i));
        }
        return tokens;
    }
}
