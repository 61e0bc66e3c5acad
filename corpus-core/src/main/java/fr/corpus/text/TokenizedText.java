package fr.corpus.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one text as primitive arrays that every rule shares. Reused from document to document, so confined to one
 * thread; the arrays are longer than {@link #size()}.
 *
 * <p>Offsets are UTF-16 units of the text, half-open; lengths that rules compare are code points and have their own array.
 * {@code hash} is a 64-bit hash of the token as it stands (case and accents count); {@code folded} is one of the token
 * folded for matching (see {@code Folding}), 0 for a token without letter or digit.
 */
public final class TokenizedText {

    /** The token has at least one alphabetic character. */
    public static final byte LETTER = 1;
    /** The token has at least one decimal digit. */
    public static final byte DIGIT = 2;
    /** The token is punctuation or symbols only: no character outside the punctuation set. */
    public static final byte PUNCTUATION = 4;
    /** The token starts with an upper-case letter. */
    public static final byte CAPITAL = 8;

    private static final int FIRST = 1024;

    /** About 10 MB of arrays. */
    private static final int LARGE = 1 << 18;

    private int size;
    private int[] start = new int[FIRST];
    private int[] end = new int[FIRST];
    private int[] codePoints = new int[FIRST];
    private long[] hash = new long[FIRST];
    private long[] folded = new long[FIRST];
    private byte[] classes = new byte[FIRST];
    private char[] characters = new char[8192];
    private @Nullable Object scratch;

    /** Forgets all tokens; keeps the arrays, unless one very long text made them larger than most need. */
    public void clear() {
        size = 0;
        if (start.length > LARGE) {
            resize(FIRST);
        }
    }

    /** Adds one token after the others. */
    public void add(int from, int to, int length, long exactHash, long foldedHash, byte classBits) {
        if (size == start.length) {
            grow();
        }
        start[size] = from;
        end[size] = to;
        codePoints[size] = length;
        hash[size] = exactHash;
        folded[size] = foldedHash;
        classes[size] = classBits;
        size++;
    }

    private void grow() {
        resize(size * 2);
    }

    private void resize(int capacity) {
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        codePoints = Arrays.copyOf(codePoints, capacity);
        hash = Arrays.copyOf(hash, capacity);
        folded = Arrays.copyOf(folded, capacity);
        classes = Arrays.copyOf(classes, capacity);
    }

    /** Number of tokens. */
    public int size() {
        return size;
    }

    /** First UTF-16 unit of each token. */
    public int[] start() {
        return start;
    }

    /** UTF-16 unit after the last of each token. */
    public int[] end() {
        return end;
    }

    /** Length of each token in code points. */
    public int[] codePoints() {
        return codePoints;
    }

    /** Hash of each token as it stands. */
    public long[] hash() {
        return hash;
    }

    /** Hash of each token folded for matching; 0 where it has neither letter nor digit. */
    public long[] folded() {
        return folded;
    }

    /** Class bits of each token. */
    public byte[] classes() {
        return classes;
    }

    /** Forgets the tokens from an index on. */
    void truncate(int newSize) {
        size = newSize;
    }

    /** The UTF-16 units of a text in a reused array that is longer than the text. */
    char[] characters(String text) {
        int length = text.length();
        if (characters.length < length) {
            characters = new char[Math.max(length, (int) Math.min(Integer.MAX_VALUE - 8L, characters.length * 2L))];
        }
        text.getChars(0, length, characters, 0);
        return characters;
    }

    /** What the tokenizer that fills this object left here for its next text, if anything. */
    @Nullable
    Object scratch() {
        return scratch;
    }

    /** Leaves working state here, so that tokenizers stay without any. */
    void scratch(Object state) {
        scratch = state;
    }
}
