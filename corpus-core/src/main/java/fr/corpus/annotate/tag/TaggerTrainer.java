package fr.corpus.annotate.tag;

import java.util.List;

/**
 * Learns the weights of a tagger by logistic regression on the tagger's own history of tags, weights averaged over the second
 * half. The same examples and seed give the same bytes on every machine. Confined to one thread.
 */
final class TaggerTrainer {

    private static final float LEFT_OUT = 0.2f;
    private static final int EPOCHS = 8;

    private final int[] context = new int[Context.SIZE];
    private final Regression regression;
    private final Randomness random;

    private TaggerTrainer(int bits, long seed) {
        random = new Randomness(seed);
        regression = new Regression(bits, LEFT_OUT, random);
    }

    /**
     * A sentence to learn from.
     *
     * @param forms its tokens
     * @param types what is known of them
     * @param question whether it ends in a question mark
     * @param tags their tags; one below zero is not learnt
     */
    record Example(String[] forms, WordType[] types, boolean question, byte[] tags) {

        /** The tokens as a tagger knows them. */
        TypedWord[] words(Tagger tagger) {
            TypedWord[] words = new TypedWord[forms.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = tagger.word(forms[i], 0, forms[i].length());
            }
            return words;
        }
    }

    /** Weights in 2^bits rows. */
    static float[] train(List<Example> examples, int bits, long seed) {
        return new TaggerTrainer(bits, seed).run(examples);
    }

    private float[] run(List<Example> examples) {
        int[] order = Randomness.order(examples.size());
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            random.shuffle(order);
            for (int index : order) {
                learn(examples.get(index));
            }
            if (epoch >= EPOCHS / 2) {
                regression.remember(EPOCHS - EPOCHS / 2);
            }
        }
        return regression.average();
    }

    private void learn(Example example) {
        WordType[] types = example.types();
        int far = -1;
        int last = -1;
        for (int i = 0; i < types.length; i++) {
            WordType farBefore = i > 1 ? types[i - 2] : WordType.EDGE;
            WordType before = i > 0 ? types[i - 1] : WordType.EDGE;
            WordType after = i + 1 < types.length ? types[i + 1] : WordType.EDGE;
            WordType farAfter = i + 2 < types.length ? types[i + 2] : WordType.EDGE;
            Context.fill(context, before, types[i], after, farAfter, far, last, i == 0, example.question());
            regression.start();
            regression.choose(types[i].here());
            regression.choose(before.before());
            regression.choose(after.after());
            regression.choose(farBefore.farBefore());
            regression.choose(farAfter.farAfter());
            regression.choose(context);
            int best = regression.best();
            if (example.tags()[i] >= 0) {
                regression.learn(example.tags()[i], best);
            }
            far = last;
            last = best;
        }
    }
}
