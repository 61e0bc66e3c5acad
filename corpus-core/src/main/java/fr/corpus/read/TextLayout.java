package fr.corpus.read;

/**
 * Text as it grows: white space of the source becomes single spaces, breaks become line ends, and nothing is written
 * before it is known what follows, so that no line ends in a space. Confined to one thread.
 */
final class TextLayout {

    private static final char NOT_SIGN = '\u00AC';
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char HYPHEN = '\u2010';
    private static final String CLOSING = ".,;:!?…)]}»”’";

    private final StringBuilder out = new StringBuilder();
    private final long maxBytes;
    private long bytes;
    private boolean space;
    private boolean wordEnd;
    private boolean printLine;
    private boolean joined;
    private int newlines;
    private int mostNewlines = 2;

    /** Keeps texts of up to so many UTF-8 bytes; of longer ones the beginning. */
    TextLayout(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Text of the source: runs of XML white space count as one space, no-break spaces stay. */
    void text(char[] chars, int start, int length) {
        for (int i = start; i < start + length; i++) {
            char c = chars[i];
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                space = true;
            } else {
                append(c);
            }
        }
    }

    /** Text of our own, such as a mark. */
    void text(String text) {
        text(text.toCharArray(), 0, text.length());
    }

    private void append(char c) {
        if (space || newlines > 0 || joined || printLine || wordEnd) {
            separate(c);
        }
        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        if (bytes <= maxBytes) {
            out.append(c);
        }
    }

    private void separate(char next) {
        int last = out.length() - 1;
        char before = last < 0 ? '\n' : out.charAt(last);
        boolean divided = (newlines > 0 || printLine) && (before == NOT_SIGN || before == SOFT_HYPHEN);
        if (divided) {
            out.setLength(last);
        } else if (last >= 0 && newlines > 0) {
            out.append(newlines > 1 && mostNewlines > 1 ? "\n\n" : "\n");
        } else if (last >= 0 && !joined && (space || printLine || CLOSING.indexOf(next) < 0)) {
            // a hyphen at the end of a printed line may belong to the word or not: the line end keeps both readings
            boolean hyphen = printLine && (before == '-' || before == HYPHEN);
            out.append(hyphen ? "\n" : before == '\n' ? "" : " ");
        }
        space = false;
        wordEnd = false;
        joined = false;
        printLine = false;
        newlines = 0;
        mostNewlines = 2;
    }

    /** White space, unless there is some already. */
    void space() {
        space = true;
    }

    /** White space unless the next character closes what stands before it, like a comma. */
    void wordEnd() {
        wordEnd = true;
    }

    /** The end of a printed line inside running text: a space, but a word that a mark divides is made whole. */
    void printLine() {
        printLine = true;
    }

    /** The end of a printed line inside a word: its hyphen goes, and white space around it. */
    void joinWord() {
        int last = out.length() - 1;
        if (last >= 0 && newlines == 0) {
            char c = out.charAt(last);
            if (c == '-' || c == HYPHEN || c == NOT_SIGN || c == SOFT_HYPHEN) {
                out.setLength(last);
            }
        }
        joined = true;
    }

    /** A new line; where a blank line is wanted too, that counts. */
    void newLine() {
        newlines = Math.max(newlines, 1);
    }

    /** A new line behind a blank one. */
    void blankLine() {
        newlines = 2;
    }

    /** What follows stands on the next line, even where it asks for a blank one. */
    void noBlankLine() {
        mostNewlines = 1;
    }

    /** What follows stands on the same line after all. */
    void sameLine() {
        newlines = 0;
        space = true;
    }

    /** Where the text ends now and what is to come before the next character. */
    record Mark(
            int length,
            long bytes,
            boolean space,
            boolean wordEnd,
            boolean printLine,
            boolean joined,
            int newlines,
            int most) {}

    /** A place to which {@link #cut} can go back. */
    Mark mark() {
        return new Mark(out.length(), bytes, space, wordEnd, printLine, joined, newlines, mostNewlines);
    }

    /** Takes back what was written since a mark and gives it, without white space around it. */
    String cut(Mark mark) {
        int from = Math.min(mark.length, out.length());
        String text = out.substring(from).strip();
        out.setLength(from);
        bytes = mark.bytes;
        space = mark.space;
        wordEnd = mark.wordEnd;
        printLine = mark.printLine;
        joined = mark.joined;
        newlines = mark.newlines;
        mostNewlines = mark.most;
        return text;
    }

    /** Size of the whole text so far in UTF-8, kept or not. */
    long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
