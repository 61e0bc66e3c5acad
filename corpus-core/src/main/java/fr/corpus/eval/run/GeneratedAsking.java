package fr.corpus.eval.run;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Task;
import fr.corpus.eval.score.ServerAnswer;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Lets the model write: a chat, with alternatives for its tokens or not, or a completion. Immutable. */
final class GeneratedAsking implements Asking {

    private static final long ALTERNATIVES = 20;

    private final PatientServer server;
    private final RunMethod method;
    private final Body body;

    GeneratedAsking(PatientServer server, String model, RunMethod method, Sampling sampling, Task task) {
        this.server = server;
        this.method = method;
        body = new Body(model, method, sampling, task);
    }

    /** Makes bodies of requests, live or of a batch. */
    record Body(String model, RunMethod method, Sampling sampling, Task task) {

        String path() {
            return method == RunMethod.COMPLETION ? "completions" : "chat/completions";
        }

        Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = sampling.fields(task);
            if (method == RunMethod.LETTERS) {
                fields.put("logprobs", true);
                fields.put("top_logprobs", ALTERNATIVES);
            }
            return sampling.with(fields);
        }

        Map<String, @Nullable Object> of(Asked asked) {
            return method == RunMethod.COMPLETION ? of("prompt", asked.whole()) : of("messages", asked.messages());
        }

        /** A chat of one message. */
        Map<String, @Nullable Object> of(String text) {
            return of("messages", List.of(Asked.message("user", text)));
        }

        private Map<String, @Nullable Object> of(String field, Object question) {
            Map<String, @Nullable Object> body = fields();
            body.put("model", model);
            body.put(field, question);
            return body;
        }
    }

    @Override
    public Map<String, @Nullable Object> sampling() {
        return body.fields();
    }

    @Override
    public Answer ask(Asked asked) throws ServerFault, InterruptedException {
        PatientServer.Reply<ServerAnswer> reply =
                server.ask(asked.key(), body.path(), body.of(asked), GeneratedAsking::read);
        ServerAnswer answer = reply.value();
        List<ChoiceLikelihood> letters = method == RunMethod.LETTERS ? lettersOf(asked.item(), answer) : List.of();
        return new Answer(
                answer.text(),
                letters,
                !letters.isEmpty(),
                new OutputRecord.Usage(answer.tokensIn(), answer.tokensOut(), OptionalDouble.of(reply.seconds())),
                answer.model(),
                answer.finishReason(),
                reply.attempts());
    }

    private static ServerAnswer read(Map<String, @Nullable Object> response) throws ServerFault {
        return ServerAnswer.of(response).orElseThrow(() -> ServerFault.again("no-choice"));
    }

    /** The letters of the item’s choices, none unless all are known. */
    private static List<ChoiceLikelihood> lettersOf(PackItem item, ServerAnswer answer) {
        int choices = item instanceof PackItem.MultipleChoice choice
                ? choice.choices().size()
                : item instanceof PackItem.MinimalPair ? 2 : 0;
        return choices > 0 && answer.letters().size() >= choices
                ? answer.letters().subList(0, choices)
                : List.of();
    }
}
