package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.pack.Task;
import fr.corpus.eval.score.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by short requests what a server can do: likelihoods of choices first, then letters with alternatives, then a chat, then a
 * bare completion. Immutable.
 */
record MethodChoice(PatientServer server, String model, Sampling sampling) {

    private static final String CONTEXT = "Paris est la capitale de la";
    private static final String CONTINUATION = " France.";
    private static final String LETTER = "Quelle lettre vient après A ?\nA. A\nB. B\nRépondez par la lettre seule.";

    /** Faults that say that a server does not know how, rather than that it is not there. */
    private static final Set<String> UNABLE = Set.of(
            "no-echo",
            "bad-logprob",
            "no-choice",
            "not-json",
            "content-type",
            "no-letters",
            "http-400",
            "http-404",
            "http-405",
            "http-422",
            "http-500",
            "http-501");

    /**
     * The best method for a task, or the wanted one if the server can do it.
     *
     * @param preamble whether something precedes the questions, as it cannot precede bare sentences
     * @throws ServerFault if the server cannot be asked at all
     * @throws RecipeException if it cannot do what is wanted
     */
    RunMethod settle(RunMethod wanted, Task task, boolean preamble, ServerAddress address)
            throws ServerFault, InterruptedException {
        boolean choices = task == Task.MULTIPLE_CHOICE || task == Task.MINIMAL_PAIRS;
        if (!choices && (wanted == RunMethod.LIKELIHOOD || wanted == RunMethod.LETTERS)) {
            throw new RecipeException(UserMessage.of("eval.run-method-task", wanted.word(), task.word()));
        }
        if (wanted == RunMethod.LIKELIHOOD && !hasLikelihoods()) {
            throw new RecipeException(
                    UserMessage.of("eval.run-no-likelihoods", address.base().toString()));
        }
        if (wanted == RunMethod.LETTERS && !hasLetters()) {
            throw new RecipeException(
                    UserMessage.of("eval.run-no-letters", address.base().toString()));
        }
        if (wanted != RunMethod.AUTO) {
            return wanted;
        }
        boolean bare = task == Task.MINIMAL_PAIRS && preamble;
        if (choices && !bare && hasLikelihoods()) {
            return RunMethod.LIKELIHOOD;
        }
        if (choices && hasLetters()) {
            return RunMethod.LETTERS;
        }
        return hasChat() ? RunMethod.CHAT : RunMethod.COMPLETION;
    }

    private boolean hasLikelihoods() throws ServerFault, InterruptedException {
        LikelihoodAsking asking = new LikelihoodAsking(server, model, sampling);
        return isAble(() -> LikelihoodAsking.weigh(server, "essai", CONTEXT, CONTINUATION, asking.sampling(), model));
    }

    private boolean hasLetters() throws ServerFault, InterruptedException {
        GeneratedAsking.Body body = new GeneratedAsking.Body(model, RunMethod.LETTERS, sampling, Task.MULTIPLE_CHOICE);
        return isAble(() -> server.ask("essai", body.path(), body.of(LETTER), response -> {
            List<@Nullable Object> choices = JsonValues.list(response.get("choices"));
            Map<String, @Nullable Object> choice = JsonValues.map(choices.isEmpty() ? null : choices.get(0));
            boolean alternatives = JsonValues.list(
                            JsonValues.map(choice.get("logprobs")).get("content"))
                    .stream()
                    .anyMatch(token -> !JsonValues.list(JsonValues.map(token).get("top_logprobs"))
                            .isEmpty());
            if (!alternatives) {
                throw ServerFault.of(ServerFault.Reach.ITEM, "no-letters");
            }
            return true;
        }));
    }

    private boolean hasChat() throws ServerFault, InterruptedException {
        GeneratedAsking.Body body = new GeneratedAsking.Body(model, RunMethod.CHAT, sampling, Task.MULTIPLE_CHOICE);
        return isAble(() -> server.ask("essai", body.path(), body.of(LETTER), response -> true));
    }

    private interface Try {
        Object run() throws ServerFault, InterruptedException;
    }

    private static boolean isAble(Try attempt) throws ServerFault, InterruptedException {
        try {
            attempt.run();
            return true;
        } catch (ServerFault fault) {
            if (!UNABLE.contains(fault.code())) {
                throw fault;
            }
            return false;
        }
    }
}
