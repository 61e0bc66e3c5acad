package fr.corpus.hash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as ECMAScript prints them (ECMA-262, Number::toString with radix 10), which RFC 8785 section 3.2.2.3 demands: the
 * shortest decimal that reads back as the same double, the closest one among those. Thread-safe.
 *
 * <p>{@link Double#toString} is of no use here: before Java 19 it is not always the shortest.
 */
final class EcmaNumber {

    /** Longest output: sign, 17 digits, point, {@code e-324}, or a sign and 21 digits with a point and zeros. */
    static final int MAX_LENGTH = 32;

    private static final double MICRO = 1e6;
    private static final double FIFTEEN_DIGITS = 1e15;
    private static final int FRACTION_BITS = 52;
    private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;
    private static final int MIN_EXPONENT = -1074;

    private EcmaNumber() {}

    /** The text of a finite number. */
    static String text(double value) {
        byte[] out = new byte[MAX_LENGTH];
        return new String(out, 0, write(value, out, 0), StandardCharsets.US_ASCII);
    }

    /**
     * Writes a finite number.
     *
     * @return the position after it
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    static int write(double value, byte[] out, int at) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        int pos = at;
        double x = value;
        if (x < 0) {
            out[pos++] = '-';
            x = -x;
        }
        if (x < FIFTEEN_DIGITS && x == (long) x) {
            return writeDigits((long) x, out, pos);
        }
        return x < FIFTEEN_DIGITS / MICRO ? writeMicros(x, out, pos) : writeShortest(x, out, pos);
    }

    /**
     * Six decimals or fewer: a decimal of at most 15 digits that reads back as the number is the shortest there is, since no
     * two such decimals share a double.
     */
    private static int writeMicros(double x, byte[] out, int at) {
        long micros = (long) Math.rint(x * MICRO);
        if (micros == 0 || micros / MICRO != x) {
            return writeShortest(x, out, at);
        }
        int pos = writeDigits(micros / 1_000_000, out, at);
        long rest = micros % 1_000_000;
        out[pos] = '.';
        for (int i = 6; i > 0; i--) {
            out[pos + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        pos += 7;
        while (out[pos - 1] == '0') {
            pos--;
        }
        return pos;
    }

    private static int writeShortest(double x, byte[] out, int at) {
        byte[] digits = new byte[20];
        int[] point = new int[1];
        int count = shortest(x, digits, point);
        int n = point[0];
        int pos = at;
        if (n > 21 || n <= -6) {
            out[pos++] = digits[0];
            if (count > 1) {
                out[pos++] = '.';
                System.arraycopy(digits, 1, out, pos, count - 1);
                pos += count - 1;
            }
            out[pos++] = 'e';
            out[pos++] = (byte) (n > 0 ? '+' : '-');
            return writeDigits(Math.abs(n - 1), out, pos);
        }
        if (n <= 0) {
            out[pos++] = '0';
            out[pos++] = '.';
            for (int i = n; i < 0; i++) {
                out[pos++] = '0';
            }
        }
        for (int i = 0; i < Math.max(count, n); i++) {
            if (i == n && n > 0) {
                out[pos++] = '.';
            }
            out[pos++] = i < count ? digits[i] : (byte) '0';
        }
        return pos;
    }

    /**
     * Free-format digit generation in exact arithmetic (G. L. Steele, J. L. White, “How to print floating-point numbers
     * accurately”, PLDI 1990; R. G. Burger, R. K. Dybvig, “Printing floating-point numbers quickly and accurately”, PLDI
     * 1996). The value is r/s; low and high are the distances to the ends of the interval that reads back as the value.
     *
     * @param x a positive number
     * @param digits receives the digits in ASCII
     * @param point receives the exponent n, the value being 0.d₁d₂… × 10ⁿ
     * @return number of digits
     */
    private static int shortest(double x, byte[] digits, int[] point) {
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> FRACTION_BITS);
        long fraction = bits & (IMPLICIT_BIT - 1);
        long f = biased == 0 ? fraction : fraction | IMPLICIT_BIT;
        int e = biased == 0 ? MIN_EXPONENT : biased + MIN_EXPONENT - 1;
        boolean even = (f & 1) == 0;
        int narrowBelow = fraction == 0 && biased > 1 ? 1 : 0;

        BigInteger r = BigInteger.valueOf(f).shiftLeft(Math.max(e, 0) + 1 + narrowBelow);
        BigInteger s = BigInteger.ONE.shiftLeft(Math.max(-e, 0) + 1 + narrowBelow);
        BigInteger low = BigInteger.ONE.shiftLeft(Math.max(e, 0));
        BigInteger high = low.shiftLeft(narrowBelow);

        int n = (int) Math.ceil(Math.log10(x) - 1e-10);
        BigInteger scale = BigInteger.TEN.pow(Math.abs(n));
        if (n >= 0) {
            s = s.multiply(scale);
        } else {
            r = r.multiply(scale);
            low = low.multiply(scale);
            high = high.multiply(scale);
        }
        if (reaches(r.add(high), s, even)) {
            n++;
        } else {
            r = r.multiply(BigInteger.TEN);
            low = low.multiply(BigInteger.TEN);
            high = high.multiply(BigInteger.TEN);
        }
        point[0] = n;

        int count = 0;
        while (true) {
            BigInteger[] division = r.divideAndRemainder(s);
            int digit = division[0].intValue();
            r = division[1];
            boolean downReadsBack = reaches(low, r, even);
            boolean upReadsBack = reaches(r.add(high), s, even);
            if (downReadsBack || upReadsBack) {
                int half = r.shiftLeft(1).compareTo(s);
                boolean up = upReadsBack && (!downReadsBack || half > 0 || half == 0 && (digit & 1) == 1);
                digits[count++] = (byte) ('0' + (up ? digit + 1 : digit));
                return count;
            }
            digits[count++] = (byte) ('0' + digit);
            r = r.multiply(BigInteger.TEN);
            low = low.multiply(BigInteger.TEN);
            high = high.multiply(BigInteger.TEN);
        }
    }

    /** Whether a ≥ b when the ends of the interval belong to it, else whether a > b. */
    private static boolean reaches(BigInteger a, BigInteger b, boolean endsBelong) {
        int order = a.compareTo(b);
        return endsBelong ? order >= 0 : order > 0;
    }

    /** Writes a whole number that is not negative. */
    static int writeDigits(long value, byte[] out, int at) {
        int end = at + 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            end++;
        }
        long rest = value;
        for (int i = end - 1; i >= at; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }
}
