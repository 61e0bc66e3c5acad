package fr.corpus.read;

import fr.corpus.internal.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-8 text that some program took for windows-1252 and wrote as UTF-8 again. Undone only where that is proven: every
 * character goes back to one byte, and the bytes are valid UTF-8 with several French characters, which no text written
 * on purpose gives. Thread-safe.
 */
final class DoubleUtf8 {

    private static final int MIN_CHARACTERS = 2;

    private DoubleUtf8() {}

    /** Whether the bytes, which are valid UTF-8, can be undone. */
    static boolean isLikely(byte[] bytes, int length) {
        return undone(bytes, length).isPresent();
    }

    /** The text as it was before the second encoding, or nothing when there was none. */
    static Optional<String> undone(byte[] bytes, int length) {
        byte[] once = new byte[length];
        int n = 0;
        int tails = 0;
        for (int p = 0; p < length; ) {
            int sequence = bytes[p] >= 0 ? 1 : Utf8.sequenceLength(bytes, p, length);
            int single = sequence < 2 ? bytes[p] : single(bytes, p, sequence);
            // most texts are not encoded twice, and end here at their first accent
            boolean tail = single >= 0x80 && single < 0xC0;
            if (sequence == 0 || single < 0 || tail != tails > 0) {
                return Optional.empty();
            }
            tails = tail ? tails - 1 : single < 0x80 ? 0 : single < 0xE0 ? 1 : single < 0xF0 ? 2 : 3;
            once[n++] = (byte) single;
            p += sequence;
        }
        return isFrenchUtf8(once, n) ? Optional.of(new String(once, 0, n, StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** The windows-1252 byte of the character that starts here, or -1. */
    private static int single(byte[] bytes, int p, int sequence) {
        int codePoint = Utf8.codePoint(bytes, p, sequence);
        return codePoint > 0xFFFF ? -1 : Encoding.WINDOWS_1252.upperByte((char) codePoint);
    }

    private static boolean isFrenchUtf8(byte[] bytes, int length) {
        int usual = 0;
        for (int p = 0; p < length; ) {
            int sequence = bytes[p] >= 0 ? 1 : Utf8.sequenceLength(bytes, p, length);
            if (sequence == 0) {
                return false;
            }
            usual += sequence > 1 && FrenchLetters.isUsual(Utf8.codePoint(bytes, p, sequence)) ? 1 : 0;
            p += sequence;
        }
        return usual >= MIN_CHARACTERS;
    }
}
