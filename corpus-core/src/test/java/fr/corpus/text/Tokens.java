package fr.corpus.text;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a text as strings, for tests. */
final class Tokens {

    private Tokens() {}

    static TokenizedText cut(Tokenizer tokenizer, String text) {
        TokenizedText out = new TokenizedText();
        tokenizer.tokenize(text, out);
        return out;
    }

    static List<String> of(Tokenizer tokenizer, String text) {
        return strings(text, cut(tokenizer, text));
    }

    static List<String> strings(String text, TokenizedText tokens) {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            strings.add(text.substring(tokens.start()[i], tokens.end()[i]));
        }
        return strings;
    }

    /** Tokens joined by the boundary sign of the specification. */
    static String joined(Tokenizer tokenizer, String text) {
        return String.join("¦", of(tokenizer, text));
    }
}
