package fr.corpus.text;

import java.util.List;

/** Tokens that someone else cut: each is looked for in the text behind the one before. For one text; test use. */
public final class GivenTokens implements Tokenizer {

    private final List<String> tokens;

    public GivenTokens(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    @Override
    public String version() {
        return "given@1";
    }

    @Override
    public void tokenize(String text, TokenizedText out) {
        out.clear();
        int from = 0;
        for (String token : tokens) {
            int at = text.indexOf(token, from);
            if (at < 0) {
                throw new IllegalArgumentException("no token \"" + token + "\" from " + from);
            }
            from = at + token.length();
            int length = token.codePointCount(0, token.length());
            out.add(at, from, length, TokenHash.of(token), Folding.hash(token), classes(token));
        }
    }

    private static byte classes(String token) {
        int bits = 0;
        if (token.codePoints().anyMatch(Character::isLetter)) {
            bits |= TokenizedText.LETTER;
        }
        if (token.codePoints().allMatch(c -> (SpacyRules.bits(c) & SpacyRules.PUNCTUATION) != 0)) {
            bits |= TokenizedText.PUNCTUATION;
        }
        return (byte) bits;
    }
}
