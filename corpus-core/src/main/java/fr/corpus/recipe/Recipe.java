package fr.corpus.recipe;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user asks for, as written, checked but not yet completed with defaults. Immutable.
 *
 * @param name name of the corpus: lower-case words, digits and hyphens
 * @param seed the only source of randomness
 * @param languages wanted languages, ISO 639-3
 * @param sources where documents come from, at least one
 * @param steps what is done to them, in the order of kinds
 * @param output how the release is written
 * @param directory the folder that holds the recipe; relative paths start there
 * @param fileName the recipe's file name, for messages
 */
public record Recipe(
        String name,
        long seed,
        List<String> languages,
        List<RecipeSource> sources,
        List<RecipeStep> steps,
        RecipeOutput output,
        Path directory,
        String fileName) {

    public Recipe {
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
    }

    /**
     * The recipe with every default filled in and every step built.
     *
     * @throws fr.corpus.error.RecipeException if a step refuses its settings, with file and line
     */
    public RecipePlan resolve() {
        return new RecipeResolver(StepCatalog.standard(), this).resolve();
    }
}
