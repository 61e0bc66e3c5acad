package fr.corpus.text;

import java.util.Arrays;

/** The signals measured so far on one text. Reused, so confined to one thread. */
public final class SignalSet {

    private final double[] values = new double[Signal.values().length];

    /** Nothing measured. */
    public SignalSet() {
        clear();
    }

    /** Forgets all values. */
    public void clear() {
        Arrays.fill(values, Double.NaN);
    }

    /** Records a value. */
    public void set(Signal signal, double value) {
        values[signal.ordinal()] = value;
    }

    /** The value, or NaN when it was not measured. */
    public double get(Signal signal) {
        return values[signal.ordinal()];
    }

    /** All values in the order of {@link Signal}, as a copy; NaN where not measured. */
    public double[] toArray() {
        return values.clone();
    }
}
