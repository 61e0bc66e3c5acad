package fr.corpus.annotate;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.document.Annotations;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Annotator;
import fr.corpus.step.ModelIdentity;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds the layer of sentences, cut by {@link SentenceSplitter}. Immutable, thread-safe.
 *
 * @param splitter what cuts; its version is that of the step
 */
public record SentenceAnnotator(SentenceSplitter splitter) implements Annotator {

    /** The first version: its spans never change. */
    public static final StepId ID = StepId.parse("annotate.sentences@1");

    /** The version that also ends sentences of transcripts after a single capital. */
    public static final StepId NEWEST = StepId.parse("annotate.sentences@" + SentenceSplitter.NEWEST);

    static final Parameter LINE_BREAKS = Parameter.of("line-breaks", Parameter.Type.NAME);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(LINE_BREAKS);

    /**
     * The annotator of version 1 with these parameters.
     *
     * @throws RecipeException if a name is not one of those allowed
     */
    public static SentenceAnnotator from(Settings settings) {
        return new SentenceAnnotator(new SentenceSplitter(lineBreaks(settings)));
    }

    /** The annotator of the newest version that tells line breaks from the text. */
    public static SentenceAnnotator standard() {
        return new SentenceAnnotator(SentenceSplitter.newest(LineBreaks.AUTO));
    }

    static LineBreaks lineBreaks(Settings settings) {
        String label = settings.name(LINE_BREAKS.name());
        for (LineBreaks mode : LineBreaks.values()) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        throw new RecipeException(UserMessage.of(
                "annotate.unknown-word", LINE_BREAKS.name(), label, String.join(", ", LineBreaks.labels())));
    }

    @Override
    public StepId id() {
        return splitter.version() == ID.version() ? ID : NEWEST;
    }

    @Override
    public SortedMap<String, ModelIdentity> models() {
        MissingStops stops = splitter.stops();
        if (stops == null) {
            return Collections.emptySortedMap();
        }
        ModelIdentity identity = stops == MissingStops.standard()
                ? StandardModels.identity(MissingStops.KIND)
                : new ModelIdentity(
                        MissingStops.KIND + ".model",
                        Integer.toString(ModelFile.VERSION),
                        stops.digest(),
                        "undeclared");
        return new TreeMap<>(Map.of(MissingStops.KIND, identity));
    }

    @Override
    public Annotator after(List<Annotator> earlier) {
        LayerOrder.check(id(), earlier);
        return this;
    }

    @Override
    public Worker newWorker() {
        return (text, before) -> before.withSentences(splitter.split(text));
    }

    /** The layers with sentences, those of the newest splitter when there are none. */
    static Annotations withSentences(String text, Annotations before) {
        return before.sentences().isPresent()
                ? before
                : before.withSentences(SentenceSplitter.newest(LineBreaks.AUTO).split(text));
    }
}
