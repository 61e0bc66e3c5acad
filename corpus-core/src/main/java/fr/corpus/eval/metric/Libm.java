package fr.corpus.eval.metric;

/**
 * Exponential and logarithm as the C library under the original tools rounds them, where Java’s own may differ in the last bit.
 *
 * <p>The exponential is the table-driven one of glibc 2.28 and later with fused multiply-add (Arm optimized routines): 2^(i/128)
 * and a polynomial of degree 5. The logarithm is correctly rounded, which glibc’s is but for about 3 in 10,000.
 */
final class Libm {

    private static final int TABLE_BITS = 7;
    private static final int TABLE_SIZE = 1 << TABLE_BITS;
    private static final double INVERSE_LN2 = 0x1.71547652b82fep0 * TABLE_SIZE;
    private static final double MINUS_LN2_HIGH = -0x1.62e42fefa0000p-8;
    private static final double MINUS_LN2_LOW = -0x1.cf79abc9e3b39p-47;
    private static final double SHIFT = 0x1.8p52;
    private static final double C2 = 0x1.ffffffffffdbdp-2;
    private static final double C3 = 0x1.555555555543cp-3;
    private static final double C4 = 0x1.55555cf172b91p-5;
    private static final double C5 = 0x1.1111167a4d017p-7;
    private static final double SMALLEST_PLAIN = -700;
    private static final double LARGEST_PLAIN = 700;
    private static final double TINY = 0x1p-54;
    private static final double[] TAIL = new double[TABLE_SIZE];
    private static final long[] POWER = new long[TABLE_SIZE];

    static {
        DoubleDouble root = DoubleDouble.of(2);
        for (int i = 0; i < TABLE_BITS; i++) {
            root = root.sqrt();
        }
        DoubleDouble power = DoubleDouble.of(1);
        for (int i = 0; i < TABLE_SIZE; i++) {
            POWER[i] = Double.doubleToRawLongBits(power.high()) - ((long) i << 52 - TABLE_BITS);
            TAIL[i] = power.low() / power.high();
            power = power.times(root);
        }
    }

    private Libm() {}

    /** e to a power. */
    static double exp(double x) {
        if (!(x > SMALLEST_PLAIN && x < LARGEST_PLAIN)) {
            return StrictMath.exp(x);
        }
        if (Math.abs(x) < TINY) {
            return 1 + x;
        }
        double shifted = Math.fma(INVERSE_LN2, x, SHIFT);
        long bits = Double.doubleToRawLongBits(shifted);
        double k = shifted - SHIFT;
        double r = Math.fma(k, MINUS_LN2_LOW, Math.fma(k, MINUS_LN2_HIGH, x));
        int index = (int) (bits & TABLE_SIZE - 1);
        double scale = Double.longBitsToDouble(POWER[index] + (bits << 52 - TABLE_BITS));
        double square = r * r;
        double low = Math.fma(square, Math.fma(r, C3, C2), TAIL[index] + r);
        double sum = Math.fma(square * square, Math.fma(r, C5, C4), low);
        return Math.fma(scale, sum, scale);
    }

    /**
     * The natural logarithm, correctly rounded.
     *
     * @param x positive, normal and finite
     */
    static double log(double x) {
        int exponent = Math.getExponent(x);
        double mantissa = Math.scalb(x, -exponent);
        if (mantissa > 1.4142135623730951) {
            mantissa /= 2;
            exponent++;
        }
        if (mantissa == 1 && exponent == 0) {
            return 0;
        }
        // log m = 2 atanh s, s = (m - 1) / (m + 1), |s| < 0.1716
        DoubleDouble s = DoubleDouble.of(mantissa - 1).over(DoubleDouble.sum(mantissa, 1));
        DoubleDouble square = s.times(s);
        DoubleDouble series = DoubleDouble.of(0);
        for (int odd = SERIES; odd >= 1; odd -= 2) {
            series = series.times(square).plus(DoubleDouble.of(1).over(DoubleDouble.of(odd)));
        }
        DoubleDouble log = series.times(s).times(DoubleDouble.of(2));
        return log.plus(DoubleDouble.LN2.times(DoubleDouble.of(exponent))).high();
    }

    /** Last term: 0.1716^41 is below 2^-104. */
    private static final int SERIES = 41;
}
