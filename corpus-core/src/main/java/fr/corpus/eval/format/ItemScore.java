package fr.corpus.eval.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of one item. Immutable.
 *
 * @param itemId id of the item in its pack
 * @param values the verdict or value of each metric, by its name, in the order in which they were computed
 */
public record ItemScore(String itemId, Map<String, ItemValue> values) {
    public ItemScore {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
