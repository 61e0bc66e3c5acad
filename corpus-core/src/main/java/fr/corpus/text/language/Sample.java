package fr.corpus.text.language;

/**
 * Windows spread evenly over a text, each from a word's start where there is one near. Immutable.
 *
 * @param windows how many, at least 2
 * @param width UTF-16 units of one
 */
record Sample(int windows, int width) {

    /** Texts up to this many UTF-16 units are read whole. */
    static final int WHOLE = 320;

    static final Sample FIRST = new Sample(4, 40);
    static final Sample MORE = new Sample(24, 80);

    private static final int REACH = 24;

    /** Adds the letters of the windows of a text. */
    void take(CharSequence text, Letters letters) {
        int last = text.length() - width;
        if (last <= (long) windows * width) {
            letters.add(text, 0, Math.min(text.length(), 2 * windows * width));
            return;
        }
        for (int i = 0; i < windows; i++) {
            int start = wordStart(text, (int) ((long) last * i / (windows - 1)));
            letters.add(text, start, Math.min(start + width, text.length()));
        }
    }

    private static int wordStart(CharSequence text, int from) {
        if (from == 0) {
            return 0;
        }
        int end = Math.min(from + REACH, text.length());
        for (int i = from; i < end; i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }
}
