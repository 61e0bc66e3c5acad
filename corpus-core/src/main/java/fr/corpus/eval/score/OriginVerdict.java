package fr.corpus.eval.score;

import fr.corpus.eval.format.ChoiceLikelihood;
import java.util.List;

/**
 * What the originating tool gave an output, and what it looked at, as far as it kept that. Immutable.
 *
 * @param value its verdict or value, 1 for true
 * @param answers the answers that it extracted from what was generated; empty when unknown
 * @param targets what it took for right, as texts or as numbers of choices from 0; empty when unknown
 * @param offered the texts of choices as the model saw them; empty when there were none or they are unknown
 * @param likelihoods theirs, in this order
 */
record OriginVerdict(
        double value,
        List<String> answers,
        List<String> targets,
        List<String> offered,
        List<ChoiceLikelihood> likelihoods) {
    OriginVerdict {
        answers = List.copyOf(answers);
        targets = List.copyOf(targets);
        offered = List.copyOf(offered);
        likelihoods = List.copyOf(likelihoods);
    }

    /** A value of which no more is known. */
    static OriginVerdict of(double value) {
        return new OriginVerdict(value, List.of(), List.of(), List.of(), List.of());
    }
}
