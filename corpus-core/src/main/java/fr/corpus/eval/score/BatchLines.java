package fr.corpus.eval.score;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a batch of OpenAI’s interface, of chats or completions; {@code custom_id} is the item’s id, or {@code id#prompt} as we
 * write them. Confined to one thread.
 */
final class BatchLines implements OutputLines {

    private static final int OK = 200;

    private final List<ForeignOutput> outputs = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Override
    public void take(long line, @Nullable Object value) {
        Map<String, @Nullable Object> map = JsonValues.map(value);
        String id = JsonValues.id(map.get("custom_id"))
                .orElseThrow(() -> new IllegalArgumentException("custom_id: missing"));
        if (map.containsKey("body") && map.containsKey("url")) {
            throw new IllegalArgumentException("requests");
        }
        Map<String, @Nullable Object> response = JsonValues.map(map.get("response"));
        long status = JsonValues.whole(response.get("status_code")).orElse(OK);
        Map<String, @Nullable Object> body = JsonValues.map(response.get("body"));
        List<@Nullable Object> choices = JsonValues.list(body.get("choices"));
        if (map.get("error") != null || status != OK || choices.isEmpty()) {
            failed.add(id + ": " + (status == OK ? "error" : String.valueOf(status)));
            return;
        }
        Map<String, @Nullable Object> choice = JsonValues.map(choices.get(0));
        Map<String, @Nullable Object> message = JsonValues.map(choice.get("message"));
        String text = JsonValues.text(message.get("content"))
                .or(() -> JsonValues.text(choice.get("text")))
                .orElse("");
        Map<String, @Nullable Object> usage = JsonValues.map(body.get("usage"));
        int mark = id.lastIndexOf('#');
        outputs.add(ForeignOutput.of(
                line,
                Optional.of(id),
                Optional.empty(),
                new OutputRecord(
                        "",
                        Optional.empty(),
                        new OutputRecord.PromptUsed(
                                mark > 0 ? Optional.of(id.substring(mark + 1)) : Optional.empty(), Optional.empty()),
                        text,
                        letters(choice),
                        new OutputRecord.Usage(
                                JsonValues.whole(usage.get("prompt_tokens")),
                                JsonValues.whole(usage.get("completion_tokens")),
                                OptionalDouble.empty()),
                        new OutputRecord.ModelRun(
                                JsonValues.text(body.get("model")), Optional.empty(), Map.of(), Optional.empty()),
                        JsonValues.text(choice.get("finish_reason")))));
    }

    /**
     * The log-probabilities of the letters A, B… where the first token that has a letter among its alternatives was written; as many
     * as there are letters without a gap.
     */
    private static List<ChoiceLikelihood> letters(Map<String, @Nullable Object> choice) {
        for (Object token :
                JsonValues.list(JsonValues.map(choice.get("logprobs")).get("content"))) {
            Map<Character, Double> found = new TreeMap<>();
            for (Object alternative : JsonValues.list(JsonValues.map(token).get("top_logprobs"))) {
                Map<String, @Nullable Object> one = JsonValues.map(alternative);
                String letter = JsonValues.text(one.get("token")).orElse("").strip();
                OptionalDouble likelihood = JsonValues.number(one.get("logprob"));
                if (letter.length() == 1
                        && letter.charAt(0) >= 'A'
                        && letter.charAt(0) <= 'Z'
                        && likelihood.isPresent()) {
                    found.merge(letter.charAt(0), likelihood.getAsDouble(), Math::max);
                }
            }
            if (found.size() > 1) {
                List<ChoiceLikelihood> letters = new ArrayList<>();
                for (char c = 'A'; found.containsKey(c); c++) {
                    letters.add(ChoiceLikelihood.of(found.get(c)));
                }
                return letters;
            }
        }
        return List.of();
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
