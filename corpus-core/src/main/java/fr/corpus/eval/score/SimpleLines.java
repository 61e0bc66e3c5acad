package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.OutputRecords;
import fr.corpus.eval.format.RecordFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object for each output: our own record, or M-IFEval’s prompt and response. Confined to one thread. */
final class SimpleLines implements OutputLines {

    private final boolean neutral;
    private final List<ForeignOutput> outputs = new ArrayList<>();

    SimpleLines(boolean neutral) {
        this.neutral = neutral;
    }

    @Override
    public void take(long line, @Nullable Object value) {
        Map<String, @Nullable Object> map = JsonValues.map(value);
        if (!neutral) {
            String prompt = JsonValues.text(map.get("prompt")).orElseThrow(() -> RecordFault.missing("prompt"));
            String response = JsonValues.text(map.get("response")).orElseThrow(() -> RecordFault.missing("response"));
            outputs.add(ForeignOutput.of(
                    line, JsonValues.id(map.get("key")), Optional.of(prompt), OutputRecord.of("", response)));
            return;
        }
        if (map.containsKey("results") && !map.containsKey("item_id")) {
            throw new RecordFault("results-only");
        }
        Optional<String> id = JsonValues.id(map.get("item_id"));
        if (id.isEmpty() && JsonValues.text(map.get("prompt_sha256")).isEmpty()) {
            throw RecordFault.missing("item_id");
        }
        if (JsonValues.text(map.get("output")).isEmpty() && !(map.get("choices") instanceof List<?>)) {
            throw RecordFault.missing("output");
        }
        map.put("item_id", id.orElse(""));
        outputs.add(ForeignOutput.of(line, id, JsonValues.text(map.get("prompt")), OutputRecords.parse(map)));
    }

    @Override
    public List<ForeignOutput> outputs() {
        return outputs;
    }
}
