package fr.corpus.text;

import java.util.List;

/** Tokens that someone else cut: each is looked for in the text behind the one before. For one text; test use. */
public final class GivenTokens implements Tokenizer {

    /** The punctuation set of datatrove 0.10.1, its sentence marks and control characters apart. */
    private static final String PUNCTUATION = "!/—”:％１〈&(、━\\【#%「」，】；+^]~“《„';’{|∶´[=-`*．（–？！：$～«〉,><》)?）。…@_.\"}►»";

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
        if (token.codePoints().allMatch(GivenTokens::isPunctuation)) {
            bits |= TokenizedText.PUNCTUATION;
        }
        return (byte) bits;
    }

    private static boolean isPunctuation(int c) {
        boolean control = c < 32 && c != '\t' && c != '\n' || c >= 127 && c < 160;
        return control || PUNCTUATION.indexOf(c) >= 0 || TerminalMarks.has(c);
    }
}
