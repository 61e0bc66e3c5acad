package fr.corpus.annotate;

import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import java.util.List;

/** The tokens of each sentence. Stateless. */
final class TokenSentences {

    private TokenSentences() {}

    /** Takes the tokens of a sentence. */
    interface Taker {

        /**
         * Takes tokens by their numbers.
         *
         * @param from first token
         * @param to token after the last, above {@code from}
         */
        void take(int from, int to);
    }

    /** Gives every token once, in order, together with those that start in the same sentence. */
    static void each(Annotations layers, Taker taker) {
        List<Token> tokens = layers.tokens().orElseThrow();
        int from = 0;
        for (Span sentence : layers.sentences().orElseThrow()) {
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

    /** The same in pieces of at most so many tokens, for decoders whose time grows faster than a sentence. */
    static void each(Annotations layers, int most, Taker taker) {
        each(layers, (from, to) -> {
            for (int at = from; at < to; at += most) {
                taker.take(at, Math.min(to, at + most));
            }
        });
    }
}
