package fr.corpus.eval.run;

import fr.corpus.eval.pack.FewShotRule;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the model reads before a question. Immutable.
 *
 * @param examples number of solved examples, 0 to {@link FewShotRule#MOST}; as the pack says when empty
 * @param system what the model is told first; nothing when empty
 */
public record Preamble(OptionalInt examples, Optional<String> system) {

    /** As many examples as the pack says, and no system prompt. */
    public static final Preamble OF_THE_PACK = new Preamble(OptionalInt.empty(), Optional.empty());

    public Preamble {
        if (examples.isPresent() && (examples.getAsInt() < 0 || examples.getAsInt() > FewShotRule.MOST)) {
            throw new IllegalArgumentException(
                    "need from 0 to " + FewShotRule.MOST + " examples, got " + examples.getAsInt());
        }
    }
}
