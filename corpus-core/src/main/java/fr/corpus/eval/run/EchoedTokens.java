package fr.corpus.eval.run;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.score.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a completion that repeats its prompt, with their log-probabilities. Immutable.
 *
 * @param texts of the tokens
 * @param logProbs of the tokens; NaN for the first, which nothing precedes
 * @param starts where each begins, in code points, as the server says; empty when it does not
 */
record EchoedTokens(List<String> texts, double[] logProbs, int[] starts) {

    /** Probabilities of servers that round may be a little above 1. */
    private static final double ROUNDING = 1e-3;

    /**
     * The tokens in a response.
     *
     * @throws ServerFault if the server gave none, or values that are no log-probabilities
     */
    static EchoedTokens of(Map<String, @Nullable Object> response) throws ServerFault {
        List<@Nullable Object> choices = JsonValues.list(response.get("choices"));
        if (choices.isEmpty()) {
            throw ServerFault.again("no-choice");
        }
        Map<String, @Nullable Object> given =
                JsonValues.map(JsonValues.map(choices.get(0)).get("logprobs"));
        List<@Nullable Object> tokens = JsonValues.list(given.get("tokens"));
        List<@Nullable Object> values = JsonValues.list(given.get("token_logprobs"));
        List<@Nullable Object> offsets = JsonValues.list(given.get("text_offset"));
        if (tokens.size() < 2 || tokens.size() != values.size()) {
            throw ServerFault.of(ServerFault.Reach.ITEM, "no-echo");
        }
        List<String> texts = new ArrayList<>();
        double[] logProbs = new double[tokens.size()];
        for (int i = 0; i < logProbs.length; i++) {
            texts.add(JsonValues.text(tokens.get(i)).orElse(""));
            Object value = values.get(i);
            logProbs[i] = value instanceof Number number ? number.doubleValue() : Double.NaN;
            if (logProbs[i] > ROUNDING || Double.isNaN(logProbs[i]) && (i > 0 || value != null)) {
                throw ServerFault.again("bad-logprob");
            }
        }
        return new EchoedTokens(texts, logProbs, starts(offsets, logProbs.length));
    }

    private static int[] starts(List<@Nullable Object> offsets, int count) {
        if (offsets.size() != count) {
            return new int[0];
        }
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            if (!(offsets.get(i) instanceof Long offset) || offset < (i == 0 ? 0 : starts[i - 1]) || offset > 1 << 30) {
                return new int[0];
            }
            starts[i] = offset.intValue();
        }
        return starts;
    }

    /**
     * The likelihood of a continuation: the sum over the tokens that hold some of it. A token that holds the end of the context too
     * counts whole.
     *
     * @throws ServerFault if it cannot be told which tokens these are
     */
    ChoiceLikelihood continuation(String context, String continuation) throws ServerFault {
        int from = context.codePointCount(0, context.length());
        int to = from + continuation.codePointCount(0, continuation.length());
        int[] begin = begins(context + continuation);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < logProbs.length; i++) {
            if (begin[i + 1] > from && begin[i] < to) {
                sum += logProbs[i];
                count++;
            }
        }
        if (count == 0 || Double.isNaN(sum)) {
            throw ServerFault.of(ServerFault.Reach.ITEM, "no-echo");
        }
        return new ChoiceLikelihood(sum, OptionalDouble.empty(), OptionalInt.of(count));
    }

    /**
     * Where tokens begin in the prompt, in code points, and where the last ends. By the texts of tokens when they spell the prompt;
     * else, as when a letter is cut into bytes, by what the server says, less a first token that is no text.
     */
    private int[] begins(String prompt) throws ServerFault {
        String spelled = String.join("", texts);
        int at = spelled.indexOf(prompt);
        int[] begins = new int[logProbs.length + 1];
        if (at >= 0) {
            int position = -spelled.codePointCount(0, at);
            for (int i = 0; i < logProbs.length; i++) {
                begins[i] = position;
                position += texts.get(i).codePointCount(0, texts.get(i).length());
            }
            begins[logProbs.length] = position;
            return begins;
        }
        if (starts.length == 0) {
            throw ServerFault.of(ServerFault.Reach.ITEM, "no-echo");
        }
        String first = texts.get(0);
        int special = !first.isEmpty() && !prompt.startsWith(first) && Double.isNaN(logProbs[0])
                ? Math.min(starts[1], first.codePointCount(0, first.length()))
                : 0;
        for (int i = 0; i < logProbs.length; i++) {
            begins[i] = starts[i] - special;
        }
        begins[logProbs.length] = Integer.MAX_VALUE;
        return begins;
    }
}
