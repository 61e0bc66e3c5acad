package fr.corpus.eval.score;

import fr.corpus.eval.instruct.Verdicts;
import fr.corpus.eval.pack.Extraction;
import java.util.List;
import java.util.Optional;

/**
 * How an item was judged, for people who look at it and for scores that need more than a number. Immutable.
 *
 * @param extraction what was found in the output; empty when likelihoods or verifiers decided
 * @param chosen the choices taken, from 0, ascending
 * @param confidence the probability that the model gave to its choice among all, NaN when unknown
 * @param verdicts on the instructions of the item
 */
record ItemDetail(
        Optional<Extraction> extraction, List<Integer> chosen, double confidence, Optional<Verdicts> verdicts) {

    /** Nothing but values. */
    static final ItemDetail NONE = new ItemDetail(Optional.empty(), List.of(), Double.NaN, Optional.empty());

    ItemDetail {
        chosen = List.copyOf(chosen);
    }

    /** An answer found in a text. */
    static ItemDetail of(Extraction extraction) {
        return new ItemDetail(Optional.of(extraction), List.of(), Double.NaN, Optional.empty());
    }

    /** Verdicts of verifiers. */
    static ItemDetail of(Verdicts verdicts) {
        return new ItemDetail(Optional.empty(), List.of(), Double.NaN, Optional.of(verdicts));
    }
}
