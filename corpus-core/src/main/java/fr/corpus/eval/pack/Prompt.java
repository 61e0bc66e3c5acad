package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One way to put an item to a model, in French. Immutable.
 *
 * @param id name within the pack, as {@code direct}
 * @param text template; what stands in braces is replaced: see {@link PromptField}
 */
public record Prompt(String id, String text) {

    /** The answer to a question that its passage does not answer. */
    private static final String ABSTENTION = "Sans réponse";

    /** No prompt at all: the two sentences of a pair as they stand, for models that tell how likely each is. */
    public static final Prompt SENTENCES = new Prompt("phrases", "{sentence-a}\n{sentence-b}");

    /** Whether it shows the choices under letters, so that a letter answers it. */
    public boolean showsChoices() {
        return text.contains("{choices}") || text.contains("{sentence-a}");
    }

    /**
     * The right answer as the prompt asks for it and as the rule finds it: the letters of choices or the text of one, the first answer or
     * reference. None for what no text answers.
     */
    public Optional<String> answer(PackItem item, ExtractionRule rule) {
        Optional<String> answer = Optional.empty();
        if (item instanceof PackItem.MultipleChoice choice) {
            answer = showsChoices()
                    ? Optional.of(
                            choice.answers().stream().map(PackItem::letter).collect(Collectors.joining(", ")))
                    : Optional.of(choice.choices().get(choice.answers().get(0)));
        } else if (item instanceof PackItem.MinimalPair pair) {
            answer = Optional.of(PackItem.letter(pair.goodFirst() ? 0 : 1));
        } else if (item instanceof PackItem.ShortAnswer asked) {
            answer = Optional.of(
                    asked.answers().isEmpty() ? ABSTENTION : asked.answers().get(0));
        } else if (item instanceof PackItem.Generation text) {
            answer = Optional.of(text.references().get(0));
        }
        return answer.map(text -> rule.after().map(mark -> mark + " " + text).orElse(text));
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
