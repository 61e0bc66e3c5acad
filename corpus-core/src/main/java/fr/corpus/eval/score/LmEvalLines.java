package fr.corpus.eval.score;

import fr.corpus.eval.format.RecordFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Samples of lm-evaluation-harness: one line, in old files one element of a list, for each document and filter; those of one document
 * together are one output. Confined to one thread.
 */
final class LmEvalLines implements OutputLines {

    private static final String NO_FILTER = "none";
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
    private final Map<String, Integer> seen = new HashMap<>();

    @Override
    public void take(long line, @Nullable Object value) {
        Map<String, @Nullable Object> map = JsonValues.map(value);
        if (map.containsKey("results") && !map.containsKey("resps")) {
            throw new RecordFault("results-only");
        }
        if (!map.containsKey("resps")) {
            throw RecordFault.missing("resps");
        }
        String document = JsonValues.id(map.get("doc_id")).orElseThrow(() -> RecordFault.missing("doc_id"));
        Optional<String> named = JsonValues.text(map.get("filter"));
        int times = seen.merge(document + "\n" + named.orElse(""), 1, Integer::sum);
        if (named.isPresent() && times > 1) {
            throw new RecordFault("document-twice", document, named.get());
        }
        // Before 0.4.3 lines did not say their filter: the second line of a document is that of the second filter.
        String filter = named.orElse(times == 1 ? NO_FILTER : "filter " + times);
        LmEvalRequests requests = LmEvalRequests.of(map, JsonValues.list(map.get("resps")));
        Map<String, OriginVerdict> figures = figures(map, filter, requests);
        ForeignOutput before = byDocument.get(document);
        if (before != null) {
            if (!before.output().equals(requests.output())) {
                throw new RecordFault("document-differs", document);
            }
            byDocument.put(document, before.with(figures));
            return;
        }
        Map<String, @Nullable Object> row = JsonValues.map(map.get("doc"));
        row.put(OutputJoin.ROW_NUMBER, JsonValues.whole(map.get("doc_id")).orElse(-1));
        byDocument.put(
                document,
                new ForeignOutput(line, Optional.empty(), requests.prompt(), row, requests.output(), figures));
    }

    @Override
    public List<ForeignOutput> outputs() {
        if (seen.values().stream().distinct().count() > 1) {
            throw new RecordFault("uneven");
        }
        return List.copyOf(byDocument.values());
    }

    private static Map<String, OriginVerdict> figures(
            Map<String, @Nullable Object> map, String filter, LmEvalRequests requests) {
        List<@Nullable Object> named = JsonValues.list(map.get("metrics"));
        List<String> answers = new ArrayList<>();
        for (Object answer : JsonValues.list(map.get("filtered_resps"))) {
            JsonValues.text(answer).ifPresent(answers::add);
        }
        List<String> targets = targets(map.get("target"));
        Map<String, OriginVerdict> figures = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            boolean wanted = named.isEmpty() ? !KNOWN.contains(key) : named.contains(key);
            if (wanted && (value instanceof Number || value instanceof Boolean)) {
                figures.put(
                        NO_FILTER.equals(filter) ? key : key + "," + filter,
                        new OriginVerdict(
                                JsonValues.number(value).orElseThrow(),
                                answers,
                                targets,
                                requests.offered(),
                                requests.output().choices()));
            }
        });
        return figures;
    }

    /** One target, or several: a list in old files, what Python prints of one in new files. */
    private static List<String> targets(@Nullable Object target) {
        if (target instanceof List<?> list) {
            return list.stream().flatMap(one -> JsonValues.id(one).stream()).toList();
        }
        Optional<String> text = JsonValues.id(target);
        return text.flatMap(PythonList::parse)
                .orElseGet(() -> text.map(List::of).orElseGet(List::of));
    }
}
