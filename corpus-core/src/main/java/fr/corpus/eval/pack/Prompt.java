package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;

/**
 * One way to put an item to a model, in French. Immutable.
 *
 * @param id name within the pack, as {@code direct}
 * @param text template; what stands in braces is replaced: see {@link PromptField}
 */
public record Prompt(String id, String text) {

    /**
     * The text given to the model for an item.
     *
     * @throws RecipeException if the template names a field that the item's task does not have
     */
    public String render(PackItem item) {
        return PromptField.fill(text, item);
    }
}
