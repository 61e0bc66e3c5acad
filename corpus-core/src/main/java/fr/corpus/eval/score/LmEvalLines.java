package fr.corpus.eval.score;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Samples of lm-evaluation-harness: one line for each document and filter, those of one document together are one output.
 * Likelihoods are texts in new files, numbers in old ones. Confined to one thread.
 */
final class LmEvalLines implements OutputLines {

    private static final Set<String> KNOWN = Set.of(
            "doc_id",
            "doc",
            "target",
            "arguments",
            "resps",
            "filtered_resps",
            "filter",
            "metrics",
            "doc_hash",
            "prompt_hash",
            "target_hash");

    private final Map<String, ForeignOutput> byDocument = new LinkedHashMap<>();
    private final Set<String> seen = new TreeSet<>();

    @Override
    public void take(long line, @Nullable Object value) {
        Map<String, @Nullable Object> map = JsonValues.map(value);
        if (map.containsKey("results") && !map.containsKey("resps")) {
            throw new IllegalArgumentException("results");
        }
        if (!map.containsKey("resps")) {
            throw new IllegalArgumentException("resps: missing");
        }
        String document =
                JsonValues.id(map.get("doc_id")).orElseThrow(() -> new IllegalArgumentException("doc_id: missing"));
        String filter = JsonValues.text(map.get("filter")).orElse("none");
        if (!seen.add(document + "\n" + filter)) {
            throw new IllegalArgumentException("doc_id " + document + ": twice");
        }
        Map<String, Double> figures = figures(map, filter);
        OutputRecord output = output(map, figures.containsKey("acc_mutual_info"));
        ForeignOutput before = byDocument.get(document);
        if (before != null) {
            if (!before.output().output().equals(output.output())) {
                throw new IllegalArgumentException("doc_id " + document + ": other resps");
            }
            byDocument.put(document, before.with(figures));
            return;
        }
        Map<String, @Nullable Object> row = JsonValues.map(map.get("doc"));
        row.put(OutputJoin.ROW_NUMBER, JsonValues.whole(map.get("doc_id")).orElse(-1));
        byDocument.put(
                document,
                new ForeignOutput(line, Optional.empty(), prompt(map.get("arguments")), row, output, figures));
    }

    @Override
    public List<ForeignOutput> outputs() {
        return List.copyOf(byDocument.values());
    }

    private static Map<String, Double> figures(Map<String, @Nullable Object> map, String filter) {
        List<@Nullable Object> named = JsonValues.list(map.get("metrics"));
        Map<String, Double> figures = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            boolean wanted = named.isEmpty() ? !KNOWN.contains(key) : named.contains(key);
            if (wanted && (value instanceof Number || value instanceof Boolean)) {
                figures.put(
                        "none".equals(filter) ? key : key + "," + filter,
                        JsonValues.number(value).orElseThrow());
            }
        });
        return figures;
    }

    private static OutputRecord output(Map<String, @Nullable Object> map, boolean withUnconditioned) {
        List<Double> likelihoods = new ArrayList<>();
        String text = "";
        for (Object request : JsonValues.list(map.get("resps"))) {
            Object first = JsonValues.list(request).stream().findFirst().orElse(request);
            List<@Nullable Object> pair = JsonValues.list(first);
            if (!pair.isEmpty()) {
                OptionalDouble likelihood = JsonValues.number(pair.get(0));
                if (likelihood.isEmpty() || Double.isNaN(likelihood.getAsDouble())) {
                    throw new IllegalArgumentException("resps: NaN");
                }
                likelihoods.add(likelihood.getAsDouble());
            } else if (first instanceof String generated) {
                text = generated;
            }
        }
        int choices = withUnconditioned && likelihoods.size() % 2 == 0 ? likelihoods.size() / 2 : likelihoods.size();
        List<ChoiceLikelihood> list = new ArrayList<>();
        for (int i = 0; i < choices; i++) {
            list.add(new ChoiceLikelihood(
                    likelihoods.get(i),
                    choices < likelihoods.size()
                            ? OptionalDouble.of(likelihoods.get(choices + i))
                            : OptionalDouble.empty(),
                    OptionalInt.empty()));
        }
        return list.isEmpty() ? OutputRecord.of("", text) : OutputRecord.of("", list);
    }

    private static Optional<String> prompt(@Nullable Object arguments) {
        Object first = arguments instanceof Map<?, ?> map
                ? map.values().stream().findFirst().orElse(null)
                : JsonValues.list(arguments).stream().findFirst().orElse(null);
        return first instanceof Map<?, ?> one
                ? JsonValues.text(one.get("arg_0"))
                : JsonValues.list(first).stream().findFirst().flatMap(JsonValues::text);
    }
}
