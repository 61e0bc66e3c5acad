package fr.corpus.text;

/**
 * The punctuation set by which FineWeb-2 tells words from other tokens (datatrove 0.10.1): a token all of whose characters are in it
 * is no word. It lacks many signs, such as {@code • € ° ‘}, so the parity tokenizer must set {@link
 * TokenizedText#PUNCTUATION} by it and not by Unicode. Thread-safe.
 */
final class FineWebPunctuation {

    private static final String SIGNS = "!/—”:％１〈&(、━\\【#%「」，】；+^]~“《„';’{|∶´[=-`*．（–？！：$～«〉,><》)?）。…@_.\"}►»";

    private static final boolean[] LOW = new boolean[0x100];

    static {
        for (int c = 0; c < LOW.length; c++) {
            LOW[c] = c < 0x20 && c != '\t' && c != '\n' || c >= 0x7F && c < 0xA0 || SIGNS.indexOf(c) >= 0;
        }
    }

    private FineWebPunctuation() {}

    /** Whether this code point is in the set. */
    static boolean has(int codePoint) {
        if (codePoint < LOW.length) {
            return LOW[codePoint];
        }
        return SIGNS.indexOf(codePoint) >= 0 || TerminalMarks.has(codePoint);
    }
}
