package fr.corpus.release;

import fr.corpus.text.Signal;
import fr.corpus.text.SignalSet;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The signals measured on a released document. Immutable.
 *
 * <p>Values are rounded to six decimals, ties to even: more says nothing of a text, and a release of short documents would
 * weigh a fifth more. Verdicts were taken on the exact values, which the evidence of a drop keeps.
 */
public final class Quality {

    /** Nothing was measured. */
    public static final Quality NONE = new Quality(new double[0]);

    private static final double MICRO = 1e6;
    private static final double LARGEST_ROUNDED = 1e9;

    private final double[] values;

    private Quality(double[] values) {
        this.values = values;
    }

    /** What a set holds now. */
    public static Quality of(SignalSet signals) {
        return of(signals.toArray());
    }

    /**
     * Values in the order of {@link Signal}, NaN where nothing was measured; missing ones at the end were not measured.
     *
     * @throws IllegalArgumentException if one is infinite or there are more than signals
     */
    public static Quality of(double[] inSignalOrder) {
        double[] values = exact(inSignalOrder).values;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            // Adding zero makes -0 a plain 0, which is all that JSON knows.
            values[i] = Math.abs(value) < LARGEST_ROUNDED ? Math.rint(value * MICRO) / MICRO + 0.0 : value;
        }
        return new Quality(values);
    }

    /** Values as a release has them: rounded when it was written, and not again. */
    static Quality exact(double[] inSignalOrder) {
        Signal[] signals = Signal.values();
        if (inSignalOrder.length > signals.length) {
            throw new IllegalArgumentException(inSignalOrder.length + " values for " + signals.length + " signals");
        }
        double[] values = new double[signals.length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < inSignalOrder.length; i++) {
            if (Double.isInfinite(inSignalOrder[i])) {
                throw new IllegalArgumentException(signals[i] + " is infinite");
            }
            values[i] = inSignalOrder[i];
        }
        return new Quality(values);
    }

    /** A value, or empty when it was not measured. */
    public OptionalDouble get(Signal signal) {
        double value = value(signal);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A value, or NaN. */
    double value(Signal signal) {
        return signal.ordinal() < values.length ? values[signal.ordinal()] : Double.NaN;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Quality quality)) {
            return false;
        }
        return Arrays.stream(Signal.values()).allMatch(s -> Double.compare(value(s), quality.value(s)) == 0);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Signal signal : Signal.values()) {
            hash = 31 * hash + Double.hashCode(value(signal));
        }
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
