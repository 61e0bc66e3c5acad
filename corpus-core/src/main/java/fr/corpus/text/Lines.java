package fr.corpus.text;

import java.util.Arrays;

/**
 * The lines of one text, cut at each line feed, as primitive arrays that every rule shares. An empty text has one empty
 * line; a text that ends with a line feed has an empty last line. Reused, confined to one thread; the arrays are longer
 * than {@link #size()}.
 *
 * <p>Offsets are UTF-16 units of the text, half-open, without the line feed.
 */
public final class Lines {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int SMALLEST = 64;

    private char[] chars = new char[1024];
    private int length;
    private int size;
    private int[] start = new int[SMALLEST];
    private int[] end = new int[SMALLEST];
    private long[] hash = new long[SMALLEST];

    /** No line. */
    Lines() {}

    /** Cuts another text. */
    void cut(String text) {
        length = text.length();
        if (chars.length < length || chars.length > Math.max(1 << 16, 4L * length)) {
            chars = new char[Math.max(1024, length)];
        }
        text.getChars(0, length, chars, 0);
        if (start.length > Math.max(1 << 12, length)) {
            resize(SMALLEST);
        }
        size = 0;
        int from = 0;
        int feed = text.indexOf('\n');
        while (feed >= 0) {
            add(from, feed);
            from = feed + 1;
            feed = text.indexOf('\n', from);
        }
        add(from, length);
    }

    private void add(int from, int to) {
        if (size == start.length) {
            resize(2 * size);
        }
        start[size] = from;
        end[size] = to;
        hash[size] = hash(chars, from, to);
        size++;
    }

    private void resize(int capacity) {
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        hash = Arrays.copyOf(hash, capacity);
    }

    /** A 64-bit hash of characters, four at a time. */
    static long hash(char[] chars, int from, int to) {
        long h = to - from;
        int i = from;
        for (int last = to - 3; i < last; i += 4) {
            long four = chars[i] | (long) chars[i + 1] << 16 | (long) chars[i + 2] << 32 | (long) chars[i + 3] << 48;
            h = mix(h, four);
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << 16 | chars[i];
        }
        return mix(h, rest);
    }

    /** Takes one more word into a hash. */
    static long mix(long h, long word) {
        long product = (h ^ word) * MULTIPLIER;
        return product ^ product >>> 32;
    }

    /** Number of lines: line feeds plus one. */
    public int size() {
        return size;
    }

    /** First UTF-16 unit of each line. */
    public int[] start() {
        return start;
    }

    /** UTF-16 unit after the last of each line. */
    public int[] end() {
        return end;
    }

    /** Hash of each line's characters. */
    public long[] hash() {
        return hash;
    }

    /** The text's UTF-16 units; longer than {@link #length()}. */
    char[] chars() {
        return chars;
    }

    /** The text's length in UTF-16 units. */
    int length() {
        return length;
    }

    /** Length of a stretch of the text in code points. */
    int codePoints(int from, int to) {
        return Character.codePointCount(chars, from, to - from);
    }
}
