package fr.corpus.eval.instruct;

import java.util.List;

/**
 * Whether a response follows each instruction of an item, in order. Immutable.
 *
 * @param strict the response as it stands
 * @param loose the best of its variants ({@link LooseVariants})
 */
public record Verdicts(List<Boolean> strict, List<Boolean> loose) {

    public Verdicts {
        strict = List.copyOf(strict);
        loose = List.copyOf(loose);
    }

    /** Whether all instructions are followed. */
    public boolean followsAllStrictly() {
        return !strict.contains(false);
    }

    /** Whether all instructions are followed by some variant each. */
    public boolean followsAllLoosely() {
        return !loose.contains(false);
    }
}
