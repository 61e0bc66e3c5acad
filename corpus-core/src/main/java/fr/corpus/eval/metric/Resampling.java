package fr.corpus.eval.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which resamples stand behind an interval or a p-value. Immutable.
 *
 * @param bootstraps how many bootstrap resamples, 0 for none
 * @param trials how many trials of approximate randomization, 0 for none
 * @param seed of NumPy’s generator
 */
public record Resampling(int bootstraps, int trials, long seed) {

    /** The seed of sacreBLEU. */
    public static final long SEED = 12345;

    /** None at all. */
    public static final Resampling NONE = new Resampling(0, 0, SEED);

    /** The fields of a signature. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (bootstraps > 0) {
            fields.put("bs", Integer.toString(bootstraps));
        }
        if (trials > 0) {
            fields.put("ar", Integer.toString(trials));
        }
        if (!fields.isEmpty()) {
            fields.put("seed", Long.toString(seed));
        }
        return fields;
    }
}
