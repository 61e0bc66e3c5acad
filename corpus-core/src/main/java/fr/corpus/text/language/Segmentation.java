package fr.corpus.text.language;

import java.util.ArrayList;
import java.util.List;

/**
 * The most probable course of languages over the passages of a text, by dynamic programming (Viterbi 1967): a passage
 * speaks for its language, a change of language has a price. Confined to one thread.
 *
 * <p>All changes cost the same but for the model's prior of the new language, so that one best predecessor a passage and
 * one bit a language and passage tell the way back.
 */
final class Segmentation {

    /** Nats that a change of language costs: docs/models/language.md. */
    static final double CHANGE = 2;

    /** Most nats that one passage may speak against a language. */
    private static final double FLOOR = 30;

    private final LanguageIdentifier identifier;
    private final CharSequence text;
    private final Passages passages;
    private final double[] priors;
    private final double[] best;
    private final int[] before;
    private final long[] changed;
    private final int words;

    Segmentation(LanguageIdentifier identifier, CharSequence text) {
        this.identifier = identifier;
        this.text = text;
        passages = new Passages(text);
        Scores scores = identifier.scores();
        priors = scores.priors();
        best = priors.clone();
        before = new int[passages.size()];
        words = (priors.length + 63) / 64;
        changed = new long[passages.size() * words];
        run(scores);
    }

    private void run(Scores scores) {
        Letters letters = new Letters();
        double[] evidence = new double[priors.length];
        for (int p = 0; p < passages.size(); p++) {
            if (p > 0) {
                change(p);
            }
            scores.evidence(letters.clear().add(text, passages.start(p), passages.start(p + 1)), evidence);
            for (int l = 0; l < best.length; l++) {
                best[l] += Math.max(-FLOOR, evidence[l]);
            }
        }
    }

    private void change(int passage) {
        int from = argmax();
        before[passage] = from;
        double price = best[from] - CHANGE;
        double top = best[from];
        for (int l = 0; l < best.length; l++) {
            double changing = price + priors[l];
            if (l != from && changing > best[l]) {
                best[l] = changing;
                changed[passage * words + (l >> 6)] |= 1L << l;
            }
            best[l] -= top;
        }
    }

    private int argmax() {
        int first = 0;
        for (int l = 1; l < best.length; l++) {
            if (best[l] > best[first]) {
                first = l;
            }
        }
        return first;
    }

    /** The stretches, in order; together they are the whole text. */
    List<LanguageSegment> segments() {
        int[] course = course();
        List<LanguageSegment> segments = new ArrayList<>();
        int from = 0;
        for (int p = 1; p <= course.length; p++) {
            if (p == course.length || course[p] != course[from]) {
                int start = passages.start(from);
                int end = passages.start(p);
                segments.add(new LanguageSegment(
                        start,
                        end,
                        identifier.measure(text.subSequence(start, end)).as(course[from])));
                from = p;
            }
        }
        return List.copyOf(segments);
    }

    private int[] course() {
        int[] course = new int[passages.size()];
        int language = argmax();
        for (int p = course.length - 1; p >= 0; p--) {
            course[p] = language;
            if ((changed[p * words + (language >> 6)] & 1L << language) != 0) {
                language = before[p];
            }
        }
        return course;
    }
}
