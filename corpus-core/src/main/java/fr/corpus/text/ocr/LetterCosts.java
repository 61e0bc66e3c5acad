package fr.corpus.text.ocr;

/** What each letter after two others costs, in 1/{@value #UNITS} nat, by a table. Immutable. */
final class LetterCosts {

    static final int UNITS = 16;
    static final int EDGE = 0;
    private static final String ACCENTED = "àâäçéèêëîïôöùûüÿœæ";
    static final int LETTERS = 27 + ACCENTED.length() + 1;
    static final int CELLS = LETTERS * LETTERS * LETTERS;
    private static final byte[] CODES = new byte[0x180];

    static {
        for (int c = 0; c < CODES.length; c++) {
            int accent = ACCENTED.indexOf(c);
            CODES[c] = (byte) (c >= 'a' && c <= 'z' ? c - 'a' + 1 : accent >= 0 ? 27 + accent : LETTERS - 1);
        }
    }

    private final byte[] costs;

    LetterCosts(byte[] costs) {
        this.costs = costs;
    }

    byte[] bytes() {
        return costs;
    }

    static int code(char c) {
        return c < CODES.length ? CODES[c] : LETTERS - 1;
    }

    static int cell(int first, int second, int third) {
        return (first * LETTERS + second) * LETTERS + third;
    }

    /** The highest cost in a word, in nats. */
    double highest(CharSequence word) {
        int highest = 0;
        int a = EDGE;
        int b = EDGE;
        for (int i = 0; i <= word.length(); i++) {
            int c = i < word.length() ? code(word.charAt(i)) : EDGE;
            highest = Math.max(highest, costs[cell(a, b, c)] & 0xFF);
            a = b;
            b = c;
        }
        return (double) highest / UNITS;
    }

    /** The mean cost in a word, in nats. */
    double mean(CharSequence word) {
        int sum = 0;
        int a = EDGE;
        int b = EDGE;
        for (int i = 0; i <= word.length(); i++) {
            int c = i < word.length() ? code(word.charAt(i)) : EDGE;
            sum += costs[cell(a, b, c)] & 0xFF;
            a = b;
            b = c;
        }
        return (double) sum / UNITS / (word.length() + 1);
    }
}
