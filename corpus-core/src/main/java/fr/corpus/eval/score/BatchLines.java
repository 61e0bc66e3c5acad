package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.RecordFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a batch of OpenAI’s interface, of chats or completions; {@code custom_id} is the item’s id, or {@code id#prompt} as we
 * write them, with the name of what was read before it. Confined to one thread.
 */
final class BatchLines implements OutputLines {

    private static final int OK = 200;

    /** What a run writes behind the name of a question that is not read alone. */
    private static final Pattern PREAMBLE = Pattern.compile("#([0-9]+-shot-[0-9a-f]{16})$");

    private final List<ForeignOutput> outputs = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Override
    public void take(long line, @Nullable Object value) {
        Map<String, @Nullable Object> map = JsonValues.map(value);
        String id = JsonValues.id(map.get("custom_id")).orElseThrow(() -> RecordFault.missing("custom_id"));
        if (map.containsKey("body") && map.containsKey("url")) {
            throw new RecordFault("requests");
        }
        Map<String, @Nullable Object> response = JsonValues.map(map.get("response"));
        long status = JsonValues.whole(response.get("status_code")).orElse(OK);
        Optional<ServerAnswer> answer = ServerAnswer.of(response.get("body"));
        if (map.get("error") != null || status != OK || answer.isEmpty()) {
            failed.add(id + ": " + (status == OK ? "error" : String.valueOf(status)));
            return;
        }
        Matcher preamble = PREAMBLE.matcher(id);
        Optional<String> read = preamble.find() ? Optional.of(preamble.group(1)) : Optional.empty();
        String name = preamble.replaceFirst("");
        int mark = name.lastIndexOf('#');
        outputs.add(ForeignOutput.of(
                line,
                Optional.of(name),
                Optional.empty(),
                new OutputRecord(
                        "",
                        Optional.empty(),
                        new OutputRecord.PromptUsed(
                                mark > 0 ? Optional.of(name.substring(mark + 1)) : Optional.empty(),
                                Optional.empty(),
                                read),
                        answer.get().text(),
                        answer.get().letters(),
                        true,
                        new OutputRecord.Usage(
                                answer.get().tokensIn(), answer.get().tokensOut(), OptionalDouble.empty()),
                        new OutputRecord.ModelRun(answer.get().model(), Optional.empty(), Map.of(), Optional.empty()),
                        answer.get().finishReason())));
    }

    @Override
    public List<ForeignOutput> outputs() {
        return outputs;
    }

    @Override
    public List<String> failed() {
        return failed;
    }
}
