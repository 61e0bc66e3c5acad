package fr.corpus.annotate.entity;

import java.util.List;

/** Learns weights. */
final class EntityTrainer {

    static float RATE = 0.1f;
    static float LEFT_OUT = 0.15f;
    static int EPOCHS = 10;
    static boolean CRF = true;
    static float COST = 0f;

    /** A sentence: rows of the features of each token, its link, its label. */
    record Example(int[][] features, byte[] links, byte[] labels) {}

    private static final int L = Labels.SIZE;
    private final int bits;
    final float[] weights;
    final float[] squares;
    final float[] steps = new float[Links.SIZE * L * L];
    final float[] stepSquares = new float[Links.SIZE * L * L];
    private long state;

    EntityTrainer(int bits, long seed) {
        this.bits = bits;
        weights = new float[L << bits];
        squares = new float[L << bits];
        state = seed;
    }

    /** Weights of features, then of steps. */
    static float[][] train(List<Example> examples, int bits, long seed) {
        return new EntityTrainer(bits, seed).run(examples);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private float[][] run(List<Example> examples) {
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        float[] average = new float[weights.length];
        float[] stepAverage = new float[steps.length];
        int from = EPOCHS / 2;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = (int) Long.remainderUnsigned(next(), i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            for (int index : order) {
                if (CRF) learn(examples.get(index)); else perceptron(examples.get(index));
            }
            if (epoch >= from) {
                for (int i = 0; i < average.length; i++) average[i] += weights[i] / (EPOCHS - from);
                for (int i = 0; i < steps.length; i++) stepAverage[i] += steps[i] / (EPOCHS - from);
            }
        }
        return new float[][] {average, stepAverage};
    }

    private int[][] chosen(Example e) {
        int n = e.labels().length;
        int[][] rows = new int[n][];
        for (int i = 0; i < n; i++) {
            int[] f = e.features()[i];
            int[] r = new int[f.length];
            int k = 0;
            for (int h : f) {
                if ((next() >>> 40) * 0x1p-24f >= LEFT_OUT) {
                    r[k++] = (h >>> 32 - bits) * L;
                }
            }
            rows[i] = java.util.Arrays.copyOf(r, k);
        }
        return rows;
    }

    private double[][] emissions(int[][] rows) {
        double[][] s = new double[rows.length][L];
        for (int i = 0; i < rows.length; i++) {
            for (int row : rows[i]) {
                for (int y = 0; y < L; y++) s[i][y] += weights[row + y];
            }
            for (int y = 0; y < L; y++) s[i][y] /= 1 - LEFT_OUT;
        }
        return s;
    }

    private void perceptron(Example e) {
        int n = e.labels().length;
        int[][] rows = chosen(e);
        double[][] s = emissions(rows);
        byte[] best = new byte[n];
        byte[][] back = new byte[n][L];
        double[] v = new double[L];
        double[] w = new double[L];
        for (int i = 0; i < n; i++) {
            for (int y = 0; y < L; y++) {
                double top = Double.NEGATIVE_INFINITY;
                for (int p = 0; p < L; p++) {
                    if (i == 0 && p != 0 || !Labels.follows(p, y)) continue;
                    double x = (i == 0 ? 0 : v[p]) + steps[(e.links()[i] * L + p) * L + y];
                    if (x > top) { top = x; back[i][y] = (byte) p; }
                }
                w[y] = top + s[i][y] + (y == e.labels()[i] ? 0 : COST);
            }
            double[] t = v; v = w; w = t;
        }
        int y = 0;
        for (int k = 1; k < L; k++) if (v[k] > v[y]) y = k;
        for (int i = n - 1; i >= 0; i--) { best[i] = (byte) y; y = back[i][y]; }
        for (int i = 0; i < n; i++) {
            int g = e.labels()[i], b = best[i];
            if (g != b) {
                for (int row : rows[i]) { bump(row + g, 1); bump(row + b, -1); }
            }
            int gp = i == 0 ? 0 : e.labels()[i - 1], bp = i == 0 ? 0 : best[i - 1];
            if (g != b || gp != bp) {
                step((e.links()[i] * L + gp) * L + g, 1);
                step((e.links()[i] * L + bp) * L + b, -1);
            }
        }
    }

    private void bump(int at, float g) {
        squares[at] += g * g;
        weights[at] += RATE * g / (float) Math.sqrt(squares[at] + 1e-2f);
    }

    private void step(int at, float g) {
        stepSquares[at] += g * g;
        steps[at] += RATE * g / (float) Math.sqrt(stepSquares[at] + 1e-2f);
    }

    private void learn(Example e) {
        int n = e.labels().length;
        int[][] rows = chosen(e);
        double[][] s = emissions(rows);
        double[][] m = new double[n][L * L];
        for (int i = 0; i < n; i++) {
            double top = s[i][0];
            for (int y = 1; y < L; y++) top = Math.max(top, s[i][y]);
            double[] x = new double[L];
            for (int y = 0; y < L; y++) x[y] = StrictMath.exp(s[i][y] - top + (y == e.labels()[i] ? 0 : COST));
            int at = e.links()[i] * L * L;
            for (int p = 0; p < L; p++) {
                if (i == 0 && p != 0) continue;
                for (int y = 0; y < L; y++) {
                    if (Labels.follows(p, y)) m[i][p * L + y] = StrictMath.exp(steps[at + p * L + y]) * x[y];
                }
            }
        }
        double[][] alpha = new double[n][L];
        double[][] beta = new double[n][L];
        double[] prev = new double[L];
        prev[0] = 1;
        for (int i = 0; i < n; i++) {
            double z = 0;
            for (int p = 0; p < L; p++) if (prev[p] != 0)
                for (int y = 0; y < L; y++) { alpha[i][y] += prev[p] * m[i][p * L + y]; }
            for (int y = 0; y < L; y++) z += alpha[i][y];
            for (int y = 0; y < L; y++) alpha[i][y] /= z;
            prev = alpha[i];
        }
        java.util.Arrays.fill(beta[n - 1], 1.0);
        for (int i = n - 2; i >= 0; i--) {
            double z = 0;
            for (int p = 0; p < L; p++) {
                double sum = 0;
                for (int y = 0; y < L; y++) sum += m[i + 1][p * L + y] * beta[i + 1][y];
                beta[i][p] = sum;
                z += sum;
            }
            for (int p = 0; p < L; p++) beta[i][p] /= z;
        }
        double[] first = new double[L];
        first[0] = 1;
        double[] q = new double[L];
        double[] pair = new double[L * L];
        for (int i = 0; i < n; i++) {
            double[] a = i == 0 ? first : alpha[i - 1];
            double z = 0;
            for (int p = 0; p < L; p++) for (int y = 0; y < L; y++) {
                pair[p * L + y] = a[p] * m[i][p * L + y] * beta[i][y];
                z += pair[p * L + y];
            }
            java.util.Arrays.fill(q, 0);
            for (int p = 0; p < L; p++) for (int y = 0; y < L; y++) {
                pair[p * L + y] /= z;
                q[y] += pair[p * L + y];
            }
            int g = e.labels()[i];
            int gp = i == 0 ? 0 : e.labels()[i - 1];
            int at = e.links()[i] * L * L;
            for (int p = 0; p < L; p++) for (int y = 0; y < L; y++) {
                float grad = (float) ((p == gp && y == g ? 1 : 0) - pair[p * L + y]);
                if (Math.abs(grad) > 1e-3f) step(at + p * L + y, grad);
            }
            for (int y = 0; y < L; y++) {
                float grad = (float) ((y == g ? 1 : 0) - q[y]);
                if (Math.abs(grad) > 1e-3f) {
                    for (int row : rows[i]) bump(row + y, grad);
                }
            }
        }
    }
}
