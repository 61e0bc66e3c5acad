package fr.corpus.annotate.entity;

import fr.corpus.annotate.token.TokenSpans;

/**
 * The tokens of a sentence with words that a line end has cut put together again: {@code Constan¬ tinople} is one unit, and
 * so is {@code Constan-} before {@code tinople} on the next line. Reused; confined to one thread.
 */
final class Units {

    int size;
    int[] starts = new int[64];
    int[] ends = new int[64];
    byte[] tags = new byte[64];

    /** Takes the tokens of a sentence and their parts of speech. */
    void fill(String text, TokenSpans tokens, byte[] tokenTags) {
        if (starts.length < tokens.size()) {
            starts = new int[tokens.size() * 2];
            ends = new int[starts.length];
            tags = new byte[starts.length];
        }
        size = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int start = tokens.start(i);
            int end = tokens.end(i);
            if (size > 0 && continues(text, ends[size - 1], start, end)) {
                ends[size - 1] = end;
            } else {
                starts[size] = start;
                ends[size] = end;
                tags[size++] = tokenTags[i];
            }
        }
    }

    private static boolean continues(String text, int end, int start, int nextEnd) {
        char last = text.charAt(end - 1);
        char next = text.charAt(start);
        if (isCut(next) && start == end && Character.isLetter(last)) {
            return true;
        }
        if (isCut(last)) {
            return end >= 2 && Character.isLetter(text.charAt(end - 2)) && Character.isLetter(next);
        }
        if (last == '-' && end >= 2 && Character.isLetter(text.charAt(end - 2)) && Character.isLowerCase(next)) {
            return lineEnds(text, end, start);
        }
        return next == '-'
                && nextEnd == start + 1
                && start == end
                && Character.isLetter(last)
                && nextEnd < text.length()
                && text.charAt(nextEnd) == '\n'
                && nextEnd + 1 < text.length()
                && Character.isLowerCase(text.charAt(nextEnd + 1));
    }

    private static boolean isCut(char c) {
        return c == '\u00AC' || c == '\u00AD';
    }

    private static boolean lineEnds(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
