package fr.corpus.annotate.exchange;

import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.List;

/** The tokens of a text sentence by sentence, with what stands between them. Confined to one thread. */
final class TextParts {

    private final AnnotatedText text;
    private final List<Token> tokens;
    private final TextOffsets offsets;
    private final int length;

    /** Takes a sentence. */
    interface Taker {

        /**
         * Takes the tokens of a sentence by their numbers.
         *
         * @param from first token
         * @param to token after the last, above {@code from}
         */
        void take(int from, int to);
    }

    /**
     * The parts of a text.
     *
     * @throws MalformedSourceException if it has no tokens or sentences, or a character that is no white space stands in none
     */
    TextParts(AnnotatedText text) {
        this.text = text;
        if (text.layers().tokens().isEmpty() || text.layers().sentences().isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.needs-tokens", text.id()));
        }
        tokens = text.layers().tokens().get();
        offsets = new TextOffsets(text.text());
        length = text.text().codePointCount(0, text.text().length());
        for (int i = 0; i <= tokens.size(); i++) {
            String gap = i == 0 ? before() : after(i - 1);
            if (!isSpace(gap)) {
                throw new MalformedSourceException(UserMessage.of("annotate.outside-tokens", text.id(), gap.strip()));
            }
        }
    }

    static boolean isSpace(String gap) {
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u0085') {
                return false;
            }
        }
        return true;
    }

    /** Gives each sentence that has tokens; a token belongs to the sentence it starts in. */
    void each(Taker taker) {
        int from = 0;
        for (Span sentence : text.layers().sentences().orElseThrow()) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < sentence.end()) {
                to++;
            }
            if (to > from) {
                taker.take(from, to);
            }
            from = to;
        }
        if (from < tokens.size()) {
            taker.take(from, tokens.size());
        }
    }

    /** What stands between two code points: mostly nothing or one space, which is always the same text. */
    private String gap(int from, int to) {
        if (from == to) {
            return "";
        }
        int start = offsets.unitsOf(from);
        return to == from + 1 && text.text().charAt(start) == ' ' ? " " : offsets.slice(from, to);
    }

    /** A token as the text has it. */
    String form(int token) {
        return offsets.slice(tokens.get(token).start(), tokens.get(token).end());
    }

    /** What stands before the first token. */
    String before() {
        return gap(0, tokens.isEmpty() ? length : tokens.get(0).start());
    }

    /** What stands between a token and the next, or the end. */
    String after(int token) {
        int next = token + 1 < tokens.size() ? tokens.get(token + 1).start() : length;
        return gap(tokens.get(token).end(), next);
    }
}
