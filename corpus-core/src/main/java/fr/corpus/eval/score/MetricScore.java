package fr.corpus.eval.score;

import fr.corpus.stats.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The score of one metric over all items that were answered. Immutable.
 *
 * @param name of the metric
 * @param value from 0 to 100, but for {@code mcc} (−1 to 1), {@code ece} and {@code brier} (0 to 1), and TER (0 upwards); empty when
 *     nothing can be said
 * @param interval 95 %, in the unit of the value
 * @param method how the interval was found
 * @param standardError in the unit of the value
 * @param items how many items have a value
 * @param unknown how many have none
 * @param signature what another must know to get the same value
 */
public record MetricScore(
        String name,
        OptionalDouble value,
        Optional<Interval> interval,
        Method method,
        OptionalDouble standardError,
        int items,
        int unknown,
        String signature) {

    /** The same of outputs before which something was read: examples, a system prompt. */
    MetricScore after(String preamble) {
        return new MetricScore(
                name, value, interval, method, standardError, items, unknown, signature + "|preamble:" + preamble);
    }

    /** How an interval was found. */
    public enum Method {
        /** Wilson’s interval of a share. */
        WILSON("wilson"),
        /** Percentiles of resamples of items. */
        BOOTSTRAP("bootstrap"),
        /** Normal, with the error of clusters of items. */
        CLUSTER("cluster-robust"),
        /** Normal, for very many items. */
        NORMAL("normal"),
        /** None. */
        NONE("none");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /** The method of a word; {@link #NONE} for any other. */
        static Method ofWord(String word) {
            for (Method method : values()) {
                if (method.word.equals(word)) {
                    return method;
                }
            }
            return NONE;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }
    }
}
