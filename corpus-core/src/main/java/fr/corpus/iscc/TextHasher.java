package fr.corpus.iscc;

/**
 * Computes Text-Codes (ISO 24138, clause on Content-Code Text). Confined to one thread; reused, it allocates next to nothing
 * for each text.
 */
public final class TextHasher {

    /** Code points of a feature. */
    private static final int WINDOW = 13;

    private static final int CAPACITY = 1 << 14;
    private static final int MAX_UTF8 = 4;

    /** UTF-8 of the code points not yet hashed, and where each starts. */
    private final byte[] utf8 = new byte[CAPACITY * MAX_UTF8];

    private final int[] starts = new int[CAPACITY + 1];
    private final MinHash minHash = new MinHash();
    private final TextCollapse.Sink sink = this::add;
    private int end;
    private int held;
    private long codePoints;

    /**
     * The code of a text.
     *
     * @param text without mark-up; lone surrogates count for nothing
     */
    public TextCode hash(String text) {
        minHash.reset();
        end = 0;
        held = 0;
        codePoints = 0;
        TextCollapse.collapse(text, sink);
        if (codePoints < WINDOW) {
            minHash.add(Xxh32.hash(utf8, 0, end));
        } else {
            addFeatures();
        }
        return new TextCode(minHash.minima(), codePoints);
    }

    private void add(int c) {
        if (held == CAPACITY) {
            addFeatures();
            keepTail();
        }
        codePoints++;
        starts[held++] = end;
        if (c < 0x80) {
            utf8[end++] = (byte) c;
        } else {
            encode(c);
        }
        starts[held] = end;
    }

    private void encode(int c) {
        if (c < 0x800) {
            utf8[end++] = (byte) (0xC0 | c >> 6);
        } else {
            if (c < 0x10000) {
                utf8[end++] = (byte) (0xE0 | c >> 12);
            } else {
                utf8[end++] = (byte) (0xF0 | c >> 18);
                utf8[end++] = (byte) (0x80 | c >> 12 & 0x3F);
            }
            utf8[end++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        utf8[end++] = (byte) (0x80 | c & 0x3F);
    }

    private void addFeatures() {
        for (int i = 0; i + WINDOW <= held; i++) {
            int from = starts[i];
            int length = starts[i + WINDOW] - from;
            minHash.add(length == WINDOW ? Xxh32.hash13(utf8, from) : Xxh32.hash(utf8, from, length));
        }
    }

    /** The next feature begins with the last twelve code points. */
    private void keepTail() {
        int first = held - (WINDOW - 1);
        int from = starts[first];
        System.arraycopy(utf8, from, utf8, 0, end - from);
        for (int i = first; i <= held; i++) {
            starts[i - first] = starts[i] - from;
        }
        held -= first;
        end -= from;
    }
}
