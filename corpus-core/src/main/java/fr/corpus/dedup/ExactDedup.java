package fr.corpus.dedup;

import fr.corpus.step.Deduplicator;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.util.List;

/**
 * Joins documents whose canonical text is the same, see {@link fr.corpus.document.CanonicalText}. Immutable.
 *
 * <p>The key is the first 128 bits of the canonical text's SHA-256.
 */
public record ExactDedup() implements Deduplicator {

    /** Name and version of the step. */
    public static final StepId ID = StepId.parse("dedup.exact@1");

    /** It has no parameter. */
    public static final List<Parameter> PARAMETERS = List.of();

    /** The step as a recipe sets it. */
    public static ExactDedup from(Settings settings) {
        return new ExactDedup();
    }

    @Override
    public StepId id() {
        return ID;
    }
}
