package fr.corpus.eval.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The exact test of McNemar (1947): whether two systems are right on different items by more than chance. */
public final class McNemar {

    /** Up to here by whole numbers, beyond by ratios of doubles, which differ in the last digits only. */
    private static final long WHOLE = 4096;

    private McNemar() {}

    /**
     * The two-sided p-value.
     *
     * @param onlyFirst items that only the first system has right
     * @param onlySecond items that only the second has right
     */
    public static double exact(long onlyFirst, long onlySecond) {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException("need counts of 0 or more, got " + onlyFirst + ", " + onlySecond);
        }
        long n = Math.addExact(onlyFirst, onlySecond);
        long least = Math.min(onlyFirst, onlySecond);
        if (2 * least >= n) {
            return 1;
        }
        return Math.min(1, n <= WHOLE ? 2 * whole(n, least) : 2 * ratios(n, least));
    }

    /** The p-value of two systems right or wrong on the same items. */
    public static double exact(boolean[] first, boolean[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("need the same items");
        }
        long onlyFirst = 0;
        long onlySecond = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] && !second[i]) {
                onlyFirst++;
            } else if (second[i] && !first[i]) {
                onlySecond++;
            }
        }
        return exact(onlyFirst, onlySecond);
    }

    private static double whole(long n, long least) {
        BigInteger term = BigInteger.ONE;
        BigInteger sum = BigInteger.ONE;
        for (long i = 1; i <= least; i++) {
            term = term.multiply(BigInteger.valueOf(n - i + 1)).divide(BigInteger.valueOf(i));
            sum = sum.add(term);
        }
        return new BigDecimal(sum)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft((int) n)), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Terms relative to the largest, from the middle down. */
    private static double ratios(long n, long least) {
        long middle = n / 2;
        double term = 1;
        double below = 0;
        double half = 0;
        for (long i = middle; i >= 0 && term > 0; i--) {
            if (i <= least) {
                below += term;
            }
            half += i == middle && n % 2 == 0 ? term / 2 : term;
            term *= (double) i / (n - i + 1);
        }
        return below / (2 * half);
    }
}
