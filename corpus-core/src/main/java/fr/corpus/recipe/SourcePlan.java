package fr.corpus.recipe;

import fr.corpus.read.Reader;
import fr.corpus.step.Filter;
import fr.corpus.step.Normalizer;
import fr.corpus.text.Tokenizer;
import java.util.List;

/**
 * What is done to the documents of one source by themselves. Immutable; its parts are thread-safe. Sources of one profile
 * share their steps.
 *
 * @param source the source as written
 * @param reader reads its files
 * @param tokenizer cuts its texts for all rules, chosen by the profile
 * @param normalizers in order
 * @param filters in order
 * @param steps the same steps, normalizers then filters, with their settings
 */
public record SourcePlan(
        RecipeSource source,
        Reader reader,
        Tokenizer tokenizer,
        List<Normalizer> normalizers,
        List<Filter> filters,
        List<ResolvedStep> steps) {

    public SourcePlan {
        normalizers = List.copyOf(normalizers);
        filters = List.copyOf(filters);
        steps = List.copyOf(steps);
    }
}
