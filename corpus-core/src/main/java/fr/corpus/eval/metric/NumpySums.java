package fr.corpus.eval.metric;

/** Sums and means as NumPy adds them, in which order and in which precision. */
final class NumpySums {

    private static final int UNROLLED = 8;
    private static final int BLOCK = 128;

    private NumpySums() {}

    /** The mean of an array in double precision. */
    static double mean(double[] values) {
        return pairwise(values, 0, values.length) / values.length;
    }

    /** The mean of an array of singles in single precision. */
    static double meanSingle(double[] values) {
        return (float) (pairwiseSingle(values, 0, values.length) / (double) values.length);
    }

    private static double pairwise(double[] a, int from, int n) {
        if (n > BLOCK) {
            int half = n / 2 - n / 2 % UNROLLED;
            return pairwise(a, from, half) + pairwise(a, from + half, n - half);
        }
        if (n < UNROLLED) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += a[from + i];
            }
            return sum;
        }
        double[] r = new double[UNROLLED];
        System.arraycopy(a, from, r, 0, UNROLLED);
        int i = UNROLLED;
        for (; i < n - n % UNROLLED; i += UNROLLED) {
            for (int j = 0; j < UNROLLED; j++) {
                r[j] += a[from + i + j];
            }
        }
        double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (; i < n; i++) {
            sum += a[from + i];
        }
        return sum;
    }

    private static float pairwiseSingle(double[] a, int from, int n) {
        if (n > BLOCK) {
            int half = n / 2 - n / 2 % UNROLLED;
            return pairwiseSingle(a, from, half) + pairwiseSingle(a, from + half, n - half);
        }
        if (n < UNROLLED) {
            float sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (float) a[from + i];
            }
            return sum;
        }
        float[] r = new float[UNROLLED];
        for (int j = 0; j < UNROLLED; j++) {
            r[j] = (float) a[from + j];
        }
        int i = UNROLLED;
        for (; i < n - n % UNROLLED; i += UNROLLED) {
            for (int j = 0; j < UNROLLED; j++) {
                r[j] += (float) a[from + i + j];
            }
        }
        float sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (; i < n; i++) {
            sum += (float) a[from + i];
        }
        return sum;
    }
}
