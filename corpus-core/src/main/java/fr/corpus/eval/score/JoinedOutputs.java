package fr.corpus.eval.score;

import fr.corpus.eval.pack.PackItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items and what was answered to each. Immutable.
 *
 * @param items of the pack
 * @param outputs for each item its outputs by the name of the prompt, {@code ""} where it is not known; empty for a missing item
 */
record JoinedOutputs(List<PackItem> items, List<Map<String, ForeignOutput>> outputs) {
    JoinedOutputs {
        items = List.copyOf(items);
        outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
    }

    /** Names of the prompts that were given, in the order of the file. */
    Set<String> prompts() {
        Set<String> prompts = new LinkedHashSet<>();
        outputs.forEach(one -> prompts.addAll(one.keySet()));
        return prompts;
    }

    /** Ids of items that have no output for a prompt. */
    List<String> missing(String prompt) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!outputs.get(i).containsKey(prompt)) {
                missing.add(items.get(i).id());
            }
        }
        return missing;
    }

    /** The output of an item for a prompt. */
    Optional<ForeignOutput> output(int item, String prompt) {
        return Optional.ofNullable(outputs.get(item).get(prompt));
    }
}
