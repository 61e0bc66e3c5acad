package fr.corpus.annotate;

import fr.corpus.annotate.term.TermMentions;
import fr.corpus.step.Annotator;
import fr.corpus.step.ModelIdentity;
import fr.corpus.step.StepId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds the layer of terms: noun phrases and compounds of several words, by patterns over parts of speech and lemmas. Where no step
 * gave lemmas, those of the annotator given here are read and then forgotten. Immutable, thread-safe.
 */
public final class TermAnnotator implements Annotator {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("annotate.terms@1");

    private final Annotator lemmas;
    private final boolean lemmatized;

    private TermAnnotator(Annotator lemmas, boolean lemmatized) {
        this.lemmas = lemmas;
        this.lemmatized = lemmatized;
    }

    /** With lemmas by the models that the library carries. */
    public static TermAnnotator standard() {
        return of(LemmaAnnotator.standard());
    }

    /** With these lemmas where no step gave any. */
    public static TermAnnotator of(LemmaAnnotator lemmas) {
        return new TermAnnotator(lemmas, false);
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public SortedMap<String, ModelIdentity> models() {
        return lemmatized ? Collections.unmodifiableSortedMap(new TreeMap<>()) : lemmas.models();
    }

    @Override
    public Annotator after(List<Annotator> earlier) {
        LayerOrder.check(ID, earlier);
        return LayerOrder.has(LemmaAnnotator.ID, earlier)
                ? new TermAnnotator(lemmas, true)
                : new TermAnnotator(lemmas.after(LayerOrder.before(LemmaAnnotator.ID, earlier)), false);
    }

    @Override
    public Worker newWorker() {
        if (lemmatized) {
            return (text, before) -> before.withTerms(TermMentions.of(before));
        }
        Worker worker = lemmas.newWorker();
        return (text, before) -> before.withTerms(TermMentions.of(worker.annotate(text, before)));
    }
}
