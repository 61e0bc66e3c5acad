package fr.corpus.text.ocr;

import java.util.List;

/**
 * How well a text was recognized. Immutable.
 *
 * @param windows of about a thousand characters each, in order; together they are the whole text
 * @param whole the same for the whole text
 */
public record OcrReport(List<Window> windows, Window whole) {

    public OcrReport {
        windows = List.copyOf(windows);
    }

    /**
     * A stretch and its quality. Immutable.
     *
     * @param start first UTF-16 unit
     * @param end UTF-16 unit after the last
     * @param words words judged
     * @param unknown words that are neither in the lexicon nor old forms of it
     * @param old words that are in the lexicon once their old spelling is modernized
     * @param score share of words that are believed to be intact, from 0 to 1; 1 without words
     * @param errorRate estimated share of wrong characters, from 0 to 1; 0 without words
     */
    public record Window(int start, int end, int words, int unknown, int old, double score, double errorRate) {

        /** Fewer words say nothing. */
        static final int FEWEST_WORDS = 20;

        /** The class of {@link #errorRate()}, or unknown under twenty words. */
        public OcrBand band() {
            return words < FEWEST_WORDS ? OcrBand.UNKNOWN : OcrBand.of(errorRate);
        }

        /** Share of words in old spelling, from 0 to 1. */
        public double oldShare() {
            return words == 0 ? 0 : (double) old / words;
        }
    }
}
