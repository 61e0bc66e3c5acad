package fr.corpus.annotate.profile;

import java.util.Optional;

/** Values in classes of a tenth, in memory that does not grow. Confined to one thread. */
final class Distribution {

    private static final int PER_UNIT = 10;
    private static final int LOWEST = -1000;
    private static final int HIGHEST = 3000;

    private final long[] classes = new long[(HIGHEST - LOWEST) * PER_UNIT + 1];
    private long size;

    void add(double value) {
        double bounded = Math.min(HIGHEST, Math.max(LOWEST, value));
        classes[(int) Math.round((bounded - LOWEST) * PER_UNIT)]++;
        size++;
    }

    /** The quantiles by nearest rank; empty without a value. */
    Optional<Quantiles> quantiles() {
        return size == 0 ? Optional.empty() : Optional.of(new Quantiles(size, at(1), at(5), at(9)));
    }

    /** The smallest value that so many tenths of all values do not exceed. */
    private double at(int tenths) {
        long rank = (size * tenths + PER_UNIT - 1) / PER_UNIT;
        long seen = 0;
        int index = 0;
        while (seen + classes[index] < rank) {
            seen += classes[index++];
        }
        return (index + LOWEST * PER_UNIT) / (double) PER_UNIT;
    }
}
