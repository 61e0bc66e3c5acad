package fr.corpus.internal.json;

import fr.corpus.internal.json.JsonFault.Kind;
import java.util.Arrays;

/** Turns JSON strings into text. Reused and confined to one thread. */
final class JsonStringDecoder {

    /** Room that one turn of the decoder may use. */
    private static final int WORD_CHARS = Long.BYTES + 2;

    private static final int UNICODE_ESCAPE_BYTES = 6;

    private final JsonBytes in;
    private char[] chars = new char[1 << 12];
    private int charCount;
    private boolean loneSurrogate;

    JsonStringDecoder(JsonBytes in) {
        this.in = in;
    }

    /** The text that was decoded last. */
    String text() {
        return new String(chars, 0, charCount);
    }

    /** Whether that text has a surrogate without its partner. */
    boolean hasLoneSurrogate() {
        return loneSurrogate;
    }

    /**
     * Decodes a string into {@link #chars}, from behind its opening quote to behind its closing one. Eight bytes are
     * widened at a time, and as many of them counted as are plain ASCII.
     */
    int decode(int start) throws JsonFault {
        byte[] b = in.array();
        int lastWord = in.end() - Long.BYTES;
        char[] out = chars;
        int room = out.length - WORD_CHARS;
        int n = 0;
        int p = start;
        boolean surrogates = false;
        while (true) {
            if (n > room) {
                out = Arrays.copyOf(out, Math.max(2 * out.length, WORD_CHARS));
                chars = out;
                room = out.length - WORD_CHARS;
            }
            if (p <= lastWord) {
                long word = JsonBytes.word(b, p);
                widen(word, out, n);
                long special = JsonBytes.special(word);
                int plain = special == 0 ? Long.BYTES : Long.numberOfTrailingZeros(special) >> 3;
                p += plain;
                n += plain;
                if (special == 0) {
                    continue;
                }
            }
            byte c = in.at(p);
            if (c < 0) {
                int length = in.sequence(p);
                n = append(Utf8.codePoint(b, p, length), out, n);
                p += length;
            } else if (c == '"') {
                charCount = n;
                loneSurrogate = surrogates && hasLoneSurrogate(out, n);
                return p + 1;
            } else if (c == '\\') {
                int next = in.escape(p);
                char unescaped = next - p == UNICODE_ESCAPE_BYTES ? (char) in.hex(p + 2) : unescape(b[p + 1]);
                surrogates |= Character.isSurrogate(unescaped);
                out[n++] = unescaped;
                p = next;
            } else if (c < ' ') {
                throw new JsonFault(Kind.SYNTAX, p);
            } else {
                out[n++] = (char) c;
                p++;
            }
        }
    }

    private static void widen(long word, char[] out, int n) {
        out[n] = (char) (word & 0xFF);
        out[n + 1] = (char) (word >>> 8 & 0xFF);
        out[n + 2] = (char) (word >>> 16 & 0xFF);
        out[n + 3] = (char) (word >>> 24 & 0xFF);
        out[n + 4] = (char) (word >>> 32 & 0xFF);
        out[n + 5] = (char) (word >>> 40 & 0xFF);
        out[n + 6] = (char) (word >>> 48 & 0xFF);
        out[n + 7] = (char) (word >>> 56);
    }

    private static int append(int codePoint, char[] out, int n) {
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            out[n] = (char) codePoint;
            return n + 1;
        }
        out[n] = Character.highSurrogate(codePoint);
        out[n + 1] = Character.lowSurrogate(codePoint);
        return n + 2;
    }

    private static char unescape(byte c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) c;
        };
    }

    private static boolean hasLoneSurrogate(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (i + 1 == length || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
