package fr.corpus.opennlp;

import fr.corpus.annotate.LineBreaks;
import fr.corpus.annotate.SentenceSplitter;
import fr.corpus.document.TextOffsets;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.util.Span;

/** Cuts a text into sentences, spans in UTF-16 units. Thread-safe. */
public final class FrenchSentenceDetector implements SentenceDetector {

    private static final SentenceSplitter SPLITTER = SentenceSplitter.newest(LineBreaks.AUTO);

    @Override
    public String[] sentDetect(CharSequence text) {
        return Span.spansToStrings(sentPosDetect(text), text);
    }

    @Override
    public Span[] sentPosDetect(CharSequence text) {
        String whole = text.toString();
        List<fr.corpus.document.Span> sentences = SPLITTER.split(whole);
        Span[] spans = new Span[sentences.size()];
        TextOffsets offsets = new TextOffsets(whole);
        for (int i = 0; i < spans.length; i++) {
            int start = offsets.unitsOf(sentences.get(i).start());
            spans[i] = new Span(start, offsets.unitsOf(sentences.get(i).end()));
        }
        return spans;
    }
}
