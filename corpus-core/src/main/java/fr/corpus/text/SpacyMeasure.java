package fr.corpus.text;

/** Measures tokens by the definitions of datatrove, which reads characters as Python does. Confined to one thread. */
final class SpacyMeasure {

    private final Folder folder = new Folder();

    /** Adds the token [from, to) of the array. */
    void add(char[] text, int from, int to, TokenizedText out) {
        int codePoints = 0;
        int any = 0;
        int all = SpacyRules.PUNCTUATION;
        for (int i = from; i < to; codePoints++) {
            int c = Characters.codePointAt(text, i, to);
            int bits = SpacyRules.bits(c);
            any |= bits;
            all &= bits;
            i += Character.charCount(c);
        }
        int classes = 0;
        classes |= (any & SpacyRules.ALPHABETIC) != 0 ? TokenizedText.LETTER : 0;
        classes |= (any & SpacyRules.DECIMAL) != 0 ? TokenizedText.DIGIT : 0;
        classes |= all != 0 ? TokenizedText.PUNCTUATION : 0;
        classes |= (SpacyRules.bitsAt(text, from, from, to) & SpacyRules.CAPITAL) != 0 ? TokenizedText.CAPITAL : 0;
        long hash = TokenHash.of(text, from, to);
        out.add(from, to, codePoints, hash, folder.fold(text, from, to, null), (byte) classes);
    }
}
