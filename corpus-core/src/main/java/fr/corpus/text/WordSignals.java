package fr.corpus.text;

/**
 * What a text is made of: the measures of Rae et al., «Scaling Language Models» (2021), section A1.1. Thread-safe: all
 * working state is in the view.
 *
 * <p>A word is a token that is not only punctuation. Here lines are cut at every line boundary of Unicode (line feed,
 * carriage return, both together, vertical tab, form feed, U+001C to U+001E, U+0085, U+2028, U+2029), and a boundary
 * at the end of the text makes no further line.
 */
public final class WordSignals {

    private WordSignals() {}

    /**
     * What the measures depend on. Immutable.
     *
     * @param stopWords words of which a text in the language has some
     * @param bullets signs that open a list item; each one UTF-16 unit
     * @param ellipses which lines that end in an ellipsis count
     */
    public record Scope(StopWords stopWords, String bullets, Ellipses ellipses) {}

    /** Measures all signals; of a text without token, only the number of words. */
    public static void measure(TextView view, Scope scope) {
        TokenizedText tokens = view.tokens();
        SignalSet signals = view.signals();
        int words = 0;
        int letters = 0;
        int letterWords = 0;
        long characters = 0;
        for (int i = 0, size = tokens.size(); i < size; i++) {
            byte classes = tokens.classes()[i];
            int word = (classes & TokenizedText.PUNCTUATION) == 0 ? 1 : 0;
            int letter = classes & TokenizedText.LETTER;
            words += word;
            letters += letter;
            letterWords += letter & word;
            characters += word == 0 ? 0 : tokens.codePoints()[i];
        }
        signals.set(Signal.WORDS, words);
        if (tokens.size() == 0) {
            return;
        }
        double all = tokens.size();
        signals.set(Signal.MEAN_WORD_LENGTH, words == 0 ? Double.NaN : (double) characters / words);
        signals.set(Signal.HASHES_PER_WORD, count(view.text(), "#") / all);
        signals.set(Signal.ELLIPSES_PER_WORD, (count(view.text(), "...") + count(view.text(), "…")) / all);
        lines(view, scope);
        signals.set(Signal.LETTER_WORDS, words == 0 ? Double.NaN : (double) letterWords / words);
        signals.set(Signal.LETTER_TOKENS, letters / all);
        long stopWords = scope.stopWords().countIn(tokens);
        signals.set(Signal.STOP_WORDS, (int) (stopWords >>> 32));
        signals.set(Signal.STOP_WORD_SHARE, words == 0 ? Double.NaN : (double) (int) stopWords / words);
    }

    /** Occurrences that do not overlap. */
    private static int count(String text, String sign) {
        int count = 0;
        for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + sign.length())) {
            count++;
        }
        return count;
    }

    private static void lines(TextView view, Scope scope) {
        Lines lines = view.lines();
        char[] chars = lines.chars();
        int length = lines.length();
        int count = 0;
        int bulleted = 0;
        int trailing = 0;
        int from = 0;
        for (int i = 0; i <= length; i++) {
            boolean end = i == length;
            if (!end && !isBoundary(chars[i]) || end && from == length) {
                continue;
            }
            count++;
            int begin = WhiteSpace.skip(chars, from, i);
            int stop = WhiteSpace.skipBack(chars, begin, i);
            if (begin < stop) {
                bulleted += scope.bullets().indexOf(chars[begin]) >= 0 ? 1 : 0;
                trailing += scope.ellipses().end(chars, begin, stop) ? 1 : 0;
            }
            if (!end && chars[i] == '\r' && i + 1 < length && chars[i + 1] == '\n') {
                i++;
            }
            from = i + 1;
        }
        view.signals().set(Signal.BULLET_LINES, (double) bulleted / count);
        view.signals().set(Signal.ELLIPSIS_LINES, (double) trailing / count);
    }

    private static boolean isBoundary(char c) {
        if (c > '\u001E') {
            return c == '\u0085' || c == '\u2028' || c == '\u2029';
        }
        return c >= '\n' && c <= '\r' || c >= '\u001C';
    }
}
