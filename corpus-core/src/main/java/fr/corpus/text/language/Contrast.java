package fr.corpus.text.language;

import java.util.Arrays;
import java.util.List;

/**
 * Moves the weights of a model so that short pieces of the texts that it was learnt from are told from the languages that
 * they are taken for: stochastic gradient ascent of the logarithm of the right language's score, from the weights that
 * counting gave (decision 0188). Only weights that are there move, and priors; none is added. Confined to one thread.
 *
 * <p>A language speaks with its best variety, as in {@link Scores}. The mean of all varieties, last in the model, competes but
 * stays as it is. Expectations are left out here: they are added to the priors afterwards.
 */
final class Contrast {

    /** A piece that is right with so much probability teaches nothing. */
    private static final double LEARNT = 0.98;

    private final ModelData data;
    private final int[] languageOf;
    private final double sharpness;
    /** Number of a key plus one. */
    private final KeyTable keys;
    /** Where the postings of a key begin. */
    private final int[] starts;

    private final float[] weights;
    private final float[] priors;
    private final float[] sums;
    private final double[] scores;
    private final int[] speakers;
    private final float[] moves;
    private int[] hits = new int[256];
    private int hitCount;

    /**
     * Of a model without expectations.
     *
     * @param sharpness softmax exponent for a nat
     */
    Contrast(ModelData data, double sharpness) {
        this.data = data;
        this.sharpness = sharpness / LanguageModel.UNITS_PER_NAT;
        List<String> languages = data.varieties().stream()
                .map(LanguageModel::languageOf)
                .distinct()
                .toList();
        languageOf = data.varieties().stream()
                .mapToInt(variety -> languages.indexOf(LanguageModel.languageOf(variety)))
                .toArray();
        weights = new float[data.weights().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = data.weights()[i];
        }
        starts = new int[data.keys().length + 1];
        keys = new KeyTable(data.keys().length);
        for (int i = 0; i < data.keys().length; i++) {
            starts[i + 1] = starts[i] + (data.counts()[i] & 0xFF);
            keys.put(data.keys()[i], i + 1);
        }
        priors = new float[languageOf.length];
        sums = new float[languageOf.length];
        moves = new float[languageOf.length];
        scores = new double[languages.size()];
        speakers = new int[languages.size()];
    }

    /**
     * Learns from pieces, in their order.
     *
     * @param rate nats that a weight moves at most for one piece
     */
    void learn(List<Pieces.Piece> pieces, double rate) {
        for (Pieces.Piece piece : pieces) {
            add(piece);
            if (judge(languageOf[piece.variety()]) < LEARNT) {
                move(languageOf[piece.variety()], rate * LanguageModel.UNITS_PER_NAT);
            }
        }
    }

    /** Sums up by variety as {@link LanguageModel} does, and notes which keys were met. */
    private void add(Pieces.Piece piece) {
        System.arraycopy(priors, 0, sums, 0, sums.length);
        hitCount = 0;
        int known = 0;
        for (int i = piece.from(); i < piece.to(); i++) {
            long hash = Ngrams.start();
            int longest = Math.min(Ngrams.LONGEST, piece.to() - i);
            for (int n = 1; n <= longest; n++) {
                hash = Ngrams.next(hash, piece.codes()[i + n - 1]);
                int key = keys.get(Ngrams.key(hash, n)) - 1;
                if (key < 0) {
                    break;
                }
                known += n == 1 ? 1 : 0;
                add(key, i + n == piece.to());
            }
        }
        for (int v = 0; v < sums.length; v++) {
            sums[v] += known * data.grounds()[v];
        }
    }

    private void add(int key, boolean last) {
        if (hitCount == hits.length) {
            hits = Arrays.copyOf(hits, hitCount * 2);
        }
        hits[hitCount++] = key;
        for (int p = starts[key]; p < starts[key + 1]; p++) {
            sums[data.posted()[p] & 0xFF] += weights[p] - (last ? data.pending()[p] : 0);
        }
    }

    /** Scores of all languages out of the sums; answers that of one. */
    private double judge(int language) {
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        double top = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < sums.length; v++) {
            if (sums[v] > scores[languageOf[v]]) {
                scores[languageOf[v]] = sums[v];
                speakers[languageOf[v]] = v;
                top = Math.max(top, sums[v]);
            }
        }
        double total = 0;
        for (int l = 0; l < scores.length; l++) {
            scores[l] = StrictMath.exp((scores[l] - top) * sharpness);
            total += scores[l];
        }
        for (int l = 0; l < scores.length; l++) {
            scores[l] /= total;
        }
        return scores[language];
    }

    private void move(int language, double rate) {
        Arrays.fill(moves, 0);
        for (int l = 0; l < scores.length; l++) {
            moves[speakers[l]] = (float) (rate * ((l == language ? 1 : 0) - scores[l]));
        }
        moves[moves.length - 1] = 0;
        for (int h = 0; h < hitCount; h++) {
            for (int p = starts[hits[h]]; p < starts[hits[h] + 1]; p++) {
                weights[p] += moves[data.posted()[p] & 0xFF];
            }
        }
        for (int v = 0; v < priors.length; v++) {
            priors[v] += moves[v];
        }
    }

    /** The model as it is now, the priors it had added to those learnt. */
    ModelData data() {
        byte[] moved = new byte[weights.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, Math.round(weights[i])));
        }
        short[] expected = data.priors().clone();
        for (int v = 0; v < expected.length; v++) {
            expected[v] += (short) Math.round(priors[v]);
        }
        return new ModelData(
                data.seed(),
                data.varieties(),
                data.calibration(),
                data.grounds(),
                expected,
                data.keys(),
                data.counts(),
                data.posted(),
                moved,
                data.pending());
    }
}
