package fr.corpus.normalize;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Undoes one wrong reading when it is certain: UTF-8 bytes that were read as Windows-1252 ({@code Ã©tÃ©} for {@code été}).
 * Thread-safe.
 *
 * <p>Certain means: every character beyond ASCII comes from a byte of Windows-1252 (its five unassigned bytes as control
 * characters, as browsers read them), all these bytes together are valid UTF-8, and there are at least two sequences of
 * several bytes. One correctly read accented letter makes the whole text invalid, hence left alone.
 */
final class Mojibake {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LEAST_SEQUENCES = 2;

    private Mojibake() {}

    /** The text as it was meant; the same instance when it is not certain. */
    static String repair(String text) {
        int sequences = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u00C2' && c <= '\u00F4') {
                sequences++;
            } else if (c > 0xFF && c > '\u2122') {
                return text;
            }
        }
        return sequences < LEAST_SEQUENCES ? text : read(text);
    }

    private static String read(String text) {
        byte[] bytes = new byte[text.length()];
        byte[] one = new byte[1];
        var encoder = WINDOWS_1252.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            if (c < 0x80 || c < 0xA0 && !isAssigned(c) || c >= 0xA0 && c <= 0xFF) {
                bytes[i] = (byte) c;
                continue;
            }
            encoder.reset();
            if (encoder.encode(CharBuffer.wrap(text, i, i + 1), ByteBuffer.wrap(one), true)
                    .isError()) {
                return text;
            }
            bytes[i] = one[0];
        }
        try {
            String read = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read.equals(text) ? text : read;
        } catch (CharacterCodingException notUtf8) {
            return text;
        }
    }

    /** Whether Windows-1252 has another character on this byte, so that the control character did not come from it. */
    private static boolean isAssigned(char c) {
        return switch (c) {
            case '\u0081', '\u008D', '\u008F', '\u0090', '\u009D' -> false;
            default -> true;
        };
    }
}
