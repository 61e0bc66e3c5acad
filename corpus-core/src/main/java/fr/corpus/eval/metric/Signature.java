package fr.corpus.eval.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What another must know to get the same score: {@code nrefs:1|bs:1000|seed:12345|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0}.
 * Immutable.
 *
 * @param options fields of the metric, in order
 * @param version of the tool whose scores it equals
 */
public record Signature(Map<String, String> options, String version) {

    /** The release of sacreBLEU that BLEU, chrF and TER equal. */
    static final String SACREBLEU = "2.6.0";

    public Signature {
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A signature of pairs of field and value. */
    static Signature of(String version, String... pairs) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return new Signature(options, version);
    }

    static String yes(boolean flag) {
        return flag ? "yes" : "no";
    }

    /**
     * The whole signature.
     *
     * @param references how many each segment has; empty when their number varies
     * @param resampling what was resampled and how often
     */
    public String format(OptionalInt references, Resampling resampling) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("nrefs", references.isPresent() ? Integer.toString(references.getAsInt()) : "var");
        fields.putAll(resampling.fields());
        fields.putAll(options);
        fields.put("version", version);
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue())
                .collect(Collectors.joining("|"));
    }
}
