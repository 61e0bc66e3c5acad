package fr.corpus.annotate;

/**
 * Tells which line breaks of a text end a sentence by themselves. Confined to one thread.
 *
 * <p>In wrapped prose most lines go on in lower case on the next one; verse, lists and one paragraph a line do not. The
 * share of such lines decides for the text; list signs, dialogue dashes and short lines before a capital decide for the
 * single break.
 */
final class LayoutReading {

    private static final double WRAPPED_SHARE = 0.35;
    private static final int FEWEST_BREAKS = 2;
    private static final int WIDEST = 255;
    private static final int NARROWEST = 25;

    private final String text;
    private final LineBreaks mode;
    private boolean wrapped;
    private int width;

    LayoutReading(String text, LineBreaks mode) {
        this.text = text;
        this.mode = mode;
        if (mode == LineBreaks.AUTO && text.indexOf('\n') >= 0) {
            measure();
        }
    }

    private void measure() {
        int[] lengths = new int[WIDEST + 1];
        int running = 0;
        int breaks = 0;
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            int next = firstOfNextLine(at);
            int last = lastBefore(at, lineStart);
            if (next >= 0 && last >= 0) {
                breaks++;
                if (Character.isLowerCase(text.charAt(next)) && !Marks.isStop(text.charAt(last))) {
                    running++;
                    lengths[Math.min(WIDEST, at - lineStart)]++;
                }
            }
            lineStart = at + 1;
        }
        width = median(lengths, running);
        wrapped = breaks >= FEWEST_BREAKS && running >= WRAPPED_SHARE * breaks && width >= NARROWEST && width < WIDEST;
    }

    private static int median(int[] lengths, int total) {
        int seen = 0;
        int length = 0;
        while (length < WIDEST && (seen += lengths[length]) * 2 <= total) {
            length++;
        }
        return length;
    }

    /** First character of the line after a break, or -1 when that line is blank or there is none. */
    private int firstOfNextLine(int lineEnd) {
        int i = lineEnd + 1;
        while (i < text.length() && Marks.isSpace(text.charAt(i))) {
            if (Marks.isLineEnd(text.charAt(i))) {
                return -1;
            }
            i++;
        }
        return i < text.length() ? i : -1;
    }

    private int lastBefore(int lineEnd, int lineStart) {
        int i = lineEnd - 1;
        while (i >= lineStart && Marks.isSpace(text.charAt(i))) {
            i--;
        }
        return i >= lineStart ? i : -1;
    }

    /**
     * Whether the break between two lines that are not blank ends a sentence.
     *
     * @param lineStart first character of the line before
     * @param last last character of the line before that is not a space
     * @param next first character of the line after that is not a space
     */
    boolean ends(int lineStart, int last, int next) {
        if (mode != LineBreaks.AUTO) {
            return mode == LineBreaks.END;
        }
        if (isItem(next)) {
            return true;
        }
        boolean lower = Character.isLowerCase(text.charAt(next));
        int length = last + 1 - lineStart;
        if (wrapped) {
            return !lower && length < width * 0.7 && !isJoining(text.charAt(last));
        }
        return !(lower && length >= NARROWEST && !Marks.isStop(text.charAt(last)));
    }

    private static boolean isJoining(char c) {
        return c == ',' || c == '\u2019' || c == '\'' || c == '-' || c == '\u00AB' || c == '(';
    }

    /** Whether a line starts like an item of a list or a line of dialogue. */
    private boolean isItem(int at) {
        char c = text.charAt(at);
        if (Marks.isBullet(c)) {
            return at + 1 < text.length() && Marks.isSpace(text.charAt(at + 1)) || c == '\u2014' || c == '\u2022';
        }
        int end = at;
        while (end < text.length() && end < at + 4 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        boolean marked = end > at && end + 1 < text.length() && Marks.isSpace(text.charAt(end + 1));
        return marked && (text.charAt(end) == ')' || text.charAt(end) == '.' && Character.isDigit(c));
    }
}
