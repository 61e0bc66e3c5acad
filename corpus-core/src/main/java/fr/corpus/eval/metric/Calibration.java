package fr.corpus.eval.metric;

import java.util.List;

/** Whether a model is as often right as it is sure. */
public final class Calibration {

    /** Bins of {@link #expectedError} unless told otherwise. */
    public static final int BINS = 15;

    private Calibration() {}

    /**
     * Expected calibration error (Naeini et al. 2015): Σ |B|/n · |share right − mean confidence| over bins of equal width, open below
     * and closed above; 0 falls into the first.
     *
     * @param confidences from 0 to 1
     * @param right whether each answer is right
     * @param bins at least 1
     */
    public static double expectedError(double[] confidences, boolean[] right, int bins) {
        check(confidences, right.length);
        double[] sums = new double[bins];
        int[] hits = new int[bins];
        int[] counts = new int[bins];
        for (int i = 0; i < confidences.length; i++) {
            int bin = bin(confidences[i], bins);
            sums[bin] += confidences[i];
            hits[bin] += right[i] ? 1 : 0;
            counts[bin]++;
        }
        double error = 0;
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                double gap = Math.abs((double) hits[bin] / counts[bin] - sums[bin] / counts[bin]);
                error += (double) counts[bin] / confidences.length * gap;
            }
        }
        return error;
    }

    private static int bin(double confidence, int bins) {
        int bin = Math.max(0, Math.min(bins - 1, (int) Math.ceil(confidence * bins) - 1));
        while (bin > 0 && confidence <= (double) bin / bins) {
            bin--;
        }
        while (bin < bins - 1 && confidence > (double) (bin + 1) / bins) {
            bin++;
        }
        return bin;
    }

    /** Brier’s score (1950) of a yes or no: the mean squared error, 0 at best. */
    public static double brier(double[] confidences, boolean[] right) {
        check(confidences, right.length);
        double sum = 0;
        for (int i = 0; i < confidences.length; i++) {
            double error = confidences[i] - (right[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / confidences.length;
    }

    /**
     * Brier’s score of one among several classes: squared errors summed over classes, as lm-evaluation-harness has it.
     *
     * @param chances of each class, for each item
     * @param right place of the right class, for each item
     */
    public static double brier(List<double[]> chances, int[] right) {
        if (chances.isEmpty() || chances.size() != right.length) {
            throw new IllegalArgumentException("need a right class for each item");
        }
        double sum = 0;
        for (int i = 0; i < right.length; i++) {
            double[] classes = chances.get(i);
            for (int one = 0; one < classes.length; one++) {
                double error = classes[one] - (one == right[i] ? 1 : 0);
                sum += error * error;
            }
        }
        return sum / right.length;
    }

    private static void check(double[] confidences, int answers) {
        if (confidences.length == 0 || confidences.length != answers) {
            throw new IllegalArgumentException("need an answer for each confidence, at least one");
        }
        for (double confidence : confidences) {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("no confidence from 0 to 1: " + confidence);
            }
        }
    }
}
