package fr.corpus.eval.stats;

/** Approximate randomization of item scores (Noreen 1989): items change sides at random. */
public final class Randomization {

    /** Trials unless told otherwise. */
    public static final int TRIALS = 10_000;

    private Randomization() {}

    /**
     * The two-sided p-value of the difference of means, one trial added.
     *
     * @param first scores of one system
     * @param second scores of another on the same items
     * @param trials how many
     * @param seed at least 0
     */
    public static double pValue(double[] first, double[] second, int trials, long seed) {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException("need the same items, at least one");
        }
        double[] differences = new double[first.length];
        double seen = 0;
        double scale = 0;
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
            seen += differences[i];
            scale += Math.abs(differences[i]);
        }
        NumpyRandom.Bits bits = NumpyRandom.seeded(seed).bits();
        double limit = Math.abs(seen) - 1e-12 * scale; // equal sums in another order are equal
        int more = 0;
        for (int trial = 0; trial < trials; trial++) {
            double sum = 0;
            for (double difference : differences) {
                sum += bits.next() ? difference : -difference;
            }
            if (Math.abs(sum) >= limit) {
                more++;
            }
        }
        return (more + 1.0) / (trials + 1);
    }
}
