package fr.corpus.eval.score;

import fr.corpus.eval.pack.PackItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items and what was answered to each, for each prompt. Confined to one thread while outputs are put in. */
final class JoinedOutputs {

    private final List<PackItem> items;
    private final Map<String, @Nullable ForeignOutput[]> byPrompt = new LinkedHashMap<>();

    JoinedOutputs(List<PackItem> items) {
        this.items = items;
    }

    /**
     * Takes the output of an item.
     *
     * @return the one that the item has for the same prompt already, which stays
     */
    Optional<ForeignOutput> put(int item, ForeignOutput output) {
        @Nullable
        ForeignOutput[] outputs =
                byPrompt.computeIfAbsent(promptOf(output), name -> new @Nullable ForeignOutput[items.size()]);
        ForeignOutput before = outputs[item];
        if (before == null) {
            outputs[item] = output;
        }
        return Optional.ofNullable(before);
    }

    /** The name of the prompt of an output, {@code ""} where it is not known. */
    private static String promptOf(ForeignOutput output) {
        return output.output().prompt().id().orElse("");
    }

    /** Whether an item has an output for the prompt of another. */
    boolean has(int item, ForeignOutput other) {
        return output(item, promptOf(other)).isPresent();
    }

    List<PackItem> items() {
        return items;
    }

    /** Names of the prompts that were given, in the order of the file. */
    Set<String> prompts() {
        return Collections.unmodifiableSet(byPrompt.keySet());
    }

    /** Ids of items that have no output for a prompt. */
    List<String> missing(String prompt) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (output(i, prompt).isEmpty()) {
                missing.add(items.get(i).id());
            }
        }
        return missing;
    }

    /** The output of an item for a prompt. */
    Optional<ForeignOutput> output(int item, String prompt) {
        @Nullable ForeignOutput[] outputs = byPrompt.get(prompt);
        return outputs == null ? Optional.empty() : Optional.ofNullable(outputs[item]);
    }
}
