package fr.corpus.annotate;

import fr.corpus.document.Annotation;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Annotator;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.util.List;

/**
 * Adds the layer of sentences, cut by {@link SentenceSplitter}. Immutable, thread-safe.
 *
 * @param splitter what cuts
 */
public record SentenceAnnotator(SentenceSplitter splitter) implements Annotator {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("annotate.sentences@1");

    private static final Parameter LINE_BREAKS = Parameter.of("line-breaks", Parameter.Type.NAME);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(LINE_BREAKS);

    /**
     * The annotator with these parameters.
     *
     * @throws RecipeException if a name is not one of those allowed
     */
    public static SentenceAnnotator from(Settings settings) {
        String label = settings.name(LINE_BREAKS.name());
        for (LineBreaks mode : LineBreaks.values()) {
            if (mode.label().equals(label)) {
                return new SentenceAnnotator(new SentenceSplitter(mode));
            }
        }
        throw new RecipeException(UserMessage.of(
                "annotate.unknown-word", LINE_BREAKS.name(), label, String.join(", ", LineBreaks.labels())));
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Annotation annotate(String text) {
        return new Annotation(Annotation.SENTENCES, splitter.split(text));
    }
}
