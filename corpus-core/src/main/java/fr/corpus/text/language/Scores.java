package fr.corpus.text.language;

import java.util.Arrays;

/** The sums and scores of one text. Confined to one thread. */
final class Scores {

    private static final int FEWEST_LETTERS = 2;

    private final LanguageModel model;
    private final double sharpness;
    private final double background;
    private final int[] sums;
    /** By language; the last one is the background. */
    private final double[] scores;

    /** Too few letters, or most of them in a script that the model has never seen. */
    private boolean empty = true;

    /**
     * Scores under a model.
     *
     * @param sharpness softmax exponent for each unit of weight
     * @param background units of weight that the mean of all varieties is given on top for each letter
     */
    Scores(LanguageModel model, double sharpness, double background) {
        this.model = model;
        this.sharpness = sharpness;
        this.background = background;
        sums = new int[model.varieties().size()];
        scores = new double[model.languages().size() + 1];
    }

    /** Replaces the scores by those of some letters. */
    Scores judge(Letters letters) {
        int count = countLetters(letters);
        empty = count < FEWEST_LETTERS;
        if (!empty) {
            for (int v = 0; v < sums.length; v++) {
                sums[v] = model.data().priors()[v];
            }
            int known = model.add(letters.codes(), 0, letters.size(), sums);
            empty = (letters.size() - known) * 2 > count;
            weigh(count);
            spread();
        }
        return this;
    }

    /** Nats that the model's priors speak for each language, at most 0; nothing for or against the background. */
    double[] priors() {
        for (int v = 0; v < sums.length; v++) {
            sums[v] = model.data().priors()[v];
        }
        weigh(0);
        double top = Arrays.stream(scores).max().orElseThrow();
        double[] priors = new double[scores.length];
        for (int l = 0; l < priors.length - 1; l++) {
            priors[l] = (scores[l] - top) * sharpness;
        }
        return priors;
    }

    /**
     * Nats that some letters speak for each language and, last, the background, 0 for the one they speak for most. Letters
     * of an unknown script speak for the background, too few for nothing.
     */
    void evidence(Letters letters, double[] nats) {
        int count = countLetters(letters);
        Arrays.fill(nats, 0);
        if (count < FEWEST_LETTERS) {
            return;
        }
        Arrays.fill(sums, 0);
        int known = model.add(letters.codes(), 0, letters.size(), sums);
        if ((letters.size() - known) * 2 > count) {
            Arrays.fill(nats, 0, nats.length - 1, Double.NEGATIVE_INFINITY);
            return;
        }
        weigh(count);
        double top = Arrays.stream(scores).max().orElseThrow();
        for (int l = 0; l < nats.length; l++) {
            nats[l] = (scores[l] - top) * sharpness;
        }
    }

    private static int countLetters(Letters letters) {
        int count = 0;
        for (int i = 0; i < letters.size(); i++) {
            count += letters.codes()[i] == Letters.SPACE ? 0 : 1;
        }
        return count;
    }

    /** Weights of the languages, each being its best variety, and of the background. */
    private void weigh(int letters) {
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int v = 0; v < sums.length; v++) {
            int language = model.languageOf(v);
            scores[language] = Math.max(scores[language], sums[v]);
        }
        scores[scores.length - 1] += background * letters;
    }

    /** Softmax over the weights. */
    private void spread() {
        double top = Arrays.stream(scores).max().orElseThrow();
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp((scores[i] - top) * sharpness);
            total += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= total;
        }
    }

    /** The score of a language by its index. */
    double score(int language) {
        return empty ? 0 : scores[language];
    }

    /** The best two languages. */
    Identification best() {
        if (empty) {
            return Identification.NOTHING;
        }
        int first = scores[0] >= scores[1] ? 0 : 1;
        int second = 1 - first;
        for (int i = 2; i < scores.length; i++) {
            if (scores[i] > scores[first]) {
                second = first;
                first = i;
            } else if (scores[i] > scores[second]) {
                second = i;
            }
        }
        return new Identification(name(first), scores[first], variety(first), name(second), scores[second]);
    }

    /** A language, whether it is the best or not, and the best other one. */
    Identification as(int language) {
        Identification best = best();
        String name = name(language);
        if (best.language().equals(name) || empty) {
            return best;
        }
        return new Identification(name, scores[language], variety(language), best.language(), best.score());
    }

    private String name(int language) {
        return language < model.languages().size() ? model.languages().get(language) : LanguageIdentifier.UNKNOWN;
    }

    private String variety(int language) {
        int best = -1;
        for (int v = 0; v < sums.length; v++) {
            if (model.languageOf(v) == language && (best < 0 || sums[v] > sums[best])) {
                best = v;
            }
        }
        return best < 0 ? LanguageIdentifier.UNKNOWN : model.varieties().get(best);
    }
}
