package fr.corpus.opennlp;

import fr.corpus.annotate.LineBreaks;
import fr.corpus.annotate.SentenceSplitter;
import fr.corpus.annotate.SentenceView;
import fr.corpus.annotate.TextAnnotator;
import fr.corpus.annotate.entity.Entity;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

/**
 * Finds persons, places, organizations and dates in the tokens of a sentence: spans of tokens with the types {@code PER},
 * {@code LOC}, {@code ORG}, {@code DATE}. An entity that takes part of a token takes all of it. Nothing is learnt from earlier
 * sentences. Confined to one thread; the models behind are shared.
 */
public final class FrenchNameFinder implements TokenNameFinder {

    private final TextAnnotator annotator = new TextAnnotator(SentenceSplitter.newest(LineBreaks.AUTO));

    @Override
    public Span[] find(String[] tokens) {
        List<Span> names = new ArrayList<>();
        if (tokens.length > 0) {
            annotator.annotateTokens(List.of(tokens), view -> collect(view, names));
        }
        return names.toArray(new Span[0]);
    }

    private static void collect(SentenceView view, List<Span> names) {
        int token = 0;
        int free = 0;
        for (Entity entity : view.entities()) {
            while (view.end(token) <= entity.start()) {
                token++;
            }
            int first = Math.max(token, free);
            int end = token;
            while (end < view.size() && view.start(end) < entity.end()) {
                end++;
            }
            if (first < end) {
                names.add(new Span(first, end, entity.type().name()));
                free = end;
            }
        }
    }

    /** Has nothing to forget. */
    @Override
    public void clearAdaptiveData() {
        // What is found depends on the sentence only.
    }
}
