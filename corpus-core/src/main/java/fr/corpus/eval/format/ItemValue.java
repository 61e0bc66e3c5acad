package fr.corpus.eval.format;

import java.util.List;
import java.util.function.Function;

/** The verdict or value of one metric for one item. Immutable. */
public sealed interface ItemValue {

    /** Right or wrong. */
    record Flag(boolean value) implements ItemValue {}

    /** A number, in the metric's own unit. */
    record Quantity(double value) implements ItemValue {}

    /** One verdict for each instruction of the item, in its order. */
    record Flags(List<Boolean> values) implements ItemValue {
        public Flags {
            values = List.copyOf(values);
        }

        /** Whether all instructions were followed. */
        public boolean all() {
            return !values.contains(false);
        }
    }

    /**
     * Cannot be said from this output, and why.
     *
     * @param reason a short code, as {@code no-likelihoods}
     */
    record Unknown(String reason) implements ItemValue {}

    /** One of four. */
    default <T> T fold(
            Function<Flag, T> onFlag,
            Function<Quantity, T> onQuantity,
            Function<Flags, T> onFlags,
            Function<Unknown, T> onUnknown) {
        if (this instanceof Flag flag) {
            return onFlag.apply(flag);
        }
        if (this instanceof Quantity quantity) {
            return onQuantity.apply(quantity);
        }
        return this instanceof Flags flags ? onFlags.apply(flags) : onUnknown.apply((Unknown) this);
    }
}
