package fr.corpus.read;

import java.util.Arrays;

/**
 * Text as it grows: white space of the source becomes single spaces, breaks become line ends, and nothing is written
 * before it is known what follows, so that no line ends in a space. Confined to one thread.
 */
final class TextLayout {

    private static final char NOT_SIGN = '\u00AC';
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char HYPHEN = '\u2010';
    private static final String CLOSING = ".,;:!?…)]}»”’";

    private static final int FIRST_CHARS = 1 << 8;

    private final long maxBytes;
    private char[] out = new char[FIRST_CHARS];
    private int length;
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
    void text(char[] chars, int start, int count) {
        int end = start + count;
        int i = start;
        while (i < end) {
            char c = chars[i];
            if (isSpace(c)) {
                space = true;
                i++;
            } else {
                if (space || newlines > 0 || joined || printLine || wordEnd) {
                    separate(c);
                }
                i = words(chars, i, end);
            }
        }
    }

    /** Takes over words and the single spaces between them, from a character that is no space; answers where it ended. */
    private int words(char[] chars, int start, int end) {
        reserve(end - start);
        char[] to = out;
        int n = length;
        long size = bytes;
        int i = start;
        for (; i < end; i++) {
            char c = chars[i];
            if (c <= ' ' && isSpace(c) && (c != ' ' || i + 1 == end || isSpace(chars[i + 1]))) {
                break;
            }
            size += utf8Bytes(c);
            if (size <= maxBytes) {
                to[n++] = c;
            }
        }
        length = n;
        bytes = size;
        return i;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Half of a pair of surrogates counts half of its four bytes. */
    private static int utf8Bytes(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    private void reserve(int more) {
        if (out.length - length < more) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
        }
    }

    /** Text of our own, such as a mark. */
    void text(String text) {
        text(text.toCharArray(), 0, text.length());
    }

    private void put(char c) {
        reserve(1);
        bytes++;
        if (bytes <= maxBytes) {
            out[length++] = c;
        }
    }

    private void separate(char next) {
        char before = length == 0 ? '\n' : out[length - 1];
        boolean divided = (newlines > 0 || printLine) && (before == NOT_SIGN || before == SOFT_HYPHEN);
        if (divided) {
            unput();
        } else if (length > 0 && newlines > 0) {
            put('\n');
            if (newlines > 1 && mostNewlines > 1) {
                put('\n');
            }
        } else if (length > 0 && !joined && (space || printLine || CLOSING.indexOf(next) < 0)) {
            // a hyphen at the end of a printed line may belong to the word or not: the line end keeps both readings
            boolean hyphen = printLine && (before == '-' || before == HYPHEN);
            put(hyphen ? '\n' : ' ');
        }
        space = false;
        wordEnd = false;
        joined = false;
        printLine = false;
        newlines = 0;
        mostNewlines = 2;
    }

    private void unput() {
        length--;
        bytes -= utf8Bytes(out[length]);
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
        if (length > 0 && newlines == 0) {
            char c = out[length - 1];
            if (c == '-' || c == HYPHEN || c == NOT_SIGN || c == SOFT_HYPHEN) {
                unput();
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
        return new Mark(length, bytes, space, wordEnd, printLine, joined, newlines, mostNewlines);
    }

    /** Takes back what was written since a mark and gives it, without white space around it. */
    String cut(Mark mark) {
        int from = Math.min(mark.length, length);
        String text = new String(out, from, length - from).strip();
        length = from;
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
        return new String(out, 0, length);
    }
}
