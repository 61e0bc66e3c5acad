package fr.corpus.eval.score;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.RecordFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What lm-evaluation-harness asked about one document and what it was answered. Likelihoods are texts in new files, numbers in old
 * ones. For {@code acc_mutual_info} each choice is asked twice, with and without its context: one after the other before 0.4.5, all of
 * them and then all of them again since. Immutable.
 *
 * @param prompt what the first request gave before the answer
 * @param offered what each request of a likelihood continued with, without the blank before it
 * @param output the answer
 */
record LmEvalRequests(Optional<String> prompt, List<String> offered, OutputRecord output) {

    static LmEvalRequests of(Map<String, @Nullable Object> sample, List<@Nullable Object> responses) {
        List<Request> requests = requests(sample.get("arguments"));
        List<Double> likelihoods = new ArrayList<>();
        String text = "";
        for (Object response : responses) {
            Object first = JsonValues.list(response).stream().findFirst().orElse(response);
            List<@Nullable Object> pair = JsonValues.list(first);
            if (!pair.isEmpty()) {
                OptionalDouble likelihood = JsonValues.number(pair.get(0));
                if (likelihood.isEmpty() || Double.isNaN(likelihood.getAsDouble())) {
                    throw new RecordFault("no-likelihood", "resps", String.valueOf(pair.get(0)));
                }
                likelihoods.add(likelihood.getAsDouble());
            } else if (first instanceof String generated) {
                text = generated;
            }
        }
        Optional<String> prompt = requests.isEmpty()
                ? Optional.empty()
                : Optional.of(requests.get(0).context());
        if (likelihoods.isEmpty()) {
            return new LmEvalRequests(prompt, List.of(), OutputRecord.of("", text));
        }
        boolean twice = sample.containsKey("acc_mutual_info") && likelihoods.size() % 2 == 0;
        boolean alternating = twice && isAlternating(requests);
        int choices = twice ? likelihoods.size() / 2 : likelihoods.size();
        List<ChoiceLikelihood> list = new ArrayList<>();
        List<String> offered = new ArrayList<>();
        for (int i = 0; i < choices; i++) {
            int asked = alternating ? 2 * i : i;
            int alone = alternating ? 2 * i + 1 : choices + i;
            list.add(new ChoiceLikelihood(
                    likelihoods.get(asked),
                    twice ? OptionalDouble.of(likelihoods.get(alone)) : OptionalDouble.empty(),
                    OptionalInt.empty()));
            if (requests.size() == likelihoods.size()) {
                offered.add(requests.get(asked).continuation());
            }
        }
        return new LmEvalRequests(prompt, offered, OutputRecord.of("", list, ForeignOutput.areLetters(offered)));
    }

    /** Whether the second request asks for the first one’s continuation without its context. */
    private static boolean isAlternating(List<Request> requests) {
        return requests.size() > 2
                && requests.get(1).continuation().equals(requests.get(0).continuation())
                && !requests.get(1).context().equals(requests.get(0).context());
    }

    private record Request(String context, String continuation) {}

    /** {@code gen_args_0: {arg_0, arg_1}} in new files, a list of lists in old ones. */
    private static List<Request> requests(@Nullable Object arguments) {
        List<Request> requests = new ArrayList<>();
        List<@Nullable Object> all =
                arguments instanceof Map<?, ?> map ? new ArrayList<>(map.values()) : JsonValues.list(arguments);
        for (Object one : all) {
            List<@Nullable Object> pair =
                    one instanceof Map<?, ?> map ? new ArrayList<>(map.values()) : JsonValues.list(one);
            String context = pair.isEmpty() ? "" : JsonValues.text(pair.get(0)).orElse("");
            String continuation =
                    pair.size() < 2 ? "" : JsonValues.text(pair.get(1)).orElse("");
            requests.add(new Request(context, continuation.startsWith(" ") ? continuation.substring(1) : continuation));
        }
        return requests;
    }
}
