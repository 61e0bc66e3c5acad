package fr.corpus.eval.score;

import fr.corpus.eval.format.ChoiceLikelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first choice of an answer of OpenAI’s interface, of a chat or a completion. Immutable.
 *
 * @param text what was generated; empty when the server gave none
 * @param letters log-probabilities of the letters A, B… where the first token that has letters among its alternatives was written;
 *     as many as there are without a gap, none when the server gives no alternatives
 * @param tokensIn tokens of the prompt
 * @param tokensOut tokens generated
 * @param model the model as the server names it
 * @param finishReason {@code stop}, {@code length}…, as the server says
 */
public record ServerAnswer(
        String text,
        List<ChoiceLikelihood> letters,
        OptionalLong tokensIn,
        OptionalLong tokensOut,
        Optional<String> model,
        Optional<String> finishReason) {

    public ServerAnswer {
        letters = List.copyOf(letters);
    }

    /** The answer in the body of a response; nothing when it has no choice. */
    public static Optional<ServerAnswer> of(@Nullable Object response) {
        Map<String, @Nullable Object> body = JsonValues.map(response);
        List<@Nullable Object> choices = JsonValues.list(body.get("choices"));
        if (choices.isEmpty() || !(choices.get(0) instanceof Map)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> choice = JsonValues.map(choices.get(0));
        String text = JsonValues.text(JsonValues.map(choice.get("message")).get("content"))
                .or(() -> JsonValues.text(choice.get("text")))
                .orElse("");
        Map<String, @Nullable Object> usage = JsonValues.map(body.get("usage"));
        return Optional.of(new ServerAnswer(
                text,
                letters(choice),
                count(usage.get("prompt_tokens")),
                count(usage.get("completion_tokens")),
                JsonValues.text(body.get("model")),
                JsonValues.text(choice.get("finish_reason"))));
    }

    private static OptionalLong count(@Nullable Object value) {
        OptionalLong count = JsonValues.whole(value);
        return count.isPresent() && count.getAsLong() >= 0 ? count : OptionalLong.empty();
    }

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
                        && likelihood.isPresent()
                        && !Double.isNaN(likelihood.getAsDouble())) {
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
}
