package fr.corpus.text;

/**
 * How a text is laid out in lines: the measures of Penedo et al., «The FineWeb Datasets» (2024). Lines are cut at each
 * line feed, blank ones left aside. Thread-safe: all working state is in the view.
 */
public final class LineSignals {

    private LineSignals() {}

    /**
     * Measures the four signals of a text that has a line which is not blank; of another one, none.
     *
     * @param view the text
     * @param ends which lines count as properly ended
     * @param shortCodePoints longest line, in code points, that counts as short
     * @return whether there was a line to measure
     */
    public static boolean measure(TextView view, LineEnds ends, int shortCodePoints) {
        Lines lines = view.lines();
        char[] chars = lines.chars();
        LongTable table = view.scratch().table;
        table.reset(lines.size());
        int count = 0;
        int ended = 0;
        int brief = 0;
        long repeated = 0;
        for (int i = 0; i < lines.size(); i++) {
            int from = lines.start()[i];
            int to = lines.end()[i];
            if (WhiteSpace.skip(chars, from, to) == to) {
                continue;
            }
            count++;
            int codePoints = lines.codePoints(from, to);
            ended += isEnded(lines, i, ends) ? 1 : 0;
            brief += codePoints <= shortCodePoints ? 1 : 0;
            repeated += (int) table.add(lines.hash()[i], i) > 1 ? codePoints : 0;
        }
        if (count == 0) {
            return false;
        }
        int feeds = lines.size() - 1;
        SignalSet signals = view.signals();
        signals.set(Signal.LINE_END_MARKS, (double) ended / count);
        signals.set(Signal.SHORT_LINES, (double) brief / count);
        signals.set(Signal.REPEATED_LINE_CHARS, (double) repeated / (view.codePoints() - feeds));
        if (view.tokens().size() > 0) {
            signals.set(Signal.NEWLINES_PER_WORD, (double) feeds / view.tokens().size());
        }
        return true;
    }

    private static boolean isEnded(Lines lines, int line, LineEnds ends) {
        char[] chars = lines.chars();
        int from = lines.start()[line];
        int to = lines.end()[line];
        if (ends == LineEnds.TERMINAL) {
            return TerminalMarks.has(Character.codePointBefore(chars, to, from));
        }
        int stripped = WhiteSpace.skipBack(chars, from, to);
        int last = Character.codePointBefore(chars, stripped, from);
        return isFrenchEnd(last) || TerminalMarks.has(last) || runsOn(lines, to);
    }

    /**
     * Marks after which a French line may end: of a sentence, a list item, a quotation, a parenthesis; and the hyphens
     * that cut a word.
     */
    private static boolean isFrenchEnd(int c) {
        return switch (c) {
            case '…',
                    ';',
                    ':',
                    ',',
                    '»',
                    '›',
                    '”',
                    '’',
                    '"',
                    '\'',
                    ')',
                    ']',
                    '-',
                    '\u2010',
                    '\u2011',
                    '¬',
                    '\u00AD',
                    '—',
                    '–' -> true;
            default -> false;
        };
    }

    /** Whether the next line that is not blank begins with a lower-case letter. */
    private static boolean runsOn(Lines lines, int lineEnd) {
        int next = WhiteSpace.skip(lines.chars(), lineEnd, lines.length());
        return next < lines.length()
                && Character.isLowerCase(Character.codePointAt(lines.chars(), next, lines.length()));
    }
}
