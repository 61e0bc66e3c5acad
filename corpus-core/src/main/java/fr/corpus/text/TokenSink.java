package fr.corpus.text;

/** Measures tokens, whoever cut them, and adds them to a text. Confined to one thread. */
final class TokenSink {

    /** For each character below U+0250: a folded letter in the low 10 bits, a second one above, then class bits. */
    private static final int[] LATIN = new int[0x250];

    private static final int LETTERS = 0x3FF;
    private static final int CLASS_SHIFT = 20;

    static {
        for (int c = 0; c < LATIN.length; c++) {
            LATIN[c] = latin(c);
        }
    }

    private final Folder folder = new Folder();

    /** Adds the token [from, to) of the array. */
    void add(char[] text, int from, int to, TokenizedText out) {
        long exact = TokenHash.SEED;
        long folded = TokenHash.SEED;
        int foldedUnits = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            int entry = c < 0x250 ? LATIN[c] : 0;
            if (entry == 0) {
                addAny(text, from, to, out);
                return;
            }
            exact = TokenHash.step(exact, c);
            folded = TokenHash.step(folded, entry & LETTERS);
            foldedUnits++;
            int second = entry >> 10 & LETTERS;
            if (second != 0) {
                folded = TokenHash.step(folded, second);
                foldedUnits++;
            }
        }
        int units = to - from;
        int capital = LATIN[text[from]] >> CLASS_SHIFT & TokenizedText.CAPITAL;
        out.add(from, to, units, TokenHash.finish(exact, units), TokenHash.finish(folded, foldedUnits), (byte)
                (TokenizedText.LETTER | capital));
    }

    /** Adds a token of any characters. */
    private void addAny(char[] text, int from, int to, TokenizedText out) {
        int codePoints = 0;
        int classes = 0;
        boolean word = false;
        for (int i = from; i < to; codePoints++) {
            int c = Characters.codePointAt(text, i, to);
            switch (Characters.kind(c)) {
                case Characters.UPPER ->
                    classes |= i == from ? TokenizedText.LETTER | TokenizedText.CAPITAL : TokenizedText.LETTER;
                case Characters.LETTER, Characters.IDEOGRAPH -> classes |= c == '\u02BC' ? 0 : TokenizedText.LETTER;
                case Characters.DIGIT -> classes |= TokenizedText.DIGIT;
                case Characters.NUMBER -> word = true;
                default -> {
                    // A sign: says nothing of the token.
                }
            }
            i += Character.charCount(c);
        }
        boolean sign = classes == 0 && !word;
        out.add(from, to, codePoints, TokenHash.of(text, from, to), sign ? 0 : folder.fold(text, from, to, null), (byte)
                (sign ? TokenizedText.PUNCTUATION : classes));
    }

    /** The folded hash of a part of the array. */
    long fold(char[] text, int from, int to) {
        return folder.fold(text, from, to, null);
    }

    private static int latin(int c) {
        byte kind = Characters.kind(c);
        if (kind != Characters.LETTER && kind != Characters.UPPER) {
            return 0;
        }
        int code = Folding.letter(c);
        String folded = code < 0 ? Folding.text(code) : Character.toString(code == 0 ? c : code);
        if (folded.length() > 2 || folded.chars().anyMatch(unit -> unit > LETTERS)) {
            return 0;
        }
        int second = folded.length() == 2 ? folded.charAt(1) : 0;
        int capital = kind == Characters.UPPER ? TokenizedText.CAPITAL : 0;
        return folded.charAt(0) | second << 10 | capital << CLASS_SHIFT;
    }
}
