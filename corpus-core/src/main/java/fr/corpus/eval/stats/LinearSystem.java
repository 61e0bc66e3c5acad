package fr.corpus.eval.stats;

/** Small systems of linear equations, by elimination with row exchange. */
final class LinearSystem {

    private LinearSystem() {}

    /** The solution of {@code matrix · x = right}; neither is changed. */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
        }
        double[] x = right.clone();
        for (int column = 0; column < n; column++) {
            exchange(a, x, column);
            for (int row = column + 1; row < n; row++) {
                double factor = a[row][column] / a[column][column];
                if (factor != 0) {
                    for (int k = column; k < n; k++) {
                        a[row][k] -= factor * a[column][k];
                    }
                    x[row] -= factor * x[column];
                }
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int k = row + 1; k < n; k++) {
                x[row] -= a[row][k] * x[k];
            }
            x[row] /= a[row][row];
        }
        return x;
    }

    private static void exchange(double[][] a, double[] x, int column) {
        int pivot = column;
        for (int row = column + 1; row < x.length; row++) {
            if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                pivot = row;
            }
        }
        double[] row = a[pivot];
        a[pivot] = a[column];
        a[column] = row;
        double value = x[pivot];
        x[pivot] = x[column];
        x[column] = value;
    }
}
