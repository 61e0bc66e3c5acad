package fr.corpus.text;

/** Cuts at white space only; test use. */
public final class SpacedTokens implements Tokenizer {

    @Override
    public String version() {
        return "spaced@1";
    }

    @Override
    public void tokenize(String text, TokenizedText out) {
        out.clear();
        char[] chars = text.toCharArray();
        int from = WhiteSpace.skip(chars, 0, chars.length);
        while (from < chars.length) {
            int to = from;
            while (to < chars.length && !WhiteSpace.is(chars[to])) {
                to++;
            }
            String token = text.substring(from, to);
            int length = token.codePointCount(0, token.length());
            byte classes = token.codePoints().anyMatch(Character::isLetter) ? TokenizedText.LETTER : 0;
            out.add(from, to, length, TokenHash.of(token), Folding.hash(token), classes);
            from = WhiteSpace.skip(chars, to, chars.length);
        }
    }
}
