package fr.corpus.read;

import fr.corpus.internal.json.Utf8;
import fr.corpus.step.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** From bytes of a known encoding to text, strictly: what has no meaning is refused, never replaced. Thread-safe. */
final class TextDecoder {

    static final Reason INVALID_ENCODING = Reason.of("invalid-encoding");

    /** A byte without meaning. Carries no stack: it is a value on the way out. */
    static final class Undecodable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int byteOffset;

        Undecodable(int byteOffset) {
            super("at byte " + byteOffset, null, false, false);
            this.byteOffset = byteOffset;
        }

        int byteOffset() {
            return byteOffset;
        }
    }

    private TextDecoder() {}

    /** The text of the bytes from {@code start} to {@code end}. */
    static String decode(Encoding encoding, byte[] bytes, int start, int end) throws Undecodable {
        return switch (encoding) {
            case UTF_8 -> utf8(bytes, start, end);
            case DOUBLE_UTF_8 -> DoubleUtf8.undone(bytes, end).orElseThrow(() -> new Undecodable(0));
            case UTF_16LE -> utf16(bytes, start, end, 0);
            case UTF_16BE -> utf16(bytes, start, end, 1);
            default -> singleByte(encoding, bytes, start, end);
        };
    }

    /** The text of the first {@code length} bytes in an encoding of the platform, without byte order mark. */
    static String decode(Charset charset, byte[] bytes, int length) throws Undecodable {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil((double) length * decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
            result = decoder.flush(out);
        }
        if (!result.isUnderflow()) {
            throw new Undecodable(in.position());
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String utf8(byte[] bytes, int start, int end) throws Undecodable {
        int invalid = Utf8.indexOfInvalid(bytes, start, end);
        if (invalid >= 0) {
            throw new Undecodable(invalid);
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static String utf16(byte[] bytes, int start, int end, int low) throws Undecodable {
        int units = (end - start) / 2;
        char[] chars = new char[units];
        for (int i = 0; i < units; i++) {
            int p = start + 2 * i;
            chars[i] = (char) (bytes[p + low] & 0xFF | (bytes[p + 1 - low] & 0xFF) << 8);
            boolean second = i > 0 && Character.isSurrogatePair(chars[i - 1], chars[i]);
            if (i > 0 && Character.isHighSurrogate(chars[i - 1]) && !second) {
                throw new Undecodable(p - 2);
            }
            if (chars[i] == 0 || Character.isLowSurrogate(chars[i]) && !second) {
                throw new Undecodable(p);
            }
        }
        boolean half = units > 0 && Character.isHighSurrogate(chars[units - 1]);
        if (half || (end - start) % 2 != 0) {
            throw new Undecodable(half ? start + 2 * units - 2 : end - 1);
        }
        return new String(chars);
    }

    private static String singleByte(Encoding encoding, byte[] bytes, int start, int end) throws Undecodable {
        char[] chars = new char[end - start];
        for (int p = start; p < end; p++) {
            char c = bytes[p] >= 0 ? (char) bytes[p] : encoding.upper(bytes[p] & 0xFF);
            if (c == Encoding.UNDEFINED) {
                throw new Undecodable(p);
            }
            chars[p - start] = c;
        }
        return new String(chars);
    }
}
