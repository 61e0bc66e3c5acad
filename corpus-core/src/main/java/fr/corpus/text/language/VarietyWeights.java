package fr.corpus.text.language;

import java.util.Arrays;

/**
 * The letter model of one variety, interpolated after Witten and Bell (1991), as weights that add up: the sum over the
 * n-grams of a text that the variety has is the logarithm of the text's probability against a mean of all varieties.
 *
 * <p>For an n-gram of context <i>h</i> and last letter <i>c</i> the weight is what it changes, log p(c|h) less the logarithm
 * of what the shorter context says, plus what an unseen letter after the n-gram will pay. Confined to one thread.
 */
final class VarietyWeights {

    private final NgramCounts counts;
    private final KeptNgrams kept;
    private final LanguageTrainer trainer;
    private final double[] probability;
    private final double[] backoff;
    private final boolean[] known;
    private final NgramCounts mean;

    VarietyWeights(NgramCounts counts, NgramCounts mean, KeptNgrams kept, LanguageTrainer trainer) {
        this.counts = counts;
        this.mean = mean;
        this.kept = kept;
        this.trainer = trainer;
        probability = new double[counts.size()];
        backoff = new double[counts.size()];
        known = new boolean[counts.size()];
        Arrays.fill(backoff, 1);
        for (int i = 0; i < counts.size(); i++) {
            known[i] = kept.has(counts.gram(i));
        }
        for (int first = 0; first < counts.size(); ) {
            int end = first + 1;
            long context = Alphabet.context(counts.gram(first));
            while (end < counts.size() && Alphabet.context(counts.gram(end)) == context) {
                end++;
            }
            spread(context, first, end);
            first = end;
        }
    }

    /** Gives their probabilities to the n-grams of one context. */
    private void spread(long context, int first, int end) {
        if (context == 0) {
            for (int i = first; i < end; i++) {
                probability[i] = (counts.count(i) + trainer.prior() * share(counts.gram(i)))
                        / (counts.letters() + trainer.prior());
            }
            return;
        }
        double all = (end - first) * trainer.novelty();
        double inside = 0;
        for (int i = first; i < end; i++) {
            all += counts.count(i);
            inside += known[i] ? counts.count(i) : 0;
        }
        int place = counts.find(context);
        boolean contextKnown = place >= 0 && known[place];
        double left = 1 - inside / all;
        if (contextKnown) {
            backoff[place] = left;
        }
        for (int i = first; i < end; i++) {
            probability[i] = counts.count(i) / all + left * of(Alphabet.suffix(counts.gram(i)));
        }
    }

    /** Probability of the last letter of an n-gram after the others, in the model as it is kept. */
    private double of(long packed) {
        int place = counts.find(packed);
        if (place >= 0 && known[place]) {
            return probability[place];
        }
        if (Alphabet.length(packed) == 1) {
            return trainer.prior() * share(packed) / (counts.letters() + trainer.prior());
        }
        return backoffOf(Alphabet.context(packed)) * of(Alphabet.suffix(packed));
    }

    private double backoffOf(long context) {
        int place = counts.find(context);
        return place >= 0 && known[place] ? backoff[place] : 1;
    }

    private double share(long letter) {
        int place = mean.find(letter);
        return (place < 0 ? 1 : mean.count(place) + 1.0) / (mean.letters() + 1.0);
    }

    /** What the variety pays for a letter that it has not shown, in nats. */
    double ground() {
        return StrictMath.log(trainer.prior() / (counts.letters() + trainer.prior()));
    }

    /** How likely the variety is before anything is read, in nats. */
    double prior(String name) {
        return trainer.expectations().of(name, counts.letters());
    }

    /** What of the weight of an n-gram is for the letter after it, in nats. */
    double pending(long packed) {
        return StrictMath.log(backoff[counts.find(packed)]);
    }

    /** The weight of an n-gram in nats, 0 when the variety has not shown it. */
    double weight(long packed) {
        int place = counts.find(packed);
        if (place < 0 || !known[place]) {
            return 0;
        }
        double after = StrictMath.log(backoff[place]);
        if (Alphabet.length(packed) == 1) {
            return StrictMath.log(probability[place] / share(packed)) - ground() + after;
        }
        double without = backoffOf(Alphabet.context(packed)) * of(Alphabet.suffix(packed));
        return StrictMath.log(probability[place] / without) + after;
    }
}
