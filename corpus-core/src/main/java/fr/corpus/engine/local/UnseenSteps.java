package fr.corpus.engine.local;

import fr.corpus.recipe.Recipe;
import fr.corpus.recipe.RecipeStep;
import fr.corpus.release.Counts;
import fr.corpus.release.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that no document reached, because every one was gone before. A rule that saw nothing has decided nothing, and
 * whoever wrote it must know.
 */
final class UnseenSteps {

    private UnseenSteps() {}

    /** Their names in the order of the recipe; none when nothing could be read at all. */
    static List<String> of(Recipe recipe, Manifest.Statistics statistics) {
        Counts counts = statistics.counts();
        long left = counts.read() - counts.malformed();
        List<String> unseen = new ArrayList<>();
        if (left == 0) {
            return unseen;
        }
        // Only filters can empty a run: a duplicate leaves its survivor behind.
        for (RecipeStep step : recipe.steps()) {
            boolean annotates = step.id().kind().equals("annotate");
            if (annotates ? counts.released() == 0 : left == 0) {
                unseen.add(step.id().toString());
            }
            if (step.id().kind().equals("filter")) {
                left -= dropped(step.id().toString(), statistics);
            }
        }
        return unseen;
    }

    private static long dropped(String step, Manifest.Statistics statistics) {
        return statistics.reasons().stream()
                .filter(count -> count.step().equals(step))
                .mapToLong(Manifest.ReasonCount::records)
                .sum();
    }
}
