package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;

/**
 * One way to put an item to a model, in French. Immutable.
 *
 * @param id name within the pack, as {@code direct}
 * @param text template; what stands in braces is replaced: see {@link PromptField}
 */
public record Prompt(String id, String text) {

    /** No prompt at all: the two sentences of a pair as they stand, for models that tell how likely each is. */
    public static final Prompt SENTENCES = new Prompt("phrases", "{sentence-a}\n{sentence-b}");

    /** Whether it shows the choices under letters, so that a letter answers it. */
    public boolean showsChoices() {
        return text.contains("{choices}") || text.contains("{sentence-a}");
    }

    /**
     * The text given to the model for an item.
     *
     * @throws RecipeException if the template names a field that the item's task does not have
     */
    public String render(PackItem item) {
        return PromptField.fill(text, item);
    }
}
