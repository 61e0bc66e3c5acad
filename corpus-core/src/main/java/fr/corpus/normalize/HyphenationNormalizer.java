package fr.corpus.normalize;

import fr.corpus.step.Normalizer;
import fr.corpus.step.Parameter;
import fr.corpus.step.StepId;
import fr.corpus.text.heritage.DividedWords;
import java.util.List;

/** Makes words whole that the end of a line divides, as {@link DividedWords} says. Immutable, thread-safe, idempotent. */
public record HyphenationNormalizer() implements Normalizer {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("normalize.hyphenation@1");

    /** Nothing to set. */
    public static final List<Parameter> PARAMETERS = List.of();

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public String normalize(String text) {
        return rewrite(text).text();
    }

    @Override
    public Rewritten rewrite(String text) {
        DividedWords.Whole whole = DividedWords.join(text);
        return Rewritten.of(whole.text()).and("joined-words", whole.joined()).and("kept-hyphens", whole.kept());
    }
}
