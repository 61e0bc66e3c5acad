package fr.corpus.read.page;

/** Decimal numbers in attributes. */
final class Numbers {

    private static final int LONGEST = 30;

    private Numbers() {}

    /** A number, or NaN for what is none. */
    static double of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' && i == 0)) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
