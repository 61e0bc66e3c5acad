package fr.corpus.stats;

/** The normal distribution. Thread-safe. */
public final class Normal {

    private static final double ROOT_OF_2_PI = 2.5066282746310005;
    private static final double FAR = 8.3;
    private static final int MAX_STEPS = 100;

    private Normal() {}

    /** The share below a value: Marsaglia’s series (2004), to about 15 digits. */
    public static double below(double x) {
        if (Math.abs(x) > FAR) {
            return x > 0 ? 1 : 0;
        }
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > Math.abs(sum) * 1e-17 && i < 1000; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * density(x);
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_OF_2_PI;
    }

    /** The value that a share, above 0 and below 1, lies below: Newton’s method from the middle. */
    public static double quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("need a share above 0 and below 1, got " + share);
        }
        double x = 0;
        for (int i = 0; i < MAX_STEPS; i++) {
            double step = (below(x) - share) / density(x);
            x -= Math.max(-1, Math.min(1, step));
            if (Math.abs(step) < 1e-15) {
                break;
            }
        }
        return x;
    }

    /** How many standard errors each side of a two-sided interval reaches: 1.96 for 0.95. */
    public static double reach(double confidence) {
        return quantile(0.5 + confidence / 2);
    }
}
