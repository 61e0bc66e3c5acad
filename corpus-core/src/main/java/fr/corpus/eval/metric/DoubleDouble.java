package fr.corpus.eval.metric;

/**
 * A number as the unevaluated sum of two doubles, about 104 bits (Dekker 1971). Immutable.
 *
 * @param high the nearest double
 * @param low what it lacks
 */
record DoubleDouble(double high, double low) {

    /** ln 2. */
    static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** An exact sum of two doubles. */
    static DoubleDouble sum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return new DoubleDouble(sum, a - (sum - part) + (b - part));
    }

    private static DoubleDouble normal(double high, double low) {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }

    DoubleDouble plus(DoubleDouble other) {
        DoubleDouble highs = sum(high, other.high);
        DoubleDouble lows = sum(low, other.low);
        DoubleDouble first = normal(highs.high, highs.low + lows.high);
        return normal(first.high, first.low + lows.low);
    }

    DoubleDouble times(DoubleDouble other) {
        double product = high * other.high;
        double error = Math.fma(high, other.high, -product);
        return normal(product, error + (high * other.low + low * other.high));
    }

    DoubleDouble over(DoubleDouble other) {
        double first = high / other.high;
        DoubleDouble rest = plus(other.times(of(-first)));
        double second = rest.high / other.high;
        DoubleDouble last = rest.plus(other.times(of(-second)));
        return normal(first, second).plus(of(last.high / other.high));
    }

    DoubleDouble sqrt() {
        double root = Math.sqrt(high);
        DoubleDouble square = of(root).times(of(root));
        DoubleDouble rest = plus(new DoubleDouble(-square.high, -square.low));
        return normal(root, rest.high / (2 * root));
    }
}
