package fr.corpus.text.ocr;

import fr.corpus.text.heritage.WordForms;
import java.text.Normalizer;
import java.util.Locale;

/** What a token between white spaces shows of how it was recognized. Reused from token to token; confined to one thread. */
final class OcrWord {

    static final int FEATURES = 18;

    /** Nats for one letter above which no old form of a word is looked for. */
    private static final double UNLIKELY = 7.5;

    private static final String SINGLE = "aàâyôolndjmtscœ";
    private static final String MARKS = ".,;:!?…()[]«»\"“”„*—–-/&%€£§°'’";

    private final WordForms forms;
    private final StringBuilder piece = new StringBuilder();
    int pieces;
    int unknown;
    int old;
    private boolean marked;
    private boolean letters;
    private int odd;
    private boolean mixed;
    private boolean single;
    private boolean capital;
    private boolean capitals;
    private double highest;
    private double mean;
    private int length;

    OcrWord(WordForms forms) {
        this.forms = forms;
    }

    /** Whether the token has a letter. */
    boolean isWord() {
        return letters;
    }

    /** Reads a token. */
    void read(CharSequence token, LetterCosts costs) {
        pieces = 0;
        unknown = 0;
        old = 0;
        odd = 0;
        letters = false;
        mixed = false;
        single = false;
        capital = false;
        capitals = false;
        highest = 0;
        mean = 0;
        length = 0;
        int from = 0;
        int to = token.length();
        while (from < to && MARKS.indexOf(token.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && MARKS.indexOf(token.charAt(to - 1)) >= 0 && !isApostrophe(token.charAt(to - 1))) {
            to--;
        }
        piece.setLength(0);
        for (int i = from; i < to; i++) {
            char c = token.charAt(i);
            boolean mark = c >= '\u0300' && c <= '\u036F';
            if (Character.isLetter(c) || mark) {
                piece.append(c);
                marked |= mark;
            } else if (Character.isDigit(c)) {
                piece.append(c);
            } else if (isApostrophe(c)) {
                end(costs, i + 1 < token.length());
            } else if (c == '-' || c == '\u2010' || c == '\u2011' || c == '.' || c == '/' || c == '\u2014') {
                end(costs, false);
                odd += c == '.' && i > from + 2 ? 1 : 0;
            } else if (c != '\u00AD') {
                odd++;
                end(costs, false);
            }
        }
        end(costs, false);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }

    private void end(LetterCosts costs, boolean elided) {
        if (piece.length() == 0) {
            return;
        }
        String raw = piece.toString();
        piece.setLength(0);
        if (marked) {
            raw = Normalizer.normalize(raw, Normalizer.Form.NFC);
            marked = false;
        }
        String word = WordForms.spelled(raw);
        boolean hasLetter = word.codePoints().anyMatch(Character::isLetter);
        boolean hasDigit = word.codePoints().anyMatch(Character::isDigit);
        if (!hasLetter) {
            return;
        }
        letters = true;
        pieces++;
        if (hasDigit) {
            mixed |= !isOrdinal(word);
            return;
        }
        if (isRoman(raw)) {
            return;
        }
        boolean upper = Character.isUpperCase(raw.charAt(0));
        boolean allUpper = raw.length() > 1 && raw.equals(raw.toUpperCase(Locale.ROOT));
        mixed |= !allUpper && !raw.substring(1).equals(raw.substring(1).toLowerCase(Locale.ROOT));
        if (word.length() == 1 && !elided && !upper) {
            single |= SINGLE.indexOf(word) < 0 || "ljmtscndœo".contains(word);
            return;
        }
        if (word.length() == 1) {
            return;
        }
        double peak = costs.highest(word);
        int kind = elided && isElision(word) ? WordForms.KNOWN : forms.classOf(word, peak < UNLIKELY);
        if (kind == WordForms.OLD) {
            old++;
        }
        if (kind != WordForms.KNOWN) {
            if (kind == WordForms.UNKNOWN) {
                unknown++;
            }
            if (peak > highest) {
                highest = peak;
                mean = costs.mean(word);
                capital = upper;
                capitals = allUpper;
                length = word.length();
            }
        }
    }

    private static boolean isElision(String word) {
        return word.length() == 1
                || word.equals("qu")
                || word.equals("jusqu")
                || word.equals("lorsqu")
                || word.equals("puisqu")
                || word.equals("quelqu")
                || word.equals("quoiqu")
                || word.equals("entr")
                || word.equals("aujourd");
    }

    private static boolean isOrdinal(String word) {
        int i = 0;
        while (i < word.length() && Character.isDigit(word.charAt(i))) {
            i++;
        }
        return i > 0
                && word.length() - i <= 4
                && word.substring(i).matches("er|re|e|ère|ème|nd|nde|h|f|fr|m|km|o|bis|ter|ers|es|mo|vo|c|s|°");
    }

    private static boolean isRoman(String raw) {
        return raw.length() < 9 && raw.matches("[IVXLCDM]+e?");
    }

    /**
     * The features of the token.
     *
     * @param oldness how much of the text around is in old spelling, from 0 to 1
     * @param out where they go
     */
    void features(double oldness, double[] out) {
        double isUnknown = unknown > 0 ? 1 : 0;
        double isOld = unknown == 0 && old > 0 ? 1 : 0;
        double lower = isUnknown > 0 && !capital ? 1 : 0;
        out[0] = 1;
        out[1] = isUnknown;
        out[2] = isOld;
        out[3] = isOld * oldness;
        out[4] = isUnknown * oldness;
        out[5] = lower;
        out[6] = isUnknown > 0 && capitals ? 1 : 0;
        out[7] = lower * highest / 4;
        out[8] = (isUnknown - lower) * highest / 4;
        out[9] = isUnknown * mean / 2;
        out[10] = isUnknown > 0 && length <= 3 ? 1 : 0;
        out[11] = isOld * highest / 4;
        out[12] = mixed ? 1 : 0;
        out[13] = single ? 1 : 0;
        out[14] = Math.min(2, odd);
        out[15] = isOld > 0 && capital ? 1 : 0;
        out[16] = lower * oldness * highest / 4;
        out[17] = isUnknown > 0 && length >= 9 ? 1 : 0;
    }

    /** Scales the features of old text, computed for a wholly old one, to how old the text around is. */
    static void temper(double[] features, double oldness) {
        features[3] *= oldness;
        features[4] *= oldness;
        features[16] *= oldness;
    }
}
