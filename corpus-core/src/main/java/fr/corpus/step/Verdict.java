package fr.corpus.step;

import java.util.function.Function;

/** What a filter answers: keep, or drop with the reason and the measured values. Immutable. */
public sealed interface Verdict {

    /** The document goes on. */
    record Keep() implements Verdict {
        private static final Keep INSTANCE = new Keep();
    }

    /**
     * The document stops here.
     *
     * @param reason why
     * @param evidence what was measured
     */
    record Drop(Reason reason, Evidence evidence) implements Verdict {}

    /** Lets the document go on. */
    static Verdict keep() {
        return Keep.INSTANCE;
    }

    /** Stops the document. */
    static Verdict drop(Reason reason, Evidence evidence) {
        return new Drop(reason, evidence);
    }

    /** Answers one of two functions. */
    default <T> T fold(Function<Keep, T> onKeep, Function<Drop, T> onDrop) {
        return this instanceof Keep keep ? onKeep.apply(keep) : onDrop.apply((Drop) this);
    }
}
