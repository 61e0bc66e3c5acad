package fr.corpus.opennlp;

import fr.corpus.annotate.GivenTokens;
import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Token;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

/**
 * Finds persons, places, organizations and dates in the tokens of a sentence: spans of tokens with the types {@code PER},
 * {@code LOC}, {@code ORG}, {@code DATE}. An entity that takes part of a token takes all of it. Nothing is learnt from earlier
 * sentences. Confined to one thread; the models behind are shared.
 */
public final class FrenchNameFinder implements TokenNameFinder {

    private final Annotator.Worker worker = LayerChain.of(EnumSet.of(Layer.ENTITIES), LayerChain.Steps.standard())
            .keepingAll()
            .newWorker();

    @Override
    public Span[] find(String[] tokens) {
        List<Span> names = new ArrayList<>();
        if (tokens.length > 0) {
            GivenTokens given = GivenTokens.of(List.of(tokens));
            collect(worker.annotate(given.text(), given.layers()), names);
        }
        return names.toArray(new Span[0]);
    }

    private static void collect(Annotations layers, List<Span> names) {
        List<Token> tokens = layers.tokens().orElseThrow();
        int token = 0;
        int free = 0;
        for (Mention entity : layers.entities().orElseThrow()) {
            while (tokens.get(token).end() <= entity.start()) {
                token++;
            }
            int first = Math.max(token, free);
            int end = token;
            while (end < tokens.size() && tokens.get(end).start() < entity.end()) {
                end++;
            }
            if (first < end) {
                names.add(new Span(first, end, entity.label()));
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
