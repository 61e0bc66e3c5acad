package fr.corpus.eval.metric;

/**
 * The sums of resampled rows in single precision, as NumPy adds them: one row after the other in the order drawn. Immutable.
 *
 * <p>Whole numbers whose sum stays below 2²⁴ add up to the same in any order, so they are taken column by column, each row as often
 * as it was drawn, which is many times faster; where a sum passes that bound the order counts and is kept.
 */
final class ResampledSums {

    private static final int TILE = 2048;
    private static final long EXACT = 1L << 24;

    private final int width;
    private final int size;
    private final float[] rows;
    /** The columns one by one when all numbers are whole and small, else empty. */
    private final int[][] columns;

    ResampledSums(SegmentStatistics statistics) {
        width = statistics.metric().width();
        size = statistics.size();
        double[] exact = statistics.rows();
        rows = new float[exact.length];
        boolean whole = true;
        double largest = 0;
        for (int i = 0; i < exact.length; i++) {
            rows[i] = (float) exact[i];
            whole &= exact[i] == Math.rint(exact[i]) && exact[i] >= 0;
            largest = Math.max(largest, exact[i]);
        }
        columns = whole && largest * size < Integer.MAX_VALUE ? columns(exact) : new int[0][];
    }

    private int[][] columns(double[] exact) {
        int[][] byColumn = new int[width][size];
        for (int i = 0; i < size; i++) {
            for (int column = 0; column < width; column++) {
                byColumn[column][i] = (int) exact[i * width + column];
            }
        }
        return byColumn;
    }

    /** Whether counts are of use; otherwise only the order drawn is. */
    boolean needsCounts() {
        return columns.length > 0;
    }

    /**
     * The sums of some resamples.
     *
     * @param chosen rows in the order drawn, for each resample
     * @param counts how often each row was drawn, for each resample
     * @param from first resample
     * @param to behind the last one
     */
    double[][] of(int[][] chosen, int[][] counts, int from, int to) {
        double[][] sums = new double[to - from][];
        if (needsCounts()) {
            counted(counts, from, sums);
        }
        for (int i = 0; i < sums.length; i++) {
            if (!needsCounts() || isLarge(sums[i])) {
                sums[i] = inOrder(chosen[from + i]);
            }
        }
        return sums;
    }

    private static boolean isLarge(double[] sums) {
        for (double sum : sums) {
            if (sum >= EXACT) {
                return true;
            }
        }
        return false;
    }

    private void counted(int[][] counts, int from, double[][] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new double[width];
        }
        for (int start = 0; start < size; start += TILE) {
            int end = Math.min(size, start + TILE);
            for (int column = 0; column < width; column++) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i][column] += product(columns[column], counts[from + i], start, end);
                }
            }
        }
    }

    private static int product(int[] column, int[] counts, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i++) {
            sum += column[i] * counts[i];
        }
        return sum;
    }

    private double[] inOrder(int[] chosen) {
        float[] sums = new float[width];
        for (int row : chosen) {
            int at = row * width;
            for (int column = 0; column < width; column++) {
                sums[column] += rows[at + column];
            }
        }
        double[] wide = new double[width];
        for (int column = 0; column < width; column++) {
            wide[column] = sums[column];
        }
        return wide;
    }
}
