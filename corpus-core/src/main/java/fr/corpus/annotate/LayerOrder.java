package fr.corpus.annotate;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Annotator;
import fr.corpus.step.StepId;
import java.util.List;

/** The order in which layers build on each other. Stateless. */
final class LayerOrder {

    private static final List<String> NAMES =
            List.of("annotate.sentences", "annotate.tokens", "annotate.pos", "annotate.lemma", "annotate.entities");

    private LayerOrder() {}

    /**
     * Refuses a step after one that builds on it.
     *
     * @throws RecipeException if one of the earlier steps does
     */
    static void check(StepId step, List<Annotator> earlier) {
        for (Annotator other : earlier) {
            if (NAMES.indexOf(other.id().name()) > NAMES.indexOf(step.name())) {
                throw new RecipeException(UserMessage.of(
                        "annotate.out-of-order", step.toString(), other.id().toString()));
            }
        }
    }

    /** Whether one of the earlier steps has this name. */
    static boolean has(StepId step, List<Annotator> earlier) {
        return earlier.stream().anyMatch(other -> other.id().name().equals(step.name()));
    }
}
