package fr.corpus.eval.metric;

/** The chance that one of k samples is right (Chen et al. 2021), without bias: 1 − C(n−c, k) / C(n, k). */
public final class PassAtK {

    private PassAtK() {}

    /**
     * The chance for one item.
     *
     * @param samples drawn, n
     * @param right among them, c
     * @param k at most n
     */
    public static double of(int samples, int right, int k) {
        if (right < 0 || right > samples || k < 1 || k > samples) {
            throw new IllegalArgumentException("no pass@" + k + " of " + right + " in " + samples);
        }
        if (samples - right < k) {
            return 1;
        }
        double none = 1;
        for (int i = samples - right + 1; i <= samples; i++) {
            none *= 1 - (double) k / i;
        }
        return 1 - none;
    }
}
