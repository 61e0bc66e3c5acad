package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.ModelFile;
import java.util.Arrays;
import java.util.List;

/**
 * Learns the weights of a tagger: logistic regression by stochastic gradient with a rate of its own for each weight
 * (AdaGrad; Duchi, Hazan, Singer 2011), features left out at random, on the tagger's own history of tags, weights averaged
 * over the second half. The same examples and seed give the same bytes on every machine. Confined to one thread.
 */
public final class TaggerTrainer {

    private static final float RATE = 0.03f;
    private static final float LEFT_OUT = 0.2f;
    private static final float CERTAIN = 1e-3f;
    private static final int EPOCHS = 8;
    private static final int FEATURES = 96;

    private final int bits;
    private final float[] weights;
    private final float[] squares;
    private final int[] context = new int[Context.SIZE];
    private final int[] rows = new int[FEATURES];
    private final float[] scores = new float[TagSet.SIZE];
    private final double[] shares = new double[TagSet.SIZE];
    private final Randomness random;

    private TaggerTrainer(int bits, long seed) {
        this.bits = bits;
        weights = new float[TagSet.SIZE << bits];
        squares = new float[TagSet.SIZE << bits];
        random = new Randomness(seed);
    }

    /** A sentence to learn from; a tag below zero is not learnt. */
    record Example(TypedExample words, byte[] tags) {}

    /** The features of a sentence. */
    record TypedExample(WordType[] types, boolean question) {}

    /** Trains a model: weights in 2^bits rows. */
    static ModelFile train(List<Example> examples, int bits, long seed) {
        return TaggerModel.file(new TaggerTrainer(bits, seed).run(examples), bits, seed);
    }

    private float[] run(List<Example> examples) {
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        float[] average = new float[weights.length];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            random.shuffle(order);
            for (int index : order) {
                learn(examples.get(index));
            }
            if (epoch >= EPOCHS / 2) {
                for (int i = 0; i < average.length; i++) {
                    average[i] += weights[i] / (EPOCHS - EPOCHS / 2);
                }
            }
        }
        return average;
    }

    private void learn(Example example) {
        WordType[] types = example.words().types();
        int far = -1;
        int last = -1;
        for (int i = 0; i < types.length; i++) {
            WordType farBefore = i > 1 ? types[i - 2] : WordType.EDGE;
            WordType before = i > 0 ? types[i - 1] : WordType.EDGE;
            WordType after = i + 1 < types.length ? types[i + 1] : WordType.EDGE;
            WordType farAfter = i + 2 < types.length ? types[i + 2] : WordType.EDGE;
            Context.fill(
                    context,
                    before,
                    types[i],
                    after,
                    farAfter,
                    far,
                    last,
                    i == 0,
                    example.words().question());
            int n = choose(types[i].here(), 0);
            n = choose(before.before(), n);
            n = choose(after.after(), n);
            n = choose(farBefore.farBefore(), n);
            n = choose(farAfter.farAfter(), n);
            n = choose(context, n);
            int best = score(n);
            if (example.tags()[i] >= 0) {
                change(example.tags()[i], best, n);
            }
            far = last;
            last = best;
        }
    }

    private int choose(int[] features, int from) {
        int n = from;
        for (int feature : features) {
            if (random.share() >= LEFT_OUT) {
                rows[n++] = (feature >>> 32 - bits) * TagSet.SIZE;
            }
        }
        return n;
    }

    private int score(int n) {
        Arrays.fill(scores, 0);
        for (int k = 0; k < n; k++) {
            int row = rows[k];
            for (int tag = 0; tag < TagSet.SIZE; tag++) {
                scores[tag] += weights[row + tag];
            }
        }
        int best = 0;
        for (int tag = 0; tag < TagSet.SIZE; tag++) {
            scores[tag] /= 1 - LEFT_OUT;
            best = scores[tag] > scores[best] ? tag : best;
        }
        return best;
    }

    private void change(int gold, int best, int n) {
        double total = 0;
        for (int tag = 0; tag < TagSet.SIZE; tag++) {
            shares[tag] = StrictMath.exp(scores[tag] - scores[best]);
            total += shares[tag];
        }
        for (int tag = 0; tag < TagSet.SIZE; tag++) {
            float gradient = (float) ((tag == gold ? 1 : 0) - shares[tag] / total);
            if (gradient >= CERTAIN || gradient <= -CERTAIN) {
                for (int k = 0; k < n; k++) {
                    int at = rows[k] + tag;
                    squares[at] += gradient * gradient;
                    weights[at] += RATE * gradient / (float) Math.sqrt(squares[at] + 1e-2f);
                }
            }
        }
    }
}
