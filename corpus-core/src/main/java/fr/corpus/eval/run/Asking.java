package fr.corpus.eval.run;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way of getting an answer. Thread-safe. */
interface Asking {

    /**
     * Asks.
     *
     * @throws ServerFault if there is no answer
     */
    Answer ask(Asked asked) throws ServerFault, InterruptedException;

    /** The fields of its requests but for the prompt, as they are recorded. */
    Map<String, @Nullable Object> sampling();

    /**
     * What was answered.
     *
     * @param text generated, or empty
     * @param choices likelihoods, or none
     * @param letters whether these are of letters
     * @param usage tokens and time
     * @param model as the server names it
     * @param finishReason as the server says
     * @param attempts requests that were made
     */
    record Answer(
            String text,
            List<ChoiceLikelihood> choices,
            boolean letters,
            OutputRecord.Usage usage,
            Optional<String> model,
            Optional<String> finishReason,
            int attempts) {}
}
