package fr.corpus.annotate.tag;

import java.util.Arrays;

/**
 * Weights by hashed feature and tag, learnt by logistic regression: stochastic gradient with a rate of its own for each weight
 * (AdaGrad; Duchi, Hazan, Singer 2011), features left out at random. Confined to one thread.
 */
final class Regression {

    private static final float RATE = 0.03f;
    private static final float CERTAIN = 1e-3f;
    private static final int FEATURES = 96;

    private final int bits;
    private final float leftOut;
    private final Randomness random;
    private final float[] weights;
    private final float[] squares;
    private final float[] average;
    private final int[] rows = new int[FEATURES];
    private int size;
    private final float[] scores = new float[TagSet.SIZE];
    private final double[] shares = new double[TagSet.SIZE];

    /**
     * Weights of zero.
     *
     * @param bits there are 2^bits rows
     * @param leftOut share of features left out of each step
     */
    Regression(int bits, float leftOut, Randomness random) {
        this.bits = bits;
        this.leftOut = leftOut;
        this.random = random;
        weights = new float[TagSet.SIZE << bits];
        squares = new float[TagSet.SIZE << bits];
        average = new float[TagSet.SIZE << bits];
    }

    /** Starts an example: all scores are zero. */
    void start() {
        size = 0;
        Arrays.fill(scores, 0);
    }

    /** Gives a tag a score that does not come from the weights. */
    void offset(int tag, float score) {
        scores[tag] = score * (1 - leftOut);
    }

    /** Adds features of the example, some left out. */
    void choose(int[] features) {
        for (int feature : features) {
            if (random.share() >= leftOut) {
                rows[size++] = (feature >>> 32 - bits) * TagSet.SIZE;
            }
        }
    }

    /** The best tag of the example. */
    int best() {
        for (int k = 0; k < size; k++) {
            int row = rows[k];
            for (int tag = 0; tag < TagSet.SIZE; tag++) {
                scores[tag] += weights[row + tag];
            }
        }
        int best = 0;
        for (int tag = 0; tag < TagSet.SIZE; tag++) {
            scores[tag] /= 1 - leftOut;
            best = scores[tag] > scores[best] ? tag : best;
        }
        return best;
    }

    /** Moves the weights of the example's features towards its right tag; {@link #best()} was asked for. */
    void learn(int gold, int best) {
        double total = 0;
        for (int tag = 0; tag < TagSet.SIZE; tag++) {
            shares[tag] = StrictMath.exp(scores[tag] - scores[best]);
            total += shares[tag];
        }
        for (int tag = 0; tag < TagSet.SIZE; tag++) {
            float gradient = (float) ((tag == gold ? 1 : 0) - shares[tag] / total);
            if (gradient >= CERTAIN || gradient <= -CERTAIN) {
                for (int k = 0; k < size; k++) {
                    int at = rows[k] + tag;
                    squares[at] += gradient * gradient;
                    weights[at] += RATE * gradient / (float) Math.sqrt(squares[at] + 1e-2f);
                }
            }
        }
    }

    /** Adds the weights as they are to the average, as one of so many. */
    void remember(int parts) {
        for (int i = 0; i < average.length; i++) {
            average[i] += weights[i] / parts;
        }
    }

    /** The average of what was remembered. */
    float[] average() {
        return average;
    }
}
