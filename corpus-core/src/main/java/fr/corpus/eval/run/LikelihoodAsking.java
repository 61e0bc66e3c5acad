package fr.corpus.eval.run;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.score.ServerAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Has a completion repeat prompt and choice with log-probabilities, one request for each choice. Behind a prompt that shows the
 * choices the letter is weighed, else the text of the choice, each after a space; of a pair the bare sentences, each after a line
 * feed, since the first token of all has no probability. Immutable.
 */
final class LikelihoodAsking implements Asking {

    private final PatientServer server;
    private final String model;
    private final Sampling sampling;

    LikelihoodAsking(PatientServer server, String model, Sampling sampling) {
        this.server = server;
        this.model = model;
        this.sampling = sampling;
    }

    @Override
    public Map<String, @Nullable Object> sampling() {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("echo", true);
        fields.put("logprobs", 1L);
        fields.put("max_tokens", 1L);
        fields.put("temperature", 0L);
        fields.put("seed", sampling.seed());
        return sampling.with(fields);
    }

    /**
     * What is weighed: continuations of one context.
     *
     * @param letters whether they are letters
     */
    private record Weighed(String context, List<String> continuations, boolean letters) {}

    private static Weighed weighed(Asked asked) {
        if (asked.item() instanceof PackItem.MinimalPair pair) {
            return new Weighed("\n", List.of(pair.good(), pair.bad()), false);
        }
        List<String> choices = ((PackItem.MultipleChoice) asked.item()).choices();
        boolean letters = asked.prompt().showsChoices();
        List<String> continuations = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            continuations.add(" " + (letters ? PackItem.letter(i) : choices.get(i)));
        }
        return new Weighed(asked.whole(), continuations, letters);
    }

    @Override
    public Answer ask(Asked asked) throws ServerFault, InterruptedException {
        Weighed weighed = weighed(asked);
        List<ChoiceLikelihood> likelihoods = new ArrayList<>();
        Cost cost = new Cost();
        for (String continuation : weighed.continuations()) {
            PatientServer.Reply<Read> reply = weigh(
                    server, asked.key() + "#" + likelihoods.size(), weighed.context(), continuation, sampling(), model);
            likelihoods.add(reply.value().likelihood());
            cost.add(reply);
        }
        return new Answer(
                "", likelihoods, weighed.letters(), cost.usage(), cost.model, Optional.empty(), cost.attempts);
    }

    /** What one response says. */
    record Read(ChoiceLikelihood likelihood, OptionalLong tokensIn, OptionalLong tokensOut, Optional<String> model) {}

    /** The likelihood of one continuation. */
    static PatientServer.Reply<Read> weigh(
            PatientServer server,
            String name,
            String context,
            String continuation,
            Map<String, @Nullable Object> fields,
            String model)
            throws ServerFault, InterruptedException {
        Map<String, @Nullable Object> body = new TreeMap<>(fields);
        body.put("model", model);
        body.put("prompt", context + continuation);
        return server.ask(name, "completions", body, response -> {
            ChoiceLikelihood likelihood = EchoedTokens.of(response).continuation(context, continuation);
            ServerAnswer answer = ServerAnswer.of(response).orElseThrow(() -> ServerFault.again("no-choice"));
            return new Read(likelihood, answer.tokensIn(), answer.tokensOut(), answer.model());
        });
    }

    /** What several requests cost together; unknown as soon as one is. Confined to one thread. */
    private static final class Cost {
        private boolean known = true;
        private long tokensIn;
        private long tokensOut;
        private double seconds;
        private int attempts;
        private Optional<String> model = Optional.empty();

        void add(PatientServer.Reply<Read> reply) {
            Read read = reply.value();
            known &= read.tokensIn().isPresent() && read.tokensOut().isPresent();
            tokensIn += read.tokensIn().orElse(0);
            tokensOut += read.tokensOut().orElse(0);
            seconds += reply.seconds();
            attempts += reply.attempts();
            model = read.model().or(() -> model);
        }

        OutputRecord.Usage usage() {
            return new OutputRecord.Usage(
                    known ? OptionalLong.of(tokensIn) : OptionalLong.empty(),
                    known ? OptionalLong.of(tokensOut) : OptionalLong.empty(),
                    OptionalDouble.of(seconds));
        }
    }
}
