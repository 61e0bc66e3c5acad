package fr.corpus.annotate.entity;

import java.util.Arrays;
import java.util.List;

/**
 * Learns the weights: a log-linear model of whole label sequences (conditional random field; Lafferty, McCallum, Pereira
 * 2001) by stochastic gradient with a rate of its own for each weight (AdaGrad; Duchi, Hazan, Singer 2011), features left out
 * at random, weights averaged over the second half. The same examples and seed give the same bytes on every machine.
 * Confined to one thread.
 */
final class EntityTrainer {

    private static final float RATE = 0.05f;
    private static final float LEFT_OUT = 0.25f;
    private static final float CERTAIN = 1e-3f;
    private static final int EPOCHS = 14;
    private static final int L = Labels.SIZE;

    private final int bits;
    private final float[] weights;
    private final float[] squares;
    private final float[] steps = new float[Links.SIZE * L * L];
    private final float[] stepSquares = new float[Links.SIZE * L * L];
    private long state;

    private EntityTrainer(int bits, long seed) {
        this.bits = bits;
        weights = new float[L << bits];
        squares = new float[L << bits];
        state = seed;
    }

    /** A sentence: hashes of the features of each token, its link, its label. */
    record Example(int[][] features, byte[] links, byte[] labels) {}

    /**
     * What was learnt.
     *
     * @param weights by row of a feature, then label
     * @param steps by link, label before, label
     */
    record Learnt(float[] weights, float[] steps) {}

    static Learnt train(List<Example> examples, int bits, long seed) {
        return new EntityTrainer(bits, seed).run(examples);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private Learnt run(List<Example> examples) {
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        float[] average = new float[weights.length];
        float[] stepAverage = new float[steps.length];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = (int) Long.remainderUnsigned(next(), i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            for (int index : order) {
                learn(examples.get(index));
            }
            if (epoch >= EPOCHS / 2) {
                addShare(weights, average);
                addShare(steps, stepAverage);
            }
        }
        return new Learnt(average, stepAverage);
    }

    private static void addShare(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i] / (EPOCHS - EPOCHS / 2);
        }
    }

    /** Rows of the features that stay in this time. */
    private int[][] choose(Example example) {
        int[][] rows = new int[example.labels().length][];
        for (int i = 0; i < rows.length; i++) {
            int[] features = example.features()[i];
            int[] chosen = new int[features.length];
            int size = 0;
            for (int hash : features) {
                if ((next() >>> 40) * 0x1p-24f >= LEFT_OUT) {
                    chosen[size++] = (hash >>> 32 - bits) * L;
                }
            }
            rows[i] = Arrays.copyOf(chosen, size);
        }
        return rows;
    }

    /** For each token the factor of each pair of labels, those of the token scaled so that the largest is 1. */
    private double[][] factors(Example example, int[][] rows) {
        double[][] factors = new double[rows.length][L * L];
        double[] scores = new double[L];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(scores, 0);
            for (int row : rows[i]) {
                for (int y = 0; y < L; y++) {
                    scores[y] += weights[row + y];
                }
            }
            double top = Arrays.stream(scores).max().orElseThrow();
            for (int y = 0; y < L; y++) {
                scores[y] = StrictMath.exp((scores[y] - top) / (1 - LEFT_OUT));
            }
            int at = example.links()[i] * L * L;
            for (int p = 0; p < (i == 0 ? 1 : L); p++) {
                for (int y = 0; y < L; y++) {
                    if (Labels.follows(p, y)) {
                        factors[i][p * L + y] = StrictMath.exp(steps[at + p * L + y]) * scores[y];
                    }
                }
            }
        }
        return factors;
    }

    private static double[][] forward(double[][] factors) {
        double[][] alpha = new double[factors.length][L];
        double[] before = start();
        for (int i = 0; i < factors.length; i++) {
            for (int p = 0; p < L; p++) {
                for (int y = 0; y < L; y++) {
                    alpha[i][y] += before[p] * factors[i][p * L + y];
                }
            }
            scale(alpha[i]);
            before = alpha[i];
        }
        return alpha;
    }

    private static double[][] backward(double[][] factors) {
        int n = factors.length;
        double[][] beta = new double[n][L];
        Arrays.fill(beta[n - 1], 1);
        for (int i = n - 2; i >= 0; i--) {
            for (int p = 0; p < L; p++) {
                for (int y = 0; y < L; y++) {
                    beta[i][p] += factors[i + 1][p * L + y] * beta[i + 1][y];
                }
            }
            scale(beta[i]);
        }
        return beta;
    }

    private static double[] start() {
        double[] start = new double[L];
        start[Labels.OUTSIDE] = 1;
        return start;
    }

    private static void scale(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
    }

    private void learn(Example example) {
        int[][] rows = choose(example);
        double[][] factors = factors(example, rows);
        double[][] alpha = forward(factors);
        double[][] beta = backward(factors);
        double[] pairs = new double[L * L];
        double[] shares = new double[L];
        double[] before = start();
        int goldBefore = Labels.OUTSIDE;
        for (int i = 0; i < rows.length; i++) {
            for (int p = 0; p < L; p++) {
                for (int y = 0; y < L; y++) {
                    pairs[p * L + y] = before[p] * factors[i][p * L + y] * beta[i][y];
                }
            }
            scale(pairs);
            int gold = example.labels()[i];
            int at = example.links()[i] * L * L;
            Arrays.fill(shares, 0);
            for (int k = 0; k < L * L; k++) {
                shares[k % L] += pairs[k];
                change(steps, stepSquares, at + k, (k == goldBefore * L + gold ? 1 : 0) - pairs[k]);
            }
            for (int y = 0; y < L; y++) {
                double gradient = (y == gold ? 1 : 0) - shares[y];
                for (int row : rows[i]) {
                    change(weights, squares, row + y, gradient);
                }
            }
            before = alpha[i];
            goldBefore = gold;
        }
    }

    private static void change(float[] values, float[] squares, int at, double difference) {
        float gradient = (float) difference;
        if (gradient >= CERTAIN || gradient <= -CERTAIN) {
            squares[at] += gradient * gradient;
            values[at] += RATE * gradient / (float) Math.sqrt(squares[at] + 1e-2f);
        }
    }
}
