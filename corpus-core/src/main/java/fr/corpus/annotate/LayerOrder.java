package fr.corpus.annotate;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Annotator;
import fr.corpus.step.StepId;
import java.util.List;
import java.util.Set;

/** The order in which layers build on each other. Stateless. */
final class LayerOrder {

    /** What builds on those before; entities and terms do not build on each other. */
    private static final List<Set<String>> RANKS = List.of(
            Set.of("annotate.sentences"),
            Set.of("annotate.tokens"),
            Set.of("annotate.pos"),
            Set.of("annotate.lemma"),
            Set.of("annotate.entities", "annotate.terms"));

    private LayerOrder() {}

    /**
     * Refuses a step after one that builds on it.
     *
     * @throws RecipeException if one of the earlier steps does
     */
    static void check(StepId step, List<Annotator> earlier) {
        for (Annotator other : earlier) {
            if (rank(other.id()) > rank(step)) {
                throw new RecipeException(UserMessage.of(
                        "annotate.out-of-order", step.toString(), other.id().toString()));
            }
        }
    }

    private static int rank(StepId step) {
        int rank = RANKS.size() - 1;
        while (rank >= 0 && !RANKS.get(rank).contains(step.name())) {
            rank--;
        }
        return rank;
    }

    /** Those of the earlier steps on which this one may build. */
    static List<Annotator> before(StepId step, List<Annotator> earlier) {
        return earlier.stream().filter(other -> rank(other.id()) < rank(step)).toList();
    }

    /** Whether one of the earlier steps has this name. */
    static boolean has(StepId step, List<Annotator> earlier) {
        return earlier.stream().anyMatch(other -> other.id().name().equals(step.name()));
    }
}
