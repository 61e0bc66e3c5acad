package fr.corpus.annotate.token;

import fr.corpus.document.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts French text into surface tokens as the Universal Dependencies treebanks of French do. Immutable, thread-safe.
 *
 * <p>A token holds every character that is not white space exactly once, starts and ends on code points, and crosses no
 * white space but the spaces that group digits ({@code 50 000}). Elided words keep their apostrophe ({@code l'}), pronouns
 * after a verb their hyphen ({@code -t-il}); {@code du} and the like stay whole: see {@link Contractions}. Time is linear in
 * the text. The tokens that language measures and duplicates are made of are others and do not change:
 * {@code fr.corpus.text}.
 */
public final class TreebankTokenizer {

    private TreebankTokenizer() {}

    /**
     * Appends the tokens of a part of a text, which should be a sentence: an abbreviation keeps its full stop unless it is
     * the last character.
     *
     * @param from first UTF-16 unit
     * @param to UTF-16 unit after the last, on a code point
     */
    public static void tokenize(String text, int from, int to, TokenSpans out) {
        TokenScan scan = new TokenScan(text, to, out);
        int i = from;
        while (i < to) {
            i = Glyphs.isSpace(text.charAt(i)) ? i + 1 : scan.token(i);
        }
    }

    /** The tokens of one sentence as spans of code points. */
    public static List<Span> tokens(String sentence) {
        TokenSpans spans = new TokenSpans();
        tokenize(sentence, 0, sentence.length(), spans);
        List<Span> tokens = new ArrayList<>(spans.size());
        int measured = 0;
        int codePoints = 0;
        for (int i = 0; i < spans.size(); i++) {
            codePoints += sentence.codePointCount(measured, spans.start(i));
            int length = sentence.codePointCount(spans.start(i), spans.end(i));
            tokens.add(new Span(codePoints, codePoints + length));
            codePoints += length;
            measured = spans.end(i);
        }
        return List.copyOf(tokens);
    }
}
