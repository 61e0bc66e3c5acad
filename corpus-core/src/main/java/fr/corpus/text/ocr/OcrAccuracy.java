package fr.corpus.text.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * How right the estimate of a quality is on clean text with a known share of wrong characters: the text is damaged by {@link OcrDamage}, the
 * same way for the same seed. Immutable.
 *
 * @param rate share of characters that were damaged, from 0 to 1
 * @param estimate share that was estimated for the whole text
 * @param windows windows of which the quality could be judged
 * @param right windows in the band of the rate
 * @param near windows in that band or the next to it
 */
public record OcrAccuracy(double rate, double estimate, int windows, int right, int near) {

    /** What is done to texts unless one says otherwise. */
    public static final List<Double> RATES = List.of(0.0, 0.01, 0.02, 0.05, 0.10, 0.20);

    /** The seed of the damage unless one says otherwise; another than that of training. */
    public static final long SEED = 7;

    /** Longer texts are cut to this many UTF-16 units. */
    public static final int LONGEST = 200_000;

    /** Measures a clean text at each of these rates. */
    public static List<OcrAccuracy> of(OcrQuality quality, String clean, List<Double> rates, long seed) {
        String text = clean.substring(0, Math.min(clean.length(), LONGEST));
        List<OcrAccuracy> all = new ArrayList<>();
        for (double rate : rates) {
            OcrReport report = quality.measure(OcrDamage.text(text, rate, seed));
            int windows = 0;
            int right = 0;
            int near = 0;
            for (OcrReport.Window window : report.windows()) {
                if (window.band() != OcrBand.UNKNOWN) {
                    int off =
                            Math.abs(window.band().ordinal() - OcrBand.of(rate).ordinal());
                    windows++;
                    right += off == 0 ? 1 : 0;
                    near += off <= 1 ? 1 : 0;
                }
            }
            all.add(new OcrAccuracy(rate, report.whole().errorRate(), windows, right, near));
        }
        return all;
    }

    /** Whether the estimate for the whole text is in the band of the rate. */
    public boolean isRight() {
        return OcrBand.of(estimate) == OcrBand.of(rate);
    }
}
