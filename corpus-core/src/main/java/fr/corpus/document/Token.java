package fr.corpus.document;

import java.util.List;

/**
 * A surface token: a half-open range of a text in code points, and the words that it stands for. Immutable.
 *
 * @param start first code point
 * @param end code point after the last, above {@code start}
 * @param words one, or several for a contraction ({@code du}: {@code de}, {@code le}); empty when no layer says them
 */
public record Token(int start, int end, List<Word> words) {

    public Token {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("need 0 <= start < end, got " + start + ", " + end);
        }
        words = List.copyOf(words);
    }

    /** A token without words. */
    public static Token of(int start, int end) {
        return new Token(start, end, List.of());
    }

    /** The same token with these words. */
    public Token with(List<Word> others) {
        return new Token(start, end, others);
    }
}
