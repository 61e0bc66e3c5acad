package fr.corpus.text.ocr;

import fr.corpus.text.heritage.WordForms;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how well French text was recognized. Immutable, thread-safe.
 *
 * <p>For each word: whether the lexicon has it, or has it once its old spelling is modernized; for others how unlikely its
 * letters are, its capitals, digits and signs inside. A logistic model turns that into the probability that the word is
 * damaged; the mean over a window is turned into a share of wrong characters by what the model measured on texts with
 * errors of a known share. A word cut by a hyphen at the end of a line is one word.
 */
public final class OcrQuality {

    /** Name and version, written beside every figure. */
    public static final String METHOD = "ocr@1";

    private static final int WINDOW = 1000;

    /** Share of old words from which a window is wholly old. */
    private static final double OLD_SHARE = 0.08;

    private final OcrModel model;

    /** With a model. */
    public OcrQuality(OcrModel model) {
        this.model = model;
    }

    /** With the model that comes with the library. */
    public static OcrQuality load() {
        return new OcrQuality(OcrModel.load());
    }

    /** The model. */
    public OcrModel model() {
        return model;
    }

    /** Measures a text, window by window; a window ends after white space where there is some within its length. */
    public OcrReport measure(String text) {
        Run run = new Run(text);
        List<OcrReport.Window> windows = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = windowEnd(text, from);
            windows.add(run.window(from, to));
            from = to;
        }
        return new OcrReport(windows, run.whole());
    }

    private static int windowEnd(String text, int from) {
        if (text.length() - from < WINDOW * 3 / 2) {
            return text.length();
        }
        int limit = Math.min(text.length(), from + WINDOW * 3 / 2);
        for (int i = from + WINDOW; i < limit; i++) {
            if (Tokens.isSpace(text.charAt(i - 1)) && !Tokens.isSpace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit - 1)) || !Character.isHighSurrogate(text.charAt(limit - 1))
                ? limit
                : limit - 1;
    }

    /** Features of the tokens of a stretch, for training. */
    static List<double[]> features(Iterable<? extends CharSequence> tokens, LetterCosts costs) {
        OcrWord word = new OcrWord(new WordForms());
        List<double[]> all = new ArrayList<>();
        int old = 0;
        int words = 0;
        for (CharSequence token : tokens) {
            word.read(token, costs);
            double[] features = new double[OcrWord.FEATURES];
            if (word.isWord()) {
                words++;
                old += word.unknown == 0 && word.old > 0 ? 1 : 0;
                word.features(1, features);
            }
            all.add(features);
        }
        double oldness = oldness(old, words);
        all.forEach(features -> OcrWord.temper(features, oldness));
        return all;
    }

    private static double oldness(int old, int words) {
        return words == 0 ? 0 : Math.min(1, old / (words * OLD_SHARE));
    }

    /** One text being measured. */
    private final class Run {
        private final Tokens tokens;
        private final OcrWord word = new OcrWord(new WordForms());
        private final List<double[]> features = new ArrayList<>();
        private final String text;
        private double damage;
        private int words;
        private int unknown;
        private int old;

        Run(String text) {
            this.text = text;
            tokens = new Tokens(text);
        }

        OcrReport.Window window(int from, int to) {
            int count = 0;
            int unknownHere = 0;
            int oldHere = 0;
            tokens.turn(from, to);
            while (tokens.next()) {
                word.read(tokens.token(), model.costs());
                if (!word.isWord()) {
                    continue;
                }
                if (features.size() == count) {
                    features.add(new double[OcrWord.FEATURES]);
                }
                word.features(1, features.get(count++));
                unknownHere += word.unknown > 0 ? 1 : 0;
                oldHere += word.unknown == 0 && word.old > 0 ? 1 : 0;
            }
            double oldness = oldness(oldHere, count);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                OcrWord.temper(features.get(i), oldness);
                sum += model.damage(features.get(i));
            }
            damage += sum;
            words += count;
            unknown += unknownHere;
            old += oldHere;
            return of(from, to, count, unknownHere, oldHere, sum);
        }

        OcrReport.Window whole() {
            return of(0, text.length(), words, unknown, old, damage);
        }

        private OcrReport.Window of(int from, int to, int count, int unknownHere, int oldHere, double sum) {
            double share = count == 0 ? 0 : sum / count;
            return new OcrReport.Window(
                    from,
                    to,
                    count,
                    unknownHere,
                    oldHere,
                    model.intact(share),
                    count == 0 ? 0 : model.errorRate(share));
        }
    }
}
