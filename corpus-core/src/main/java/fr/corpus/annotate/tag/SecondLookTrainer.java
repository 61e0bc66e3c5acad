package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.WeightRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns the weights of the second look from sentences that the first look was not trained on: what it adds to the scores of the
 * first look, for the tokens in doubt. Confined to one thread.
 */
final class SecondLookTrainer {

    private static final float LEFT_OUT = 0.3f;
    private static final int EPOCHS = 8;

    private final List<Case> cases = new ArrayList<>();

    /** A sentence, the tags of the first look and its doubts. */
    private record Case(TaggerTrainer.Example gold, byte[] tags, Doubts doubts) {}

    /** Adds a sentence, looked at once by a tagger that has not learnt from it. */
    void add(TaggerTrainer.Example gold, byte[] tags, Doubts doubts) {
        if (doubts.size() > 0) {
            cases.add(new Case(gold, tags, doubts));
        }
    }

    /** Weights in 2^bits rows. */
    float[] train(int bits, long seed) {
        Randomness random = new Randomness(seed);
        Regression regression = new Regression(bits, LEFT_OUT, random);
        SecondLook look = new SecondLook();
        int[] order = Randomness.order(cases.size());
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            random.shuffle(order);
            for (int index : order) {
                learn(cases.get(index), look, regression);
            }
            if (epoch >= EPOCHS / 2) {
                regression.remember(EPOCHS - EPOCHS / 2);
            }
        }
        return regression.average();
    }

    private static void learn(Case one, SecondLook look, Regression regression) {
        byte[] tags = one.tags().clone();
        Doubts doubts = one.doubts();
        look.start(one.gold().types(), tags, tags.length);
        for (int k = 0; k < doubts.size(); k++) {
            int token = doubts.token(k);
            int gold = one.gold().tags()[token];
            if (gold < 0) {
                continue;
            }
            regression.start();
            int first = doubts.score(k, tags[token]);
            for (int tag = 0; tag < TagSet.SIZE; tag++) {
                regression.offset(tag, (doubts.score(k, tag) - first) * WeightRows.STEP);
            }
            regression.choose(look.features(
                    token, tags[token], doubts.second(k), one.gold().question()));
            int best = regression.best();
            regression.learn(gold, best);
            tags[token] = (byte) best;
        }
    }
}
