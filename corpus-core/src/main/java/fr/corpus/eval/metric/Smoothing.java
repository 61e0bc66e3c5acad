package fr.corpus.eval.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What BLEU does with an order that has no match (Chen and Cherry 2014). Immutable.
 *
 * @param method which rule
 * @param value what {@code floor} and {@code add-k} use; the others ignore it
 */
public record Smoothing(Method method, double value) {

    private static final double FLOOR = 0.1;

    /** The rules of sacreBLEU. */
    public enum Method {
        /** Each order without match halves the precision once more. */
        EXP("exp"),
        /** A small number instead of zero matches. */
        FLOOR("floor"),
        /** A number added to matches and totals of all orders above 1. */
        ADD_K("add-k"),
        /** Nothing: one order without match makes the score all but zero. */
        NONE("none");

        private final String key;

        Method(String key) {
            this.key = key;
        }

        /** Its name in signatures and options. */
        public String key() {
            return key;
        }

        @Override
        public String toString() {
            return key;
        }
    }

    /** A rule with its usual value: 0.1 for {@code floor}, 1 for {@code add-k}. */
    public static Smoothing of(Method method) {
        return new Smoothing(method, method == Method.FLOOR ? FLOOR : 1);
    }

    /** As it stands in a signature: {@code floor[0.10]}. */
    String signature() {
        return method == Method.FLOOR || method == Method.ADD_K
                ? method.key() + "["
                        + new BigDecimal(value)
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .toPlainString() + "]"
                : method.key();
    }
}
